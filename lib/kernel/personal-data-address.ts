import { readAddressTail, readUnit } from "./personal-data-address-tail";
import type { Atom } from "./personal-data-atoms";
import { findLastCue, readBefore } from "./personal-data-context";
import type { PersonalSpan } from "./personal-data-span";
import {
  isBoxWord,
  isPlaceParticle,
  isStreetAfter,
  isStreetBefore,
  isStreetCompound,
  isUnitWord,
  isWeakStreetCompound,
} from "./personal-data-street-words";
import { isKnownGivenName } from "./personal-data-given-names";
import { isProperNoun } from "./personal-data-vocabulary";

/** Says where somebody is, lives or wants things sent, right before the value. */
const PLACE_CUE =
  /(?<![a-z])(?:address(?:es)?|addresses are|adresse|anschrift|lieferadresse|direccion|domicilio|endereco|indirizzo|adres|pata|lives?|living|lived|reside\w*|residence|located|location|moved?|moving|deliver\w*|ship(?:ped)?|send|sent|return|meet|pick up|drops? you off|corner|intersection|street|house|home|office|wohn\w*|habite|vivo|moro|abito|woon|station|store|shop|restaurant|here they are|enter|north|south|east|west|side)\b[^.!?]{0,40}$/;
const PREPOSITION =
  /(?<![a-z])(?:at|on|of|in|to|from|near|by|is|into|via|along|outside|opposite|and|between|bei|nach|aus|wohne|a|au|en|em|na|no|te|aan|op)\W{0,4}$/;
const CORNER = /(?<![a-z])(?:the )?(?:corner|intersection|junction) of\W{0,3}$/g;
const NAME_MAX = 7;
const LEAD_MAX = 3;

type Core = { readonly from: number; readonly to: number; readonly score: number };

/** Addresses of houses and boxes: the street with its number, then what follows of the flat, the town, the postcode and the country. */
export function findAddresses(text: string, atoms: readonly Atom[]): PersonalSpan[] {
  const found: PersonalSpan[] = [];
  for (let index = 0; index < atoms.length; index += 1) {
    const core = readBox(atoms, index) ?? readStreet(text, atoms, index);
    if (core === null) continue;
    const to = readAddressTail(text, atoms, core.to);
    const first = atoms[core.from];
    const last = atoms[to];
    if (first === undefined || last === undefined) continue;
    const start = toStart(text, atoms, core.from);
    const end = start < first.start && !isAfterUnit(atoms, core.from) ? toOtherStreet(atoms, to) : to;
    found.push({ start, end: atoms[end]?.end ?? last.end, type: "address", score: core.score });
    index = end;
  }
  return found;
}

/** "the corner of A and B", "A and B 12": the other street belongs to it. */
function toStart(text: string, atoms: readonly Atom[], from: number): number {
  const first = atoms[from];
  if (first === undefined) return 0;
  let start = first.start;
  if (isAfterUnit(atoms, from)) start = atoms[from - 2]?.start ?? start;
  const and = atoms[from - 1];
  const other = atoms[from - 2];
  if (and !== undefined && /^(?:and|und|et|y|e|en)$/.test(and.folded) && other?.isCapital === true && !other.isCommon)
    start = other.start;
  const before = readBefore(text, start, 30);
  CORNER.lastIndex = 0;
  const corner = CORNER.exec(before);
  return corner === null ? start : start - (before.length - corner.index);
}

/** "Flat 3, 58 Ashgrove Terrace": the part of the house stands before. */
function isAfterUnit(atoms: readonly Atom[], from: number): boolean {
  const [unit, number, first] = [atoms[from - 2], atoms[from - 1], atoms[from]];
  return (
    number?.isNumber === true &&
    /^,? $|^,? ?\n *$/.test(first?.gap ?? "") &&
    isUnitWord(unit?.folded ?? "") &&
    /^\.? ?#?$/.test(number.gap)
  );
}

