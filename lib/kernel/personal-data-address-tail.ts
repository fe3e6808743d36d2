import type { Atom } from "./personal-data-atoms";
import { isBoxWord, isPlaceParticle, isStreetAfter, isUnitWord } from "./personal-data-street-words";
import { isProperNoun } from "./personal-data-vocabulary";

const SEGMENTS_MAX = 12;
const PLACE_WORDS_MAX = 7;
/** What forms print where a part is missing. */
const MISSING = /^(?:nan|null|none|na)$/;
const SEPARATOR =
  /^(?: {1,3}|,? ?#|[ ]?[,;|] {0,2}|[ ]{0,3}[,.]? ?\r?\n[ \t]{0,8}(?:, ?)?| [–-] |\. | ?\(|\) ?|\),? |\)?\r?\n {0,6},? ?)$/;

/** The last atom of an address whose street or box ends at this one. */
export function readAddressTail(text: string, atoms: readonly Atom[], from: number): number {
  let to = from;
  for (let count = 0; count < SEGMENTS_MAX; count += 1) {
    const next = readSegment(text, atoms, to);
    if (next === to) break;
    to = next;
  }
  return to;
}

function readSegment(text: string, atoms: readonly Atom[], at: number): number {
  const next = atoms[at + 1];
  if (next === undefined || !SEPARATOR.test(next.gap)) return at;
  const unit = readUnit(atoms, at);
  if (unit > at) return unit;
  const code = readCode(atoms, at);
  if (code > at) return code;
  return next.gap === ". " && !/^(?:nr|no)$/.test(atoms[at]?.folded ?? "") ? at : readPlace(text, atoms, at);
}

/** "Apt. 360", "Suite 245", "# 12", "3rd floor": the part of the house. */
export function readUnit(atoms: readonly Atom[], at: number): number {
  const word = atoms[at + 1];
  const number = atoms[at + 2];
  if (word === undefined || !SEPARATOR.test(word.gap) || number === undefined) return at;
  const isUnit = isUnitWord(word.folded) || isBoxWord(word.folded);
  const isNear = /^(?:\.? ?#? ?|: ?)$/.test(number.gap);
  if (isUnit && isNear && (number.isNumber || (number.folded.length === 1 && number.shape === "letter")))
    return isLetterTouching(atoms[at + 3]) ? at + 3 : at + 2;
  if (!word.isNumber) return at;
  // "2. tv", "3rd floor"
  if (isUnitWord(number.folded) && /^\.? $/.test(number.gap)) return at + 2;
  return /^(?:st|nd|rd|th|er|e|eme|o|a)$/.test(number.folded) && isUnitWord(atoms[at + 3]?.folded ?? "") ? at + 3 : at;
}

/** "4B" */
function isLetterTouching(atom: Atom | undefined): boolean {
  return atom?.gap === "" && atom.folded.length === 1 && !atom.isNumber;
}

/** A postcode: "25173", "840 24", "53-320", "SW1A 1AA", "QC 54256". */
function readCode(atoms: readonly Atom[], at: number): number {
  const next = atoms[at + 1];
  if (next === undefined) return at;
  if (next.isNumber) {
    const isRange = isLetterTouching(atoms[at + 2]) || /^[-/]$/.test(atoms[at + 2]?.gap ?? "");
    if (/^,? ?#$/.test(next.gap)) return isRange ? at + 2 : at + 1;
    if (next.folded.length < 2 || next.folded.length > 6 || next.gap === ". ") return at;
    const second = atoms[at + 2];
    const isSplit = second?.isNumber === true && /^[ -]$/.test(second.gap) && second.folded.length <= 4;
    return isSplit ? at + 2 : at + 1;
  }
  // Letters and digits that touch: the outward and the inward half of a British code, a Canadian one.
  const touching = atoms[at + 2];
  if (next.folded.length <= 2 && next.isCapital && touching?.isNumber === true && touching.gap === "")
    return readTouching(atoms, at + 2);
  return at;
}

function readTouching(atoms: readonly Atom[], at: number): number {
  let to = at;
  for (let count = 0; count < 4; count += 1) {
    const next = atoms[to + 1];
    const isTouching = next?.gap === "" && next.folded.length <= 3;
    const isInward = next?.gap === " " && next.isNumber && next.folded.length === 1 && atoms[to + 2]?.gap === "";
    if (!isTouching && !isInward) break;
    to += 1;
  }
  return to;
}

/** A town, a region or a country. On a line of its own it must fill the line; in a sentence its words have capitals. */
function readPlace(text: string, atoms: readonly Atom[], at: number): number {
  const start = atoms[at + 1];
  if (start === undefined) return at;
  const isOwnPart = /[\n,;|(]/.test(start.gap);
  if (MISSING.test(start.folded)) return at + 1;
  let to = at;
  for (let count = 0; count < PLACE_WORDS_MAX; count += 1) {
    const atom = atoms[to + 1];
    if (atom === undefined || atom.isNumber || (count > 0 && !isPlaceGap(atoms[to], atom.gap))) break;
    if (isUnitWord(atom.folded) && atoms[to + 2]?.isNumber === true && count > 0) break;
    if (!isPlaceWord(atom, atoms[to + 2], count, isOwnPart)) break;
    to += 1;
  }
  while (to > at && atoms[to]?.shape === "lower" && isPlaceParticle(atoms[to]?.folded ?? "")) to -= 1;
  return to > at && isEnd(text, atoms, at, to) ? to : at;
}

/** A full stop stands inside a place's name only after a short word: "St. Georges". */
function isPlaceGap(last: Atom | undefined, gap: string): boolean {
  return /^(?: {1,2}|[-'’/]| \()$/.test(gap) || (/^\. ?$/.test(gap) && (last?.folded.length ?? 9) <= 3);
}

function isPlaceWord(atom: Atom, next: Atom | undefined, count: number, isOwnPart: boolean): boolean {
  if (MISSING.test(atom.folded)) return true;
  if (isPlaceParticle(atom.folded) && next !== undefined && !next.isNumber && /^[ '’-]$/.test(next.gap))
    return next.isCapital || isPlaceParticle(next.folded);
  if (!atom.isCapital) return false;
  if (isProperNoun(atom.folded) || isStreetAfter(atom.folded)) return true;
  if (!atom.isCommon) return true;
  if (atom.shape === "lower" && next !== undefined && isProperNoun(next.folded) && /^,? $/.test(next.gap)) return true;
  // "Grand Rapids", "LOW STREET": everyday words in a town's name, on their own line or after its first word.
  return atom.shape !== "lower" && (count > 0 || (isOwnPart && (atom.shape === "shouted" || next?.isCapital === true)));
}

/** A place that starts a line must end it, and a label ("Mobile:") is none. */
function isEnd(text: string, atoms: readonly Atom[], at: number, to: number): boolean {
  const after = text.slice(atoms[to]?.end ?? 0, (atoms[to]?.end ?? 0) + 3);
  if (/^\s?:/.test(after)) return false;
  if (!(atoms[at + 1]?.gap.includes("\n") ?? false)) return true;
  return (
    /^(?:$|\s*[\n,.;)(]|\s?\(|\s*\d|[.!?] ?| ,)/.test(after) || after.trim() === "" || atoms[to + 1]?.isNumber === true
  );
}
