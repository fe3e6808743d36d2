import { findLastCue, isWholeText, readBefore } from "./personal-data-context";
import type { DigitGroup } from "./personal-data-digits";
import { hasCountryCode, isInternationalNumber } from "./personal-data-phone-regions";
import { isNationalPhoneShape, isRegionNumber } from "./personal-data-phone-shapes";
import type { PersonalSpan } from "./personal-data-span";

const DIGITS_MIN = 4;
const DIGITS_MAX = 17;
const GROUPS_MAX = 9;
const CUE =
  /(?<![a-z])(?:tele?(?:phone|phon|fon|fono|foon|fone)?\w{0,8}|phones?|mobiles?|mobil\w{0,8}|mobiel\w{0,6}|cell(?:phone|ulare|ular)?|landline|fax|call(?:ing|ed|s)?|dial|ring|rang|text(?:ed|ing)?|sms|whats ?app|wa|signal|viber|handy\w{0,8}|festnetz|rufnummer|anrufen|ruckruf|durchwahl|erreich\w{0,6}|portable|portatif|joindre|appeler|rappeler|movil|llamar|llameme|llamarme|celular|ligar|ligue|contacto|contato|chiamare|chiamarmi|cellulare|recapito|bellen|bereikbaar|desk|reach(?:ed|able)?|answering|contact|hotline|pager|tlf|puh|gsm|home|work|office|number (?:is|at|was)|my number|(?:us|uk|cn|indian|chinese|israeli|japanese|german|french) number|nummer ist|numero (?:es|e|est)|nomor|no\.?)(?![a-z])/g;
/** Numbers that these words announce are something else. */
const OTHER_CUE =
  /(?<![a-z])(?:orders?|invoices?|tracking|tickets?|reference|ref|bookings?|transactions?|confirmation|policy|serial|model|article|item|sku|product|parcel|shipment|flight|case|claim|po box|box|zip|postal|postcode|version|isbn|account|acct|iban|routing|sort code|swift|nhs|ssn|social security|passport|licen[cs]e|tax|vat|tin|bestell\w*|rechnung\w*|auftrag\w*|sendung\w*|kunden\w*|konto\w*|vertrag\w*|commande|facture|dossier|colis|pedido|factura|fatura|encomenda|reserva|ordine|fattura|spedizione|bestelling|factuur|balance|amount|total|price|cost|paid|betrag|preis|montant|prix|importe|precio|saldo|valor)(?![a-z])/g;
const UNIT_AFTER =
  /^\s?(?:[%€$£₹¥]|(?:eur|usd|gbp|inr|chf|dollars?|euros?|pounds?|rupees?|rs|km|kg|cm|mm|miles|units|items|pcs|points|steps|people|days|hours|bytes|mb|gb)(?![a-z]))/i;
