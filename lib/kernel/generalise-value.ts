import type { Category } from "./vocabulary";

/** What a value becomes when nothing more general than nothing can be said of it. */
export const GENERALISED = "[generalised]";

/**
 * The range of one leading digit that a decimal number lies in: 4981 is in "4000..5000", -37.5 in "-40..-30". What is below ten in
 * magnitude is only said to be so: a narrower range would be the value itself where it is a rating, a rate or an age.
 */
export function generaliseNumber(text: string): string {
  const match = /^(-?)0*(\d*)(?:\.\d*)?$/.exec(text.trim());
  if (!match || !/\d/.test(text)) return GENERALISED;
  const [, sign = "", whole = ""] = match;
  const lead = Number(whole[0] ?? "0");
  const zeros = "0".repeat(Math.max(whole.length - 1, 0));
  const [low, high] = whole.length < 2 ? ["0", "10"] : [`${lead}${zeros}`, `${lead + 1}${zeros}`];
  return sign === "" ? `${low}..${high}` : `-${high}..${low === "0" ? "" : "-"}${low}`;
}

/** The month of a date or time; only the year where the day itself could identify a person. */
function generaliseTime(text: string, category: Category): string {
  const match = /^(\d{4,6})-(\d{2})-\d{2}/.exec(text);
  if (!match || text.endsWith("BC")) return GENERALISED;
  const isBirthLike = category === "special_category" || category === "identifier" || category === "name";
  return isBirthLike ? `${match[1]}` : `${match[1]}-${match[2]}`;
}

/** Longer than any address, number or code (RFC 5321 §4.5.3.1): such a text is something else, and may be very long. */
const TEXT_LENGTH_MAX = 320;

function generaliseText(text: string, category: Category): string {
  if (text.length > TEXT_LENGTH_MAX) return GENERALISED;
  if (category === "email") {
    const match = /^[^\s@]+(@[^\s@]+\.[^\s@]+)$/.exec(text);
    return match?.[1] ?? GENERALISED;
  }
  if (category === "phone") return /^\+\d{2}[\d\s()./-]{6,}$/.test(text) ? `${text.slice(0, 3)}…` : GENERALISED;
  if (category === "address")
    return /^(?=.*\d)[A-Z0-9][A-Z0-9 -]{3,9}$/i.test(text) ? `${text.slice(0, 2)}…` : GENERALISED;
  return GENERALISED;
}

/** How a column's values are read for generalising. */
export type ValueKind = "text" | "number" | "time" | "other";

/** Says less: a range for a number, a month or year for a time, a domain, a dialling region, the start of a postal code. */
export function generaliseValue(text: string, kind: ValueKind, category: Category): string {
  if (kind === "number") return generaliseNumber(text);
  if (kind === "time") return generaliseTime(text, category);
  return kind === "text" ? generaliseText(text, category) : GENERALISED;
}
