import { isEverydayName, isKnownGivenName } from "./personal-data-given-names";
import { isAddressedTo, isHonorific, type NameCue } from "./personal-data-name-cues";
import { isStreetAfter } from "./personal-data-street-words";
import {
  hasSurnameEnding,
  isFormedWord,
  isKnownName,
  isKnownSurname,
  isOrganisationWord,
  isProperNoun,
} from "./personal-data-vocabulary";
import type { Word } from "./personal-data-words";

/** "name" is a known name; "maybe" a word that nothing but a name explains. */
export type Verdict = "name" | "maybe" | "no";

const PARTICLES = new Set(
  "de da do dos das del della di du la le van von der den dem ter ten zu zur af av al el bin ibn ben bint y e o mc mac st saint san abu".split(
    " ",
  ),
);

/** Small words inside names: "van der", "de la". */
export function isPersonParticle(folded: string): boolean {
  return PARTICLES.has(folded);
}

/** Can this word be part of a name, given what the words before it say? */
export function judgeWord(text: string, words: readonly Word[], at: number, cue: NameCue): Verdict {
  const word = words[at];
  if (
    word === undefined ||
    (word.folded.length < 2 && word.shape !== "letter") ||
    isHonorific(word) ||
    isGlued(text, word)
  )
    return "no";
  if (word.writing.isCaseless || word.shape === "lower") return judgeLower(words, at, cue);
  if (word.shape === "shouted") return judgeShouted(word, cue);
  if (word.shape === "letter") return judgeInitial(words, at, cue);
  return judgeCapital(words, at, cue);
}