const MONEY_BEFORE = /(?:[€$£₹¥]|(?:^|[^a-z])(?:eur|usd|gbp|inr|chf|rs\.?))\s?$/;
const EXTENSION = /^\s{0,2}(?:x|ext\.?|extension|#|-|durchwahl|anexo|ramal|poste|int\.?)\s{0,2}\d{1,6}(?!\d)/i;

type Cue = "phone" | "other" | "none";
type Reading = { readonly length: number; readonly start: number; readonly end: number; readonly score: number };

/** Phone numbers: with a country code, in a shape that people write, or announced as a phone number. */
export function findPhones(
  text: string,
  groups: readonly DigitGroup[],
  phoneRegion: string | undefined,
): PersonalSpan[] {
  const found: PersonalSpan[] = [];
  let cue: Cue | null = null;
  /** The group after the number found last: a number may start there. */
  let next = 0;
  for (let index = 0; index < groups.length; index += 1) {
    // Between the groups of one run stand no words, so what announces the first announces all.
    if (groups[index]?.gap === null) cue = null;
    const first = groups[index];
    if (first === undefined) break;
    const findCue = (end: number): Cue => {
      cue ??= readCue(text, first.start, end);
      return cue;
    };
    const reading = isTail(groups, index, next) ? null : readPhone(text, groups, index, phoneRegion, findCue);
    if (reading === null) continue;
    found.push({ start: reading.start, end: reading.end, type: "phone", score: reading.score });
    index += reading.length - 1;
    next = index + 1;
  }
  return found;
}

function readPhone(
  text: string,
  groups: readonly DigitGroup[],
  from: number,
  phoneRegion: string | undefined,
  findCue: (end: number) => Cue,
): Reading | null {
  const first = groups[from];
  if (first === undefined) return null;
  const lead = /(?:\+|\(\+?|\+\()$/.exec(text.slice(Math.max(0, first.start - 2), first.start))?.[0] ?? "";
  if (first.isGlued && lead === "" && !isLooselyGlued(text, first)) return null;
  const windows = toWindows(groups, from);
  if (windows.length === 0) return null;
  const start = first.start - lead.length;
  const isPlus = lead.includes("+") || /^00[1-9]|^001$/.test(first.digits);
  const international = isPlus ? readInternational(windows, first) : null;
  if (international !== null) return finish(text, start, international, 0.95);
  if (UNIT_AFTER.test(text.slice(windows[0]?.at(-1)?.end ?? 0).slice(0, 12)) && windows.length === 1) return null;
  const cue = findCue(windows[0]?.at(-1)?.end ?? start);
  return readNational(text, start, windows, cue, lead.includes("("), phoneRegion);
}

/** A number may touch the word before it ("is415-555-0132") if it is long and grouped. */
function isLooselyGlued(text: string, group: DigitGroup): boolean {
  return (
    /\p{Ll}/u.test(text[group.start - 1] ?? "") && /^[-. ]\d{3}[-. ]\d{3,4}/.test(text.slice(group.end, group.end + 10))
  );
}

/** The runs of groups from this one on that have as many digits as a phone number may, the longest first. */
function toWindows(groups: readonly DigitGroup[], from: number): DigitGroup[][] {
  const windows: DigitGroup[][] = [];
  const window: DigitGroup[] = [];
  let digits = 0;
  for (let index = from; index < groups.length && window.length < GROUPS_MAX; index += 1) {
    const group = groups[index];
    if (group === undefined || (index > from && group.gap === null)) break;
    digits += group.digits.length;
    if (digits > DIGITS_MAX) break;
    window.push(group);
    if (digits >= DIGITS_MIN) windows.unshift([...window]);
  }
  return windows;
}

function readInternational(windows: readonly DigitGroup[][], first: DigitGroup): DigitGroup[] | null {
  for (const window of windows) {
    const all = window.map(({ digits }) => digits).join("");
    const digits = (first.digits.startsWith("00") ? all.replace(/^00/, "") : all).replace(/^(\d{1,3})$/, "");
    const withoutTrunk = window.length > 1 && window[1]?.digits.startsWith("0") === true;
    if (digits.length < 7) continue;
    if (isInternationalNumber(digits)) return window;
    if (
      withoutTrunk &&
      isInternationalNumber(digits.replace(window[1]?.digits ?? "", (window[1]?.digits ?? "").slice(1)))
    )
      return window;
  }
  // A country code is known and the plan has changed since: still a number, if it is long enough for one.
  return windows.find((window) => isLikelyInternational(window.map(({ digits }) => digits).join(""))) ?? null;
}

function isLikelyInternational(digits: string): boolean {
  return digits.length >= 10 && digits.length <= 15 && hasCountryCode(digits);
}

function readCue(text: string, start: number, end: number): Cue {
  if (isWholeText(text, start, end)) return "phone";
  const before = readBefore(text, start, 48);
  if (MONEY_BEFORE.test(before)) return "other";
  const phone = findLastCue(before, CUE);
  const other = findLastCue(before, OTHER_CUE);
  if (phone < 0 && other < 0) return "none";
  // "order number is 123": the word "number" is nearer, but it says only what "order" is about.
  return other >= 0 &&
    (other > phone ||
      /^\W{0,2}(?:number|nummer|no|nr|id|is|at|code)?\W{0,2}(?:is|was)?\W{0,3}$/.test(before.slice(other, phone)))
    ? "other"
    : "phone";
}

function readNational(
  text: string,
  start: number,
  windows: readonly DigitGroup[][],
  cue: Cue,
  isBracketed: boolean,
  phoneRegion: string | undefined,
): Reading | null {
  for (const window of windows) {
    const last = window.at(-1);
    if (last === undefined || (last.isGlued && !EXTENSION.test(text.slice(last.end, last.end + 14)))) continue;
    const digits = window.map((group) => group.digits).join("");
    if (cue !== "phone" && UNIT_AFTER.test(text.slice(last.end, last.end + 12))) continue;
    if (
      cue !== "other" &&
      phoneRegion !== undefined &&
      isRegionNumber(digits, phoneRegion, window.length > 1 || cue === "phone")
    )
      return finish(text, start, window, cue === "phone" ? 0.95 : 0.75);
    const shape = isNationalPhoneShape(window, text.slice(start, last.end), isBracketed);
    if (isCut(text, window) && (shape !== "sure" || window.every(({ digits: part }) => part.length === 4))) continue;
    if (cue === "phone" && (shape !== "none" || isAnnounced(digits, window))) return finish(text, start, window, 0.9);
    if (cue === "none" && shape === "sure") return finish(text, start, window, 0.7);
    if (cue === "other" && shape === "sure" && window.length > 1) return finish(text, start, window, 0.5);
  }
  return null;
}

/** The digits before are grouped as these are, and began no number: these are the end of a longer one. */
function isTail(groups: readonly DigitGroup[], index: number, next: number): boolean {
  const [last, first, second] = [groups[index - 1], groups[index], groups[index + 1]];
  if (index === next || last?.isGlued !== false || first === undefined || first.gap === null) return false;
  // A trunk digit or a bracket begins a number, whatever stands before.
  return (
    !first.digits.startsWith("0") && !first.gap.includes("(") && (first.gap === second?.gap || first.gap === last.gap)
  );
}

/** The digits go on as they are grouped here: this is only the start of a longer number. */
function isCut(text: string, window: readonly DigitGroup[]): boolean {
  const last = window.at(-1);
  if (last === undefined) return false;
  if (window.length === 1) return last.digits.length < 7 && /^[ .\-/]\d/.test(text.slice(last.end, last.end + 2));
  if (last.gap === null) return false;
  const rest = text.slice(last.end, last.end + last.gap.length + 1);
  return rest.startsWith(last.gap) && /\d$/.test(rest);
}

/** A number that the words announce may be grouped in any way, but not as a year, a date or a decimal number. */
function isAnnounced(digits: string, window: readonly DigitGroup[]): boolean {
  if (digits.length > 15) return false;
  if (window.length === 1) return digits.length >= 5 || (digits.length === 4 && !/^(?:19|20)\d\d$/.test(digits));
  return (
    digits.length >= 6 &&
    window.every(({ gap }, index) => index === 0 || gap === " " || gap !== ".") &&
    window.every(({ digits: part }) => part.length <= 8)
  );
}

function finish(text: string, start: number, window: readonly DigitGroup[], score: number): Reading {
  const last = window.at(-1);
  const end = last?.end ?? start;
  const extension =
    window.length > 1 || (last?.digits.length ?? 0) >= 7 ? EXTENSION.exec(text.slice(end, end + 14))?.[0] : undefined;
  const isExtension = extension !== undefined && !/^\s*-/.test(extension);
  // An extension's digits are a group of their own, which must not be read as a number again.
  return {
    length: window.length + (isExtension ? 1 : 0),
    start,
    end: end + (isExtension ? extension.length : 0),
    score,
  };
}
