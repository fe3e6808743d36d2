import { findLookAlike } from "./triage-look-alikes";
import type { NormalText } from "./triage-normalise";

type TriageTokenKind = "word" | "number" | "handle" | "url" | "email" | "emoji";

/** One word as it is judged, and where it stands in the original. */
export type TriageToken = {
  readonly kind: TriageTokenKind;
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly isShouted: boolean;
  readonly isHashtag: boolean;
};

export type TokenisedText = {
  readonly tokens: readonly TriageToken[];
  /** Words in which letters of another script or digits stood for Latin letters. */
  readonly lookAlikes: readonly TriageToken[];
  /** Words spelled "l-a-w-y-e-r". */
  readonly spelledApart: readonly TriageToken[];
};

// Every run is bounded, so that no text makes this slow.
const TOKEN =
  /(?<url>(?:https?:\/\/|www\.)\S{1,300})|(?<email>[a-z0-9._+-]{1,64}@[a-z0-9-]{1,63}\.[a-z0-9.]{2,63})|(?<handle>@[\p{L}\p{N}_]{2,64})|(?<number>[$€£₹¥]?\p{Nd}[\p{Nd}.,:/]{0,24}(?![\p{L}\p{M}]))|(?<word>[\p{L}\p{N}][\p{L}\p{M}\p{N}]{0,63}(?:['@$|§][\p{L}\p{N}][\p{L}\p{M}\p{N}]{0,40}){0,6})|(?<emoji>\p{Extended_Pictographic})/gu;
const SPELLED_MIN = 4;

export function tokeniseText(normal: NormalText, knowsWord: (word: string) => boolean): TokenisedText {
  const tokens: TriageToken[] = [];
  const lookAlikes: TriageToken[] = [];
  const isLatinText = countLatin(normal.text) * 2 >= normal.text.replace(/[^\p{L}]/gu, "").length;
  for (const match of normal.text.matchAll(TOKEN)) {
    const token = toToken(match, normal);
    const folded = token.kind === "word" ? foldLookAlikes(token.word, isLatinText, knowsWord) : token.word;
    const seen = { ...token, word: token.kind === "word" ? shorten(folded) : folded };
    if (folded !== token.word && token.kind === "word") lookAlikes.push(seen);
    tokens.push(seen);
  }
  const spelledApart = joinSpelled(tokens, normal);
  return { tokens: [...tokens, ...spelledApart], lookAlikes, spelledApart };
}

function toToken(match: RegExpExecArray, normal: NormalText): TriageToken {
  const raw = match[0];
  const first = match.index;
  const last = first + raw.length - 1;
  const groups = match.groups ?? {};
  const kind = (["url", "email", "handle", "number", "emoji"] as const).find((each) => groups[each] !== undefined);
  let upper = 0;
  for (let index = first; index <= last; index += 1) if (normal.isUpper[index] === true) upper += 1;
  return {
    kind: kind ?? "word",
    word: raw,
    start: normal.starts[first] ?? 0,
    end: normal.ends[last] ?? 0,
    isShouted: raw.length > 2 && upper * 10 >= raw.length * 8,
    isHashtag: first > 0 && normal.text.charAt(first - 1) === "#",
  };
}

/** "can't" → "cant", "soooo" → "so". */
function shorten(word: string): string {
  return word.replaceAll("'", "").replace(/(.)\1{2,}/gu, "$1");
}

function countLatin(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 97 && code <= 122) count += 1;
  }
  return count;
}

/** "соmрlаint" (Cyrillic о, р, а) and "l4wyer" as they are read; a word that is wholly of another script only where the text is Latin. */
function foldLookAlikes(word: string, isLatinText: boolean, knowsWord: (word: string) => boolean): string {
  if (/^[a-z']+$/.test(word)) return word;
  const latin = countLatin(word);
  const signs = [...word].filter((character) => !/[a-z'\p{M}]/u.test(character));
  const foreign = signs.filter((character) => /\p{L}/u.test(character));
  if (foreign.length > 0) {
    const isMixed = latin > 0 || (isLatinText && foreign.every((character) => findLookAlike(character) !== undefined));
    return isMixed ? replaceSigns(word, knowsWord) : word;
  }
  const isLeet = latin >= 3 && signs.length <= latin && /[a-z][0-9@$|§]+[a-z]/.test(word);
  if (!isLeet) return word;
  const folded = replaceSigns(word, knowsWord);
  return /^[a-z']+$/.test(folded) ? folded : word;
}

/** "1" is read as "i" or as "l": the reading that gives a known word, else "i". */
function replaceSigns(word: string, knowsWord: (word: string) => boolean): string {
  const asI = [...word].map((character) =>
    /[a-z]/.test(character) ? character : (findLookAlike(character) ?? character),
  );
  const withI = asI.join("");
  if (!/[1|]/.test(word) || knowsWord(withI)) return withI;
  const withL = [...word].map((character, index) => (/[1|]/.test(character) ? "l" : (asI[index] ?? ""))).join("");
  return knowsWord(withL) ? withL : withI;
}

/** Single letters with one sign between them, four or more in a row, are one word. */
function joinSpelled(tokens: readonly TriageToken[], normal: NormalText): TriageToken[] {
  const found: TriageToken[] = [];
  let run: TriageToken[] = [];
  const close = () => {
    const [first] = run;
    const last = run.at(-1);
    if (first !== undefined && last !== undefined && run.length >= SPELLED_MIN) {
      found.push({ ...first, word: run.map((each) => each.word).join(""), end: last.end });
    }
    run = [];
  };
  for (const token of tokens) {
    const previous = run.at(-1);
    const isSingle = token.kind === "word" && token.word.length === 1 && /\p{L}/u.test(token.word);
    if (!isSingle || (previous !== undefined && token.start - previous.end > 2)) close();
    if (isSingle) run.push(token);
  }
  close();
  return normal.text.length === 0 ? [] : found;
}
