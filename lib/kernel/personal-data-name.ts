import { isEverydayName } from "./personal-data-given-names";
import { isGlued, isPersonParticle, judgeWord, type Verdict } from "./personal-data-name-word";
import { isHonorific, type NameCue, readNameCue } from "./personal-data-name-cues";
import type { PersonalSpan } from "./personal-data-span";
import { hasSurnameEnding, isKnownSurname, isOrganisationWord, isProperNoun } from "./personal-data-vocabulary";
import type { Word } from "./personal-data-words";

const WORDS_MAX = 6;

/** Names of people: known names, words that a cue announces, and words whose capital nothing else explains. */
export function findNames(text: string, words: readonly Word[]): PersonalSpan[] {
  const found: PersonalSpan[] = [];
  const known = new Set<string>();
  const taken = new Set<number>();
  for (let at = 0; at < words.length; at += 1) {
    const run = readRun(text, words, at);
    if (run === null) continue;
    const { from, to, score } = run;
    addSpan(found, words, from, to, score);
    for (let index = from; index <= to; index += 1) {
      taken.add(index);
      const folded = words[index]?.folded ?? "";
      if (
        score >= 0.5 &&
        folded.length >= 3 &&
        words[index]?.isCommon !== true &&
        !isProperNoun(folded) &&
        !isOrganisationWord(folded)
      )
        known.add(folded);
    }
    at = to;
  }
  addMentions(found, text, words, known, taken);
  return found;
}

function addSpan(found: PersonalSpan[], words: readonly Word[], from: number, to: number, score: number): void {
  const first = words[from];
  const last = words[to];
  if (first !== undefined && last !== undefined) found.push({ start: first.start, end: last.end, type: "name", score });
}

/** A name that was found once is a name wherever it stands with a capital, or where no word has one. */
function addMentions(
  found: PersonalSpan[],
  text: string,
  words: readonly Word[],
  known: ReadonlySet<string>,
  taken: ReadonlySet<number>,
): void {
  words.forEach((word, index) => {
    if (
      taken.has(index) ||
      !known.has(word.folded) ||
      isGlued(text, word) ||
      (word.shape === "lower" && !word.writing.isCaseless)
    )
      return;
    addSpan(found, words, index, index, 0.7);
  });
}

type Run = { readonly from: number; readonly to: number; readonly score: number };

/** The name that starts at this word, or null. */
function readRun(text: string, words: readonly Word[], from: number): Run | null {
  const first = words[from];
  if (first === undefined || isPersonParticleOnly(words, from)) return null;
  const cue = readNameCue(words, from, first.writing.isCaseless);
  const verdict = judgeWord(text, words, from, cue);
  if (verdict === "no") return null;
  const verdicts: Verdict[] = [verdict];
  let to = from;
  for (let next = from + 1; next < words.length && next - from < WORDS_MAX; next += 1) {
    const step = readNext(text, words, next, verdicts);
    if (step === 0) break;
    for (let index = 0; index < step; index += 1) verdicts.push("maybe");
    to = next + step - 1;
    next = to;
    if (judgeNext(text, words, to) === "name") verdicts[verdicts.length - 1] = "name";
  }
  to = dropOpenEnd(words, from, to);
  const score = scoreRun(words, from, to, verdicts, cue);
  return score === 0 ? null : { from, to, score };
}

/** "van" alone starts no name unless a name follows it. */
function isPersonParticleOnly(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined || !isPersonParticle(word.folded)) return false;
  const next = words[at + 1];
  return (
    word.shape === "lower" ||
    word.writing.isCaseless ||
    next === undefined ||
    next.shape === "lower" ||
    next.gap !== " "
  );
}

function judgeNext(text: string, words: readonly Word[], at: number): Verdict {
  return judgeWord(text, words, at, "likely");
}