/** Part of a code, an address on the web, a tag or a brand: "iPhone12", "example.com", "@name", "USAirways", "PayPal". */
export function isGlued(text: string, { start, end }: Word): boolean {
  if (/[\d@#_\\&+]/.test(text[start - 1] ?? "") || /^(?:[\d@_\\]|\.\p{Ll}|-\d)/u.test(text.slice(end, end + 2)))
    return true;
  const written = text.slice(start, Math.min(end, start + 30));
  if (/^\p{Lu}{2,}\p{Ll}/u.test(written)) return true;
  return (
    /\p{Ll}\p{Lu}/u.test(written) &&
    !/^(?:Ma?c|De|Di|Du|La|Le|Van|Von|Fitz|Da|Del|El|Al|Ben|Ter|Vander)\p{Lu}\p{Ll}+$/u.test(written)
  );
}

function judgeLower(words: readonly Word[], at: number, cue: NameCue): Verdict {
  const word = words[at];
  if (word === undefined) return "no";
  const { folded, isGiven } = word;
  if (isGiven && (word.writing.isCaseless || cue !== "none" || folded.length >= 5)) return "name";
  if (isAddressedTo(words, at) && isEverydayName(folded) && isVocative(words, at)) return "name";
  const isNone = word.isCommon || isProperNoun(folded) || isOrganisationWord(folded);
  if (isNone) return cue === "sure" && isKnownName(folded) && isNameAfter(words, at) ? "maybe" : "no";
  if (cue === "sure") return "maybe";
  if (!word.writing.isCaseless) return "no";
  if (isKnownGivenName(folded) || isKnownSurname(folded))
    return cue === "likely" || isNameAfter(words, at) || isListed(words, at) ? "maybe" : "no";
  return isStrangePair(words, at) ? "maybe" : "no";
}

/** In a text without capitals: two words side by side that are in no list, or one on a line of its own with another. */
function isStrangePair(words: readonly Word[], at: number): boolean {
  const [word, next, after] = [words[at], words[at + 1], words[at + 2]];
  if (word === undefined || next === undefined || next.gap !== " " || word.folded.length < 3 || next.folded.length < 4)
    return false;
  if (
    [word, next].some(
      ({ folded, isCommon }) => isCommon || isProperNoun(folded) || isOrganisationWord(folded) || isFormedWord(folded),
    )
  )
    return false;
  const isLine = (at === 0 || word.gap.includes("\n")) && (after === undefined || after.gap.includes("\n"));
  if (isLine) return true;
  if (word.writing.language !== "english") return false;
  return hasSurnameEnding(next.folded) || isKnownName(next.folded) || isKnownName(word.folded);
}

/** One of several in a list with commas, another of which is a known name. */
function isListed(words: readonly Word[], at: number): boolean {
  const isItem = (word: Word | undefined, gap: string | undefined): boolean =>
    gap !== undefined && /^,? {0,2}$/.test(gap) && gap.includes(",") && word?.isGiven === true;
  return isItem(words[at - 1], words[at]?.gap) || isItem(words[at + 1], words[at + 1]?.gap);
}

function isNameAfter(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  return (
    next !== undefined &&
    next.gap === " " &&
    !next.isCommon &&
    (isKnownName(next.folded) || hasSurnameEnding(next.folded))
  );
}

/** Capitals throughout are how people shout and how forms print: only known names count. */
function judgeShouted(word: Word, cue: NameCue): Verdict {
  const { folded } = word;
  if (word.isListed || isProperNoun(folded) || isOrganisationWord(folded)) return "no";
  if (word.isGiven && folded.length >= 3) return "name";
  if (cue === "sure") return "maybe";
  return !word.isCommon && folded.length >= 4 && isKnownSurname(folded) && !isEverydayName(folded) ? "maybe" : "no";
}

function judgeInitial(words: readonly Word[], at: number, cue: NameCue): Verdict {
  const next = words[at + 1];
  // "P.S. Anna": letters that are tied by full stops stand for words.
  if (words[at]?.gap === ".") return "no";
  if (next === undefined || !/^\.? ?$/.test(next.gap) || next.gap === "" || next.shape !== "capital") return "no";
  if (next.isCommon || isOrganisationWord(next.folded) || isProperNoun(next.folded)) return "no";
  return next.gap.startsWith(".") || cue === "sure" ? "maybe" : "no";
}

function judgeCapital(words: readonly Word[], at: number, cue: NameCue): Verdict {
  const word = words[at];
  if (word === undefined) return "no";
  const { folded, isFirst } = word;
  if (word.isGiven) return "name";
  if (isOrganisationWord(folded) && !(cue === "sure" && isKnownName(folded))) return "no";
  if (isKnownName(folded) || isEverydayName(folded)) return judgeEveryday(words, at, cue);
  if (word.isListed || isStreetAfter(folded) || (isProperNoun(folded) && !isTitled(words, at, cue))) return "no";
  if (word.isCommon && cue !== "sure") return "no";
  if (cue === "sure") return "maybe";
  if (word.writing.language === "german")
    return hasSurnameEnding(folded) && !isFirst && cue === "likely" ? "maybe" : "no";
  if (isFirst && cue === "none" && isFormedWord(folded) && !isCalledOut(words, at)) return "no";
  return isHeadline(words, at) && cue === "none" ? "no" : "maybe";
}

/** "Grace", "Brown", "Jordan": a name beside another name, after a cue, or with a capital that its place does not explain. */
function judgeEveryday(words: readonly Word[], at: number, cue: NameCue): Verdict {
  const [word, next] = [words[at], words[at + 1]];
  if (word === undefined) return "no";
  const isPlace = isProperNoun(word.folded);
  if (cue === "sure" && !isPlace) return "name";
  const isBeforeName =
    next !== undefined && /^(?: |-)$/.test(next.gap) && next.shape === "capital" && !isOrganisationWord(next.folded);
  const isFullName = isBeforeName && !next.isCommon && !isProperNoun(next.folded);
  if (isFullName && (isEverydayName(word.folded) || isKnownGivenName(word.folded) || isKnownSurname(next.folded)))
    return "name";
  if (isAddressedTo(words, at) && isVocative(words, at)) return "name";
  if (isPlace) return cue === "sure" ? "maybe" : "no";
  if (!word.isCommon)
    return cue === "likely"
      ? "name"
      : word.writing.language === "german" && !isKnownGivenName(word.folded)
        ? "no"
        : "maybe";
  // An everyday word with a capital of its own, in a language where that is rare.
  return word.writing.language === "english" && isAloneWithCapital(words, at) ? "maybe" : "no";
}

/** "Mr. Poland", "my name is Chelsea Ford". */
function isTitled(words: readonly Word[], at: number, cue: NameCue): boolean {
  return isHonorific(words[at - 1]) || (cue === "sure" && words[at + 1]?.shape === "capital");
}

function isAloneWithCapital(words: readonly Word[], at: number): boolean {
  const [last, word, next] = [words[at - 1], words[at], words[at + 1]];
  if (word === undefined || isHeadline(words, at)) return false;
  const isBesideCapital =
    (last?.shape === "capital" && !last.isFirst && word.gap === " ") ||
    (next !== undefined && next.shape !== "lower" && next.gap === " ");
  if (word.isFirst)
    return next?.folded === "and" && words[at + 2]?.shape === "capital" && isKnownName(words[at + 2]?.folded ?? "");
  return !isBesideCapital;
}

/** "Hi Mark,": what follows a name that is called out. */
function isVocative(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  return next === undefined || /^\s?[,!.:;\n–-]|\n/.test(next.gap) || next.shape === "capital";
}

/** A line in which most words have capitals is a heading or a title; a list with commas is neither. */
function isHeadline(words: readonly Word[], at: number): boolean {
  let [from, to] = [at, at];
  while (from > 0 && at - from < 5 && words[from]?.gap === " ") from -= 1;
  while (to + 1 < words.length && to - at < 5 && words[to + 1]?.gap === " ") to += 1;
  const long = words.slice(from, to + 1).filter(({ folded }) => folded.length >= 4);
  return long.length >= 5 && long.filter(({ shape }) => shape === "lower").length === 0;
}

/** "Danial, can you …", "Danial: hello", "Danial Reyes": a formed word would have no comma here, save an adverb. */
function isCalledOut(words: readonly Word[], at: number): boolean {
  const [word, next] = [words[at], words[at + 1]];
  if (word === undefined || next === undefined) return false;
  return (next.shape === "capital" && next.gap === " ") || (/^[,:]/.test(next.gap) && !word.folded.endsWith("ly"));
}
