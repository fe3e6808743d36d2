import { foldText } from "./column-fold";
import { isCommonWord, isListedWord, isPlainGivenName, type Language, readLanguage } from "./personal-data-vocabulary";

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
  readonly isAccented: boolean;
  /** An everyday word of the text's language. */
  readonly isCommon: boolean;
  /** How the part of the text that it stands in is written. */
  readonly writing: Writing;
  /** It is in the list of everyday words itself, not formed from one. */
  readonly isListed: boolean;
  /** A given name that is nothing else. */
  readonly isGiven: boolean;
};

/** How a text is written: what its capitals can say. */
export type Writing = {
  /** All small letters, or all capitals: a capital says nothing. */
  readonly isCaseless: boolean;
  readonly language: Language;
};

type Known = "isCommon" | "isListed" | "isGiven" | "writing";
type Shaped = Omit<Word, Known>;

// U+2206 is what many systems write for the Greek capital delta.
const WORD = /[\p{L}\u2206][\p{L}\p{M}\u2206]*(?:['’´`]\p{L}[\p{L}\p{M}]*)*/gu;
const GAP_MAX = 12;
const SENTENCE_END = /[.!?…¡¿"“”„«»:;\n•*\]>]|(?:^|\s)[-–—]\s/;
const ABBREVIATIONS =
  /^(?:mr|mrs|ms|dr|prof|st|sr|jr|mme|mlle|sra|dra|sig|hr|fr|dhr|mevr|rev|hon|capt|lt|col|sgt|no|nr|ave|apt)$/;

/** A text is judged in parts, which end at a blank line: a thread may hold several languages. */
const PART_MIN = 40;
const PART_MAX = 400;

export function readWords(text: string): readonly Word[] {
  const shaped = toShapedWords(text);
  const words: Word[] = [];
  const facts: Facts = new Map();
  for (let from = 0; from < shaped.length; ) {
    let to = from + 1;
    while (
      to < shaped.length &&
      to - from < PART_MAX &&
      !(to - from >= PART_MIN && /\n\s*\n/.test(shaped[to]?.gap ?? ""))
    )
      to += 1;
    addPart(words, shaped.slice(from, to), facts);
    from = to;
  }
  return words;
}

type Fact = Pick<Word, "isCommon" | "isListed" | "isGiven">;
/** What was looked up already, by word and language. */
type Facts = Map<string, Fact>;

function addPart(words: Word[], part: readonly Shaped[], facts: Facts): void {
  const language = readLanguage(part.map(({ folded }) => folded));
  const writing: Writing = { isCaseless: isCaseless(part), language };
  for (const { start, end, folded, shape, gap, isFirst, isAccented } of part) {
    // English hardly has accents: "Bašić" is not "basic".
    const isForeign = isAccented && language === "english";
    const key = `${folded} ${isForeign ? "foreign" : language}`;
    let fact = facts.get(key);
    if (fact === undefined) {
      fact = toFact(folded, language, isForeign);
      facts.set(key, fact);
    }
    const { isCommon, isListed, isGiven } = fact;
    words.push({ start, end, folded, shape, gap, isFirst, isAccented, isCommon, isListed, isGiven, writing });
  }
}

function toFact(folded: string, language: Language, isForeign: boolean): Fact {
  return {
    isCommon: !isForeign && isCommonWord(folded, language),
    isListed: !isForeign && isListedWord(folded, language),
    isGiven: isPlainGivenName(folded, language),
  };
}

function isCaseless(sample: readonly Shaped[]): boolean {
  const count = (shape: Word["shape"]): number => sample.filter((word) => word.shape === shape).length;
  const [capitals, shouted, lower] = [count("capital"), count("shouted"), count("lower")];
  return capitals === 0 && (shouted === 0 || lower === 0 || lower > 12 * shouted);
}

function toShapedWords(text: string): readonly Shaped[] {
  const words: Shaped[] = [];
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
      isAccented: /[^\p{ASCII}'’´`]/u.test(written),
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
  // "d'Ouchy", "l'Hôpital": the capital is the word's own.
  if (/^\p{Ll}{1,5}['’]\p{Lu}/u.test(written)) return "capital";
  const letters = written.replace(/[^\p{L}]/gu, "");
  if (!/^\p{Lu}/u.test(letters)) return "lower";
  if (letters.length === 1) return "letter";
  return /\p{Ll}/u.test(letters) ? "capital" : "shouted";
}
