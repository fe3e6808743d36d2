import type { Category } from "./vocabulary";

/** What a value becomes when nothing more general than nothing can be said of it. */
export const GENERALISED = "[generalised]";

/** The range of one leading digit that a decimal number lies in: 4981 is in "4000..5000", -0.07 in "-0.08..-0.07". Lower end included. */
export function generaliseNumber(text: string): string {
  const match = /^(-?)0*(\d*)(?:\.(\d*))?$/.exec(text.trim());
  if (!match) return GENERALISED;
  const [, sign = "", whole = "", fraction = ""] = match;
  if (whole === "" && !/[1-9]/.test(fraction)) return "0..1";
  const scale = whole === "" ? -(fraction.search(/[1-9]/) + 1) : whole.length - 1;
  const lead = Number(whole === "" ? fraction[-scale - 1] : whole[0]);
  const low = writeScaled(lead, scale);
  const high = writeScaled(lead + 1, scale);
  return sign === "-" ? `-${high}..-${low}` : `${low}..${high}`;
}

/** `digit` (1 to 10) times ten to the `scale`, in decimal notation. */
function writeScaled(digit: number, scale: number): string {
  if (scale >= 0) return `${digit}${"0".repeat(scale)}`;
  return digit === 10 ? writeScaled(1, scale + 1) : `0.${"0".repeat(-scale - 1)}${digit}`;
}

/** The month of a date or time; only the year where the day itself could identify a person. */
function generaliseTime(text: string, category: Category): string {
  const match = /^(\d{4,6})-(\d{2})-\d{2}/.exec(text);
  if (!match) return GENERALISED;
  const isBirthLike = category === "special_category" || category === "identifier" || category === "name";
  return isBirthLike ? `${match[1]}` : `${match[1]}-${match[2]}`;
}

function generaliseText(text: string, category: Category): string {
  if (category === "email") {
    const match = /^[^\s@]+(@[^\s@]+\.[^\s@]+)$/.exec(text);
    return match?.[1] ?? GENERALISED;
  }
  if (category === "phone") return /^\+\d{2}[\d\s()./-]{6,}$/.test(text) ? `${text.slice(0, 3)}…` : GENERALISED;
  if (category === "address") return /^(?=.*\d)[A-Z0-9][A-Z0-9 -]{3,9}$/i.test(text) ? `${text.slice(0, 2)}…` : GENERALISED;
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
