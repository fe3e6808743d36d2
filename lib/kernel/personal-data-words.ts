import { foldText } from "./column-fold";

/** One word of a text with what its writing says. */
export type Word = {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
  /** "capital" is Aaa, "shouted" is AAA or longer, "letter" is one capital, "lower" is all else. */
  readonly shape: "capital" | "shouted" | "letter" | "lower";
  /** What stands between the word before and this one, at most 12 signs of it. */
  readonly gap: string;
  /** A sentence, a line or a quotation starts here, so that its capital says nothing. */
  readonly isFirst: boolean;
};

const WORD = /\p{L}[\p{L}\p{M}]*(?:['’´`]\p{L}[\p{L}\p{M}]*)*/gu;
const GAP_MAX = 12;
const SENTENCE_END = /[.!?…¡¿"“”„«»:;\n•*\]>]|(?:^|\s)[-–—]\s/;
const ABBREVIATIONS =
  /^(?:mr|mrs|ms|dr|prof|st|sr|jr|mme|mlle|sra|dra|sig|hr|fr|dhr|mevr|rev|hon|capt|lt|col|sgt|no|nr|ave|apt)$/;

export function toWords(text: string): readonly Word[] {
  const words: Word[] = [];
  let lastEnd = 0;
  for (const match of text.matchAll(WORD)) {
    const written = match[0].replace(/['’´`]s$/i, "");
    const gap = text.slice(Math.max(lastEnd, match.index - GAP_MAX), match.index);
    const last = words.at(-1);
    const isAfterAbbreviation =
      last !== undefined && gap.trim() === "." && (ABBREVIATIONS.test(last.folded) || last.shape === "letter");
    words.push({
      start: match.index,
      end: match.index + written.length,
      folded: foldWord(written),
      shape: toShape(written),
      gap,
      isFirst: last === undefined || (SENTENCE_END.test(gap) && !isAfterAbbreviation),
    });
    lastEnd = match.index + written.length;
  }
  return words;
}

/** Folded as names are in the lists: no accents, no apostrophe, Icelandic and Turkish letters as English writes them. */
export function foldWord(written: string): string {
  const word = written.length > 60 ? written.slice(0, 60) : written;
  if (/^[a-z]+$/.test(word)) return word;
  if (/^[A-Za-z]+$/.test(word)) return word.toLowerCase();
  return foldText(word.replace(/['’´`]/g, ""))
    .replaceAll("ð", "d")
    .replaceAll("þ", "th")
    .replaceAll("đ", "d")
    .replaceAll("ı", "i")
    .replaceAll("œ", "oe");
}

function toShape(written: string): Word["shape"] {
  const letters = written.replace(/[^\p{L}]/gu, "");
  if (!/^\p{Lu}/u.test(letters)) return "lower";
  if (letters.length === 1) return "letter";
  return /\p{Ll}/u.test(letters) ? "capital" : "shouted";
}
