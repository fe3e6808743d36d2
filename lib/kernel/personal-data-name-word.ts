import { isEverydayName } from "./personal-data-given-names";
import { isAddressedTo, isHonorific, type NameCue } from "./personal-data-name-cues";
import { isStreetAfter } from "./personal-data-street-words";
import {
  hasSurnameEnding,
  isCommonWord,
  isGermanText,
  isKnownName,
  isKnownSurname,
  isOrganisationWord,
  isPlainGivenName,
  isProperNoun,
} from "./personal-data-vocabulary";
import type { Word } from "./personal-data-words";

/** How a text is written: what its capitals can say. */
export type Writing = {
  /** All small letters, or all capitals: a capital says nothing. */
  readonly isCaseless: boolean;
  /** Every noun has a capital. */
  readonly isGerman: boolean;
};

/** "name" is a known name; "maybe" a word that nothing but a name explains. */
export type Verdict = "name" | "maybe" | "no";

/** As much of a long text as tells its language and habits. */
const SAMPLE = 400;

export function readWriting(words: readonly Word[]): Writing {
  const sample = words.slice(0, SAMPLE);
  const capitals = sample.filter(({ shape }) => shape === "capital").length;
  const shouted = sample.filter(({ shape }) => shape === "shouted").length;
  const lower = sample.filter(({ shape }) => shape === "lower").length;
  const isCaseless = capitals === 0 && (shouted === 0 || lower === 0 || lower > 12 * shouted);
  return { isCaseless, isGerman: isGermanText(sample.map(({ folded }) => folded)) };
}

const PARTICLES = new Set(
  "de da do dos das del della di du la le van von der den dem ter ten zu zur af av al el bin ibn ben bint y e o mc mac st saint san abu und".split(
    " ",
  ),
);

/** Small words inside names: "van der", "de la". */
export function isPersonParticle(folded: string): boolean {
  return PARTICLES.has(folded) && folded !== "und";
}

/** Can this word start a name, given what the words before it say? */
export function judgeWord(text: string, words: readonly Word[], at: number, cue: NameCue, writing: Writing): Verdict {
  const word = words[at];
  if (word === undefined || word.folded.length < 2 || isHonorific(word) || isGlued(text, word)) return "no";
  const isLower = word.shape === "lower";
  if (writing.isCaseless || isLower) return judgeLower(words, at, cue, writing);
  if (word.shape === "shouted") return judgeShouted(word, cue);
  if (word.shape === "letter") return judgeInitial(words, at, cue);
  return judgeCapital(words, at, cue, writing);
}

