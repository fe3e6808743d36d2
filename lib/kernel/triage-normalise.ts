import { readEntity, readTag } from "./triage-html";

/** The text as it is judged, each character with the stretch of the original that it came from. */
export type NormalText = {
  readonly text: string;
  /** `starts[i]`, `ends[i]`: where character i of `text` stands in the original. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** The same length as `text`, before lower case. */
  readonly isUpper: readonly boolean[];
  /** Invisible characters that stood between two letters. */
  readonly invisibleCount: number;
  readonly controlCount: number;
  readonly isHiding: boolean;
};

/** Format characters, fillers and variation selectors. */
const INVISIBLE = /^(?:\p{Cf}|\p{Default_Ignorable_Code_Point}|\p{Variation_Selector})$/u;
/** Marks that are written over letters of any script; the vowel signs of Indian scripts belong to theirs. */
const ACCENTS = /\p{Script=Inherited}/gu;

class Writer {
  readonly characters: string[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly isUpper: boolean[] = [];
  invisibleCount = 0;
  controlCount = 0;
  isHiding = false;

  put(text: string, start: number, end: number, isUpper: boolean): void {
    for (let index = 0; index < text.length; index += 1) {
      this.characters.push(text.charAt(index));
      this.starts.push(start);
      this.ends.push(end);
      this.isUpper.push(isUpper);
    }
  }
}

const SPECIAL: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  æ: "ae",
  œ: "oe",
  ł: "l",
  đ: "d",
  "’": "'",
  "‘": "'",
  "`": "'",
  "´": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "\u00a0": " ",
};

/** Lower case without accents, markup, invisible characters or styled letters. One pass; work is linear in the length. */
export function normaliseText(original: string): NormalText {
  const writer = new Writer();
  let index = 0;
  while (index < original.length) {
    const code = original.charCodeAt(index);
    const markup = code === 60 ? readTag(original, index) : code === 38 ? readEntity(original, index) : null;
    if (markup !== null) {
      writer.isHiding ||= markup.isHiding;
      for (const character of markup.text) writeCharacter(writer, character, index, markup.end, original);
      index = markup.end;
    } else if (code < 128) {
      writeAscii(writer, code, index);
      index += 1;
    } else {
      const character = String.fromCodePoint(original.codePointAt(index) ?? 0xfffd);
      writeCharacter(writer, character, index, index + character.length, original);
      index += character.length;
    }
  }
  const { starts, ends, isUpper, invisibleCount, controlCount, isHiding } = writer;
  return { text: writer.characters.join(""), starts, ends, isUpper, invisibleCount, controlCount, isHiding };
}

function writeAscii(writer: Writer, code: number, index: number): void {
  const isUpper = code >= 65 && code <= 90;
  if (code < 32 && code !== 9 && code !== 10 && code !== 13) writer.controlCount += 1;
  const character = code < 32 || code === 127 ? " " : String.fromCharCode(isUpper ? code + 32 : code);
  writer.put(character === "`" ? "'" : character, index, index + 1, isUpper);
}

function writeCharacter(writer: Writer, character: string, start: number, end: number, original: string): void {
  if (character.charCodeAt(0) < 128 && end - start === 1) return writeAscii(writer, character.charCodeAt(0), start);
  if (INVISIBLE.test(character)) {
    if (character !== "\u00ad" && isInWord(writer, original, end)) writer.invisibleCount += 1;
    return;
  }
  if (/^[\p{Cc}\p{Cs}\p{Cn}\p{Co}\ufffd]$/u.test(character)) {
    writer.controlCount += 1;
    return writer.put(" ", start, end, false);
  }
  const special = SPECIAL[character];
  if (special !== undefined) return writer.put(special, start, end, false);
  const folded = foldCharacter(character);
  if (folded !== "") writer.put(folded, start, end, character.toLowerCase() !== character);
}

/** Latin, Greek and Cyrillic lose their accents; in other scripts marks are vowels and stay. */
function foldCharacter(character: string): string {
  const squared = findSquaredLetter(character.codePointAt(0) ?? 0);
  if (squared !== null) return squared;
  const plain = character.normalize("NFKD").replace(ACCENTS, "");
  const lower = plain.toLowerCase();
  return SPECIAL[lower] ?? lower;
}

/** 🄰, 🅐 and 🅰 are letters too, though Unicode does not decompose all of them. */
function findSquaredLetter(code: number): string | null {
  for (const first of [0x1f130, 0x1f150, 0x1f170]) {
    if (code >= first && code < first + 26) return String.fromCharCode(97 + code - first);
  }
  return null;
}

/** Only between Latin letters: other scripts and emoji need joiners. */
function isInWord(writer: Writer, original: string, end: number): boolean {
  const before = writer.characters.at(-1) ?? " ";
  return /^[a-z]$/.test(before) && /^[\p{Script=Latin}\p{Cf}]$/u.test(original.charAt(end));
}
