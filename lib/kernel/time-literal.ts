export type TimeType = "date" | "timestamp" | "timestamptz" | "time" | "timetz";

/** Within what every time type of Postgres can hold. */
const YEAR_MAX = 294_275;
const DATE = String.raw`(?<year>\d{4,6})-(?<month>\d{2})-(?<day>\d{2})`;
const CLOCK = String.raw`(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?`;
const ZONE = String.raw`(?:Z|[+-](?:0\d|1[0-5])(?::?[0-5]\d)?)`;

const SHAPES: { readonly [T in TimeType]: RegExp } = {
  date: new RegExp(`^${DATE}$`),
  timestamp: new RegExp(`^${DATE}(?:[T ]${CLOCK})?$`),
  timestamptz: new RegExp(`^${DATE}(?:[T ]${CLOCK}${ZONE}?)?$`, "i"),
  time: new RegExp(`^${CLOCK}$`),
  timetz: new RegExp(`^${CLOCK}${ZONE}$`, "i"),
};

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether the text is a date or time of the type as ISO 8601 writes it, and one that exists. `infinity` is one of those with a date. */
export function isTimeLiteral(text: string, type: TimeType): boolean {
  if (text === "infinity" || text === "-infinity") return type !== "time" && type !== "timetz";
  const match = SHAPES[type].exec(text);
  if (match === null) return false;
  if (match.groups === undefined) return true;
  const { year, month, day } = match.groups;
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  return y >= 1 && y <= YEAR_MAX && m >= 1 && m <= 12 && d >= 1 && d <= daysOf(y, m);
}