/** How many words from this one on continue the name: 0 for none, more where small words stand between. */
function readNext(text: string, words: readonly Word[], at: number, verdicts: readonly Verdict[]): number {
  const word = words[at];
  if (word === undefined) return 0;
  const isAfterInitial = words[at - 1]?.shape === "letter" || words[at - 1]?.folded.length === 1;
  if (!(word.gap === " " || word.gap === "-" || word.gap === "\u00a0" || (isAfterInitial && /^\. ?$/.test(word.gap))))
    return 0;
  if (isPersonParticle(word.folded) && !(word.folded.length === 1 && word.shape === "letter")) {
    const after = words[at + 1];
    if (after === undefined || !/^[ '’-]$/.test(after.gap)) return 0;
    if (isPersonParticle(after.folded)) return readNext(text, words, at + 1, verdicts) > 0 ? 2 : 0;
    return continues(text, words, at + 1, verdicts) ? 2 : 0;
  }
  return continues(text, words, at, verdicts) ? 1 : 0;
}

function continues(text: string, words: readonly Word[], at: number, verdicts: readonly Verdict[]): boolean {
  const word = words[at];
  if (word === undefined) return false;
  const { folded, shape } = word;
  const followsName = verdicts.includes("name");
  if (folded.length === 1) return isInitial(words, at);
  if (shape === "lower" && !word.writing.isCaseless) return word.gap === "-" && !word.isCommon;
  if (/^(?:jr|sr|ii|iii|iv|md|phd|dds|esq)$/.test(folded) && shape !== "lower") return true;
  if (shape === "lower" || word.writing.isCaseless) {
    if ((followsName ? word.isListed : word.isCommon) || isProperNoun(folded)) return false;
    return (
      word.isGiven ||
      isKnownSurname(folded) ||
      hasSurnameEnding(folded) ||
      words[at - 1]?.folded.length === 1 ||
      (followsName && folded.length >= 4)
    );
  }
  if (word.writing.language === "german" && word.isListed) return false;
  if (isOrganisationWord(folded) || isHonorific(word)) return isKnownSurname(folded) && followsName;
  if (followsName && !word.isListed && shape === "capital") return !isProperNoun(folded) || isKnownSurname(folded);
  if (shape === "capital" && (isKnownSurname(folded) || isEverydayName(folded))) return true;
  return (
    judgeWord(text, words, at, followsName ? "sure" : "likely") !== "no" || (followsName && isKnownSurname(folded))
  );
}

/** "M." or "F" between two names. */
function isInitial(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (word === undefined || next === undefined || (word.shape === "lower" && !word.writing.isCaseless)) return false;
  if (word.folded === "i" && next.gap === " ") return false;
  return (
    /^\.? ?$/.test(next.gap) &&
    next.gap !== "" &&
    (next.shape === "capital" || next.shape === "letter" || word.writing.isCaseless) &&
    !next.isCommon
  );
}

/** A name does not end with an initial or a small word that nothing follows. */
function dropOpenEnd(words: readonly Word[], from: number, to: number): number {
  let end = to;
  while (end > from && isPersonParticle(words[end]?.folded ?? "") && words[end]?.shape === "lower") end -= 1;
  return end;
}

/** How sure it is that the run is a person's name; 0 is not at all. */
function scoreRun(
  words: readonly Word[],
  from: number,
  to: number,
  verdicts: readonly Verdict[],
  cue: NameCue,
): number {
  const folded = words.slice(from, to + 1).map((word) => word.folded);
  const next = words[to + 1];
  const isOrganisation =
    next !== undefined && /^(?: |, )$/.test(next.gap) && isOrganisationWord(next.folded) && next.shape !== "lower";
  if (cue === "sure") return 0.95;
  if (isOrganisation && cue === "none") return 0;
  if (verdicts.includes("name")) return folded.length > 1 ? 0.9 : 0.8;
  if (
    words[from]?.writing.language === "german" &&
    !folded.some((word) => isKnownSurname(word) || hasSurnameEnding(word))
  )
    return cue === "likely" ? 0.5 : 0;
  return cue === "likely" ? 0.7 : 0.55;
}