/** After "the corner of A" comes "and B": its words have capitals. */
function toOtherStreet(atoms: readonly Atom[], to: number): number {
  const and = atoms[to + 1];
  if (and === undefined || !/^(?:and|und|et|y|e|en)$/.test(and.folded) || !/^\.? ?$/.test(and.gap)) return to;
  let end = to + 1;
  while (end - to < NAME_MAX) {
    const next = atoms[end + 1];
    if (next === undefined || !/^(?: |[-'’]|\. ?|)$/.test(next.gap)) break;
    if (
      next.gap !== "" &&
      !next.isNumber &&
      !next.isCapital &&
      !isPlaceParticle(next.folded) &&
      !isStreetAfter(next.folded)
    )
      break;
    if (next.shape === "lower" && next.isCommon && !isStreetAfter(next.folded)) break;
    end += 1;
  }
  return end === to + 1 ? to : end;
}

/** "PSC 9009, Box 9725", "Unit 1293 Box 4311", "P.O. Box 186", "APO AA 33274", "USNS Bergman". */
function readBox(atoms: readonly Atom[], from: number): Core | null {
  const first = atoms[from];
  if (first === undefined || first.isNumber) return null;
  const second = atoms[from + 1];
  if (
    first.folded === "p" &&
    second?.folded === "o" &&
    atoms[from + 2]?.folded === "box" &&
    atoms[from + 3]?.isNumber === true
  )
    return { from: toLead(atoms, from), to: from + 3, score: 0.9 };
  if (first.folded === "po" && second?.folded === "box" && atoms[from + 2]?.isNumber === true)
    return { from: toLead(atoms, from), to: from + 2, score: 0.9 };
  if (!isBoxWord(first.folded) && first.folded !== "unit") return null;
  if (second?.isNumber === true) {
    const isPaired = isBoxWord(atoms[from + 2]?.folded ?? "") && atoms[from + 3]?.isNumber === true;
    if (isPaired) return { from, to: from + 3, score: 0.9 };
    return first.folded !== "unit" && first.folded !== "box" && first.isCapital
      ? { from: toLead(atoms, from), to: from + 1, score: 0.8 }
      : null;
  }
  const isForces = /^(?:apo|fpo|dpo)$/.test(first.folded) && /^(?:aa|ae|ap)$/.test(second?.folded ?? "");
  if (isForces && atoms[from + 2]?.isNumber === true) return { from, to: from + 2, score: 0.9 };
  const isShip = /^us(?:ns|s|nv|av|nm)$/.test(first.folded) && second?.isCapital === true;
  return isShip && /^(?:apo|fpo|dpo)$/.test(atoms[from + 2]?.folded ?? "") ? { from, to: from + 1, score: 0.9 } : null;
}

/** Numbers right before belong to the address: "609 P.O. Box 186". */
function toLead(atoms: readonly Atom[], from: number): number {
  let at = from;
  while (at > 0 && from - at < LEAD_MAX && atoms[at - 1]?.isNumber === true && /^ +$/.test(atoms[at]?.gap ?? ""))
    at -= 1;
  return at;
}

/** Small words that begin the names of streets ("Am Markt") only with a capital. */
const NEEDS_CAPITAL = /^(?:am|an|der|im|zum|zur|unter|auf|al|r|c|l|lot|place|gang)$/;

type Street = {
  to: number;
  words: number;
  hasStreetWord: boolean;
  /** The word for a street is an everyday word, or an ending that other words have. */
  isWeak: boolean;
  hasEndNumber: boolean;
  hasCommon: boolean;
  isAcronym: boolean;
  /** No word of it has a capital. */
  isSmall: boolean;
};

function readStreet(text: string, atoms: readonly Atom[], from: number): Core | null {
  const first = atoms[from];
  if (first === undefined || (first.isNumber && first.folded.length > 6)) return null;
  let at = from;
  while (at - from < LEAD_MAX && atoms[at]?.isNumber === true && (at === from || isJoin(atoms[at]?.gap))) at += 1;
  // A house number may carry a letter: "221b".
  if (at > from && atoms[at]?.gap === "" && atoms[at]?.folded.length === 1) at += 1;
  // "350 5th Avenue"
  if (
    at > from &&
    atoms[at]?.gap === "" &&
    /^(?:st|nd|rd|th)$/.test(atoms[at]?.folded ?? "") &&
    atoms[at + 1]?.isCapital === true
  )
    at += 1;
  const isAfterComma = atoms[at]?.gap === ", " && isStreetBefore(atoms[at]?.folded ?? "");
  if (at > from && !isJoin(atoms[at]?.gap) && !isAfterComma) return null;
  const street = readStreetName(atoms, at, at > from);
  if (street === null) return null;
  const hasLead = at > from || isAfterUnit(atoms, from);
  const score = scoreStreet(text, atoms, from, hasLead, street);
  return score === 0 ? null : { from, to: street.to, score };
}

function isJoin(gap: string | undefined): boolean {
  return gap !== undefined && /^(?: {1,2}|[-/]|\. ?| ?- ?)$/.test(gap);
}

/** The words of a street's name with the kind of street before, after or at the end of one, and the house number behind. */
function readStreetName(atoms: readonly Atom[], from: number, hasLead: boolean): Street | null {
  const street: Street = {
    to: from,
    words: 0,
    hasStreetWord: false,
    isWeak: false,
    hasEndNumber: false,
    hasCommon: false,
    isAcronym: false,
    isSmall: true,
  };
  let at = from;
  for (; at - from < NAME_MAX; at += 1) {
    const atom = atoms[at];
    if (atom === undefined || atom.isNumber || (at > from && !/^(?: {1,2}|\. ?|[-'’/]| [("])$/.test(atom.gap))) break;
    if (at > from && isUnitWord(atom.folded) && atoms[at + 1]?.isNumber === true && street.words > 0) break;
    if (!addStreetWord(street, atom, atoms[at + 1], at === from, hasLead)) break;
    street.isSmall &&= atom.shape === "lower";
    street.to = at;
  }
  if (street.words === 0) return null;
  readEndNumber(atoms, street);
  return street;
}

/** Takes one word into the street's name; false where the name has ended before it. */
function addStreetWord(
  street: Street,
  atom: Atom,
  next: Atom | undefined,
  isFirst: boolean,
  hasLead: boolean,
): boolean {
  const { folded } = atom;
  const isNamed =
    next !== undefined &&
    !next.isNumber &&
    (next.isCapital || isPlaceParticle(next.folded) || (hasLead && !next.isCommon));
  if (isFirst && isStreetBefore(folded) && isNamed && (atom.isCapital || !NEEDS_CAPITAL.test(folded))) {
    street.hasStreetWord = true;
    street.words += folded.length > 2 || atom.isCapital ? 1 : 0;
    return folded.length > 1 || atom.isCapital;
  }
  if (street.words > 0 && isStreetAfter(folded)) {
    street.hasStreetWord = true;
    street.isWeak ||= atom.shape === "lower" && atom.isCommon;
    street.words += 1;
    return true;
  }
  if (isStreetCompound(folded) && !atom.isCommon && !isKnownGivenName(folded)) {
    street.hasStreetWord = true;
    street.isWeak ||= isWeakStreetCompound(folded);
    street.words += 1;
    return true;
  }
  return addNameWord(street, atom, next, isFirst);
}

/** A word of the name itself: it has a capital, or stands in small letters inside the name. */
function addNameWord(street: Street, atom: Atom, next: Atom | undefined, isFirst: boolean): boolean {
  const { folded } = atom;
  const isInside = !isFirst && next !== undefined && !next.isNumber;
  if (isInside && isPlaceParticle(folded) && (next.isCapital || isPlaceParticle(next.folded))) return true;
  if (!atom.isCapital) {
    const isSmallWord = !isFirst && !atom.isCommon && street.words > 0 && next !== undefined;
    if (!isSmallWord || !(next.isNumber || next.isCapital || isStreetAfter(next.folded)))
      return street.hasStreetWord && street.words === 1 && !atom.isCommon;
    street.words += 1;
    return true;
  }
  const isCommon = atom.isCommon || isProperNoun(folded);
  if (isCommon && (isFirst || atom.shape === "lower") && !isStreetAfter(next?.folded ?? "")) return false;
  street.hasCommon ||= isCommon;
  street.isAcronym ||= isFirst && atom.shape === "shouted" && folded.length <= 4;
  street.words += 1;
  return true;
}

function readEndNumber(atoms: readonly Atom[], street: Street): void {
  const number = atoms[street.to + 1];
  if (number?.isNumber !== true || number.folded.length > 5) return;
  if (!/^(?: {1,2}|, ?|\. ?| ?n[ro°º]?\.? ?| ?[#№] ?)$/i.test(number.gap)) return;
  const last = atoms[street.to]?.folded ?? "";
  // "u. 49": a full stop may stand between only where the street's word is cut short.
  if (number.gap.startsWith(".") && !isStreetAfter(last) && !isStreetCompound(last)) return;
  street.hasEndNumber = true;
  street.to += 1;
  // "12-14", "12/3", "12 b".
  const next = atoms[street.to + 1];
  if (next?.isNumber === true && /^[-/–]$/.test(next.gap) && next.folded.length <= 4) street.to += 1;
  else if (next !== undefined && next.folded.length === 1 && next.gap === "") street.to += 1;
}

/** How sure it is that this is an address; 0 is not at all. */
function scoreStreet(text: string, atoms: readonly Atom[], from: number, hasLead: boolean, street: Street): number {
  const first = atoms[from];
  if (first === undefined) return 0;
  if (street.hasStreetWord && (hasLead || street.hasEndNumber) && !(street.isWeak && !street.hasEndNumber && !hasLead))
    return street.isWeak ? 0.7 : 0.9;
  const hasUnit = readUnit(atoms, street.to) > street.to;
  if (hasUnit && street.words > 0 && (street.hasEndNumber || hasLead)) return 0.85;
  const before = readBefore(text, first.start, 60);
  const hasCue = PLACE_CUE.test(before);
  if (
    street.hasStreetWord &&
    (hasCue || findLastCue(before, CORNER) === before.length) &&
    !street.isWeak &&
    street.words > 1
  )
    return 0.7;
  if (!street.hasEndNumber || street.isAcronym) return 0;
  if (hasLead && (hasCue || (first.folded.length >= 3 && !street.hasCommon && !street.isSmall)))
    return hasCue ? 0.8 : 0.6;
  const endNumber = atoms[street.to]?.folded ?? "";
  const isYear = /^(?:19|20)\d\d$/.test(endNumber);
  return PREPOSITION.test(before) && !street.hasCommon && !isYear ? (hasCue ? 0.7 : 0.55) : 0;
}
