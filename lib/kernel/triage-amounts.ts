import type { TriageSpan } from "./triage-kinds";
import type { TriageToken } from "./triage-tokens";

/** An amount as a plain decimal ("1234.5") with its currency's ISO code, where it is known. */
export type TriageAmount = {
  readonly value: string;
  readonly currency: string | null;
  readonly span: TriageSpan | null;
};

const CURRENCIES: Readonly<Record<string, string>> = {
  $: "USD",
  "€": "EUR",
  "£": "GBP",
  "₹": "INR",
  "¥": "JPY",
  usd: "USD",
  dollar: "USD",
  dollars: "USD",
  eur: "EUR",
  euro: "EUR",
  euros: "EUR",
  gbp: "GBP",
  pound: "GBP",
  pounds: "GBP",
  inr: "INR",
  rs: "INR",
  rupees: "INR",
  rupaye: "INR",
  brl: "BRL",
  reais: "BRL",
  chf: "CHF",
  franken: "CHF",
};

/** A decimal as the API takes it, without sign or exponent; null where it is none. */
export function readDecimal(text: string): string | null {
  const match = /^\s{0,4}(\d{1,18})(?:\.(\d{1,12}))?\s{0,4}$/.exec(text);
  if (match === null) return null;
  const whole = (match[1] ?? "").replace(/^0+(?=\d)/, "");
  const fraction = (match[2] ?? "").replace(/0+$/, "");
  return fraction === "" ? whole : `${whole}.${fraction}`;
}

/** Whether `left` is at least `right`, both from readDecimal, without rounding. */
export function isAtLeast(left: string, right: string): boolean {
  const [leftWhole = "", leftFraction = ""] = left.split(".");
  const [rightWhole = "", rightFraction = ""] = right.split(".");
  if (leftWhole.length !== rightWhole.length) return leftWhole.length > rightWhole.length;
  if (leftWhole !== rightWhole) return leftWhole > rightWhole;
  const length = Math.max(leftFraction.length, rightFraction.length);
  return leftFraction.padEnd(length, "0") >= rightFraction.padEnd(length, "0");
}

/** The amounts of money in a text: numbers beside a currency's sign or word. "1.234,50" and "1,234.50" are the same. */
export function findAmounts(tokens: readonly TriageToken[], original: string): TriageAmount[] {
  const amounts: TriageAmount[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== "number") continue;
    const currency = findCurrency(tokens, index, original);
    const value = currency === null ? null : readDecimal(toPlainDecimal(token.word));
    if (value !== null) amounts.push({ value, currency, span: { start: token.start, end: token.end } });
  }
  return amounts;
}

function findCurrency(tokens: readonly TriageToken[], index: number, original: string): string | null {
  const token = tokens[index];
  if (token === undefined) return null;
  const sign = /[$€£₹¥]/.exec(token.word + original.slice(token.end, token.end + 2))?.[0];
  const before = tokens[index - 1]?.word ?? "";
  const after = tokens[index + 1]?.word ?? "";
  return CURRENCIES[sign ?? ""] ?? CURRENCIES[after] ?? CURRENCIES[before] ?? null;
}

/** The last sign is the decimal point if one or two digits follow it. */
function toPlainDecimal(written: string): string {
  const digits = written.replace(/[^\d.,]/g, "").replace(/[.,]+$/, "");
  const match = /^(.*)[.,](\d{1,2})$/.exec(digits);
  if (match === null) return digits.replace(/[.,]/g, "");
  return `${(match[1] ?? "").replace(/[.,]/g, "") || "0"}.${match[2] ?? "0"}`;
}
