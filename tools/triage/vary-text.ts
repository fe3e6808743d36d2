import type { SeededRandom } from "./random";

const GREETINGS: Readonly<Record<string, readonly string[]>> = {
  en: [
    "hi, ",
    "hello, ",
    "hey ",
    "good morning, ",
    "hi team, ",
    "dear sir or madam, ",
    "hello there! ",
    "sorry, ",
    "ok so ",
    "excuse me, ",
  ],
  de: ["hallo, ", "guten Tag, ", "sehr geehrte Damen und Herren, ", "moin, "],
  fr: ["bonjour, ", "bonsoir, ", "madame, monsieur, "],
  es: ["hola, ", "buenos días, ", "buenas tardes, "],
  pt: ["olá, ", "bom dia, ", "oi, ", "boa tarde, "],
  hi: ["namaste, ", "hello sir, ", "sir ji, ", "नमस्ते, "],
};
const CLOSINGS: Readonly<Record<string, readonly string[]>> = {
  en: [
    " thanks",
    " thank you",
    ". please advise",
    ". regards, anna",
    ". best, tom",
    " please",
    " asap",
    ". let me know",
    ". kind regards",
  ],
  de: [". danke", ". mit freundlichen Grüßen", ". vielen Dank", ". LG"],
  fr: [". merci", ". cordialement", ". merci d'avance"],
  es: [". gracias", ". saludos", ". atentamente"],
  pt: [". obrigado", ". abraços", ". atenciosamente"],
  hi: [". dhanyavad", ". please jaldi", ". regards"],
};
const HANDLES = [
  "@norvale ",
  "@kestrelair ",
  "@lumamobile ",
  "@zentrobank ",
  "@askfastmart ",
  "@hexatv ",
  "@skylaneair ",
];
const TAGS = [" #norvale", " #travel", " #service", " #skylane", " #monday", " http://t.co/x81hd", " https://t.co/aQ2"];
const NEIGHBOURS: Readonly<Record<string, string>> = {
  a: "s",
  b: "v",
  c: "x",
  d: "f",
  e: "r",
  f: "g",
  g: "h",
  h: "j",
  i: "o",
  j: "k",
  k: "l",
  l: "k",
  m: "n",
  n: "b",
  o: "p",
  p: "o",
  q: "w",
  r: "t",
  s: "d",
  t: "y",
  u: "i",
  v: "b",
  w: "e",
  x: "z",
  y: "u",
  z: "x",
};

/** The same message as different people would type it: greeting, handle, case, end, slips of the finger. */
export function varyText(text: string, language: string, random: SeededRandom): string {
  let varied = text;
  if (random.chance(0.12)) varied = random.pick(GREETINGS[language] ?? [], "") + varied;
  if (random.chance(0.1)) varied += random.pick(CLOSINGS[language] ?? [], "");
  if (language === "en" && !varied.includes("@") && random.chance(0.08)) varied = random.pick(HANDLES, "") + varied;
  if (language === "en" && random.chance(0.04)) varied += random.pick(TAGS, "");
  if (random.chance(0.3)) varied = varied.replace(/[.?!]+$/, "");
  if (random.chance(0.2)) varied = varied.replace(/'/g, "");
  if (language === "en" && random.chance(0.08)) {
    varied = varied
      .replace(/\byou\b/g, "u")
      .replace(/\byour\b/g, "ur")
      .replace(/\bplease\b/g, "pls");
  }
  if (random.chance(0.14)) varied = slip(varied, random);
  return changeCase(varied, random);
}

function slip(text: string, random: SeededRandom): string {
  if (text.length < 8) return text;
  const at = 2 + random.below(text.length - 4);
  const character = text.charAt(at);
  const kind = random.below(4);
  if (kind === 0) return text.slice(0, at) + text.slice(at + 1);
  if (kind === 1) return text.slice(0, at) + character + text.slice(at);
  if (kind === 2) return text.slice(0, at) + text.charAt(at + 1) + character + text.slice(at + 2);
  return text.slice(0, at) + (NEIGHBOURS[character] ?? character) + text.slice(at + 1);
}

function changeCase(text: string, random: SeededRandom): string {
  const kind = random.next();
  if (kind < 0.45) return text;
  if (kind < 0.96)
    return text.replace(/(^|[.?!] )(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
  return text.toUpperCase();
}