/** Part of a code, an address on the web, a tag or a brand: "iPhone12", "example.com", "@name". */
function isGlued(text: string, { start, end }: Word): boolean {
  return (
    /[\d@#_/\\&+]/.test(text[start - 1] ?? "") ||
    /^(?:[\d@_/\\]|\.\p{L}|-\d)/u.test(text.slice(end, end + 2)) ||
    /\p{Ll}\p{Lu}\p{Ll}.*\p{Lu}|^\p{Ll}\p{Lu}/u.test(text.slice(start, Math.min(end, start + 30)))
  );
}

function judgeLower(words: readonly Word[], at: number, cue: NameCue, writing: Writing): Verdict {
  const { folded } = words[at] ?? { folded: "" };
  const isPlain = isPlainGivenName(folded);
  const isCommon = isCommonWord(folded) || isProperNoun(folded) || isOrganisationWord(folded);
  if (isPlain && (writing.isCaseless || cue !== "none" || folded.length >= 5)) return "name";
  if (isCommon && !(cue === "sure" && isEverydayName(folded) && isNameAfter(words, at))) return "no";
  if (cue === "sure") return folded.length >= 2 && !/^(?:is|not|x+)$/.test(folded) ? "maybe" : "no";
  if (isAddressedTo(words, at) && (isPlain || isEverydayName(folded))) return "name";
  if (cue === "likely" && writing.isCaseless)
    return isKnownSurname(folded) || isEverydayName(folded) || (hasSurnameEnding(folded) && folded.length >= 7)
      ? "maybe"
      : "no";
  return "no";
}

function isNameAfter(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  return next !== undefined && next.gap === " " && (isKnownSurname(next.folded) || !isCommonWord(next.folded));
}

/** Capitals throughout are how people shout and how forms print: only known names count. */
function judgeShouted({ folded }: Word, cue: NameCue): Verdict {
  if (isCommonWord(folded) || isProperNoun(folded) || isOrganisationWord(folded)) return "no";
  if (isPlainGivenName(folded) && folded.length >= 3) return "name";
  if (cue === "sure") return "maybe";
  return folded.length >= 4 && isKnownSurname(folded) && !isEverydayName(folded) ? "maybe" : "no";
}

function judgeInitial(words: readonly Word[], at: number, cue: NameCue): Verdict {
  const word = words[at];
  const next = words[at + 1];
  if (word === undefined || next === undefined || !/^\.? ?$/.test(next.gap) || next.gap === "") return "no";
  if (
    next.shape !== "capital" ||
    isCommonWord(next.folded) ||
    isOrganisationWord(next.folded) ||
    isProperNoun(next.folded)
  )
    return "no";
  return next.gap.startsWith(".") || cue === "sure" ? "maybe" : "no";
}

function judgeCapital(words: readonly Word[], at: number, cue: NameCue, writing: Writing): Verdict {
  const word = words[at];
  if (word === undefined) return "no";
  const { folded, isFirst } = word;
  if (isPlainGivenName(folded)) return "name";
  const isCommon = isCommonWord(folded);
  if (isOrganisationWord(folded) || (isProperNoun(folded) && !isEverydayName(folded)))
    return cue === "sure" && isKnownName(folded) ? "maybe" : "no";
  if (isEverydayName(folded) || isKnownSurname(folded))
    return judgeEveryday(words, at, cue, isCommon || isProperNoun(folded), writing);
  if (isCommon) return cue === "sure" && !isFirst && !writing.isGerman ? "maybe" : "no";
  if (isStreetAfter(folded)) return "no";
  if (cue === "sure") return "maybe";
  if (writing.isGerman) return hasSurnameEnding(folded) && !isFirst && cue === "likely" ? "maybe" : "no";
  return isHeadline(words, at) && cue === "none" ? "no" : "maybe";
}

/** "Grace", "Brown", "Jordan": a name beside another name, after a cue, or with a capital that the place in the sentence does not explain. */
function judgeEveryday(words: readonly Word[], at: number, cue: NameCue, isWord: boolean, writing: Writing): Verdict {
  const word = words[at];
  const next = words[at + 1];
  if (word === undefined) return "no";
  if (cue === "sure") return "name";
  const isBeforeName =
    next !== undefined &&
    /^(?: |-|\. )$/.test(next.gap) &&
    next.shape === "capital" &&
    (isKnownSurname(next.folded) ||
      hasSurnameEnding(next.folded) ||
      (!isCommonWord(next.folded) && !isProperNoun(next.folded) && !isOrganisationWord(next.folded)));
  if (isBeforeName && isEverydayName(word.folded) && !isOrganisationWord(next.folded)) return "name";
  if (cue === "likely" && !isWord) return "name";
  if (isWord)
    return !word.isFirst && !writing.isGerman && isEverydayName(word.folded) && isAddressedTo(words, at)
      ? "maybe"
      : "no";
  return writing.isGerman && !isEverydayName(word.folded) ? "no" : "maybe";
}

/** A line in which most words have capitals is a heading or a title. */
function isHeadline(words: readonly Word[], at: number): boolean {
  const nearby = words.slice(Math.max(0, at - 4), at + 5);
  const long = nearby.filter(({ folded }) => folded.length >= 4);
  return long.length >= 6 && long.filter(({ shape }) => shape === "capital").length === long.length;
}
