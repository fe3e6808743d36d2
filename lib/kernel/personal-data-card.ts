import { isLuhn, isRepeated } from "./personal-data-check-digits";
import { readBefore } from "./personal-data-context";
import type { DigitGroup } from "./personal-data-digits";
import type { PersonalSpan } from "./personal-data-span";

const DIGITS_MIN = 12;
const DIGITS_MAX = 19;
const CARD_CUE =
  /(?:^|[^a-z])(?:cards?|visa|mastercard|maestro|amex|american express|diners|discover|jcb|rupay|karte|kreditkarte|kartennummer|carte|cb|tarjeta|cartao|carta|kaart|pan|cc|debit|credit)(?![a-z])/;
/** Issuers' first digits: Visa, Mastercard, American Express, Diners, JCB, Discover, UnionPay, Maestro, RuPay, Mir. */
const ISSUER = /^(?:4|5[0-8]|2[2-7]|3[0-9]|6)/;
const MASKED = /(?<![\p{L}\p{N}])(?:[xX*•#]{4}[ -]?){2,3}\d{4}(?!\d)|(?<!\d)\d{4,6}[xX*•#]{4,9}\d{4}(?!\d)/gu;

/** Payment cards: 12 to 19 digits in one run or in groups of at least two, an issuer's first digits, and a Luhn check digit. */
export function findCards(text: string, groups: readonly DigitGroup[]): PersonalSpan[] {
  const found: PersonalSpan[] = [];
  for (const match of text.matchAll(MASKED))
    found.push({ start: match.index, end: match.index + match[0].length, type: "payment_card", score: 0.9 });
  for (let index = 0; index < groups.length; index += 1) {
    const length = readCard(text, groups, index, found);
    if (length > 0) index += length - 1;
  }
  return found;
}

/** How many groups from this one on are a card (0: none); the longest reading that passes its check wins. */
function readCard(text: string, groups: readonly DigitGroup[], from: number, found: PersonalSpan[]): number {
  // No card begins with fewer than four digits, in whatever groups it is written.
  const start = groups[from];
  if (start === undefined || start.digits.length < 4 || text[start.start - 1] === "+") return 0;
  let digits = "";
  let best = 0;
  let unchecked = 0;
  for (let index = from; index < groups.length; index += 1) {
    const group = groups[index];
    if (group === undefined || (index > from && !isCardGap(group.gap)) || group.isGlued) break;
    digits += group.digits;
    if (digits.length > DIGITS_MAX) break;
    if (digits.length < DIGITS_MIN || !hasCardLayout(groups.slice(from, index + 1))) continue;
    if (isCardNumber(text, group.start, digits)) best = index - from + 1;
    else unchecked = index - from + 1;
  }
  if (best === 0 && unchecked === 0) return 0;
  const first = groups[from];
  const last = groups[from + (best || unchecked) - 1];
  if (first === undefined || last === undefined) return 0;
  const span = { start: first.start, end: last.end };
  if (best > 0) found.push({ ...span, type: "payment_card", score: 0.97 });
  // A mistyped card number still says most of the card; it is hidden, but not called a card.
  else if (CARD_CUE.test(readBefore(text, first.start, 40))) found.push({ ...span, type: "other_id", score: 0.6 });
  else return 0;
  return best || unchecked;
}

function isCardGap(gap: string | null): boolean {
  return gap !== null && /^\p{Cf}?(?:[ \u00a0]{0,2}|[-.‐‑–]| - )\p{Cf}?$/u.test(gap);
}

/** One run, or groups as cards print them: 4-4-4-4, 4-6-5, 4-6-4, and the odd split of a long one. */
function hasCardLayout(groups: readonly DigitGroup[]): boolean {
  if (groups.length === 1) return true;
  const sizes = groups.map(({ digits }) => digits.length);
  return sizes.length <= 6 && (sizes[0] ?? 0) >= 4 && sizes.slice(1, -1).every((size) => size >= 4);
}

/** Where the words say "card", any number that passes the check is one; elsewhere its issuer must be known too. */
function isCardNumber(text: string, start: number, digits: string): boolean {
  if (!isLuhn(digits) || isRepeated(digits)) return false;
  if (CARD_CUE.test(readBefore(text, start, 40))) return true;
  if (digits.length === DIGITS_MIN) return /^(?:50|5[6-8]|6)/.test(digits);
  return ISSUER.test(digits) || (digits.length === 15 && digits.startsWith("122"));
}
