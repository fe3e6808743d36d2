import type { ColumnType } from "./column-type";
import { isTimeLiteral, type TimeType } from "./time-literal";
import type { Literal, Operator } from "./row-condition";

/** The text that the source is given as a parameter, or what the literal must be. */
export type CheckedLiteral = { ok: true; text: string } | { ok: false; must: string };

const TEXT_LENGTH_MAX = 1_000;
const INTEGER_LIMIT = { int2: 2n ** 15n, int4: 2n ** 31n, int8: 2n ** 63n } as const;
const DECIMAL = /^[+-]?(\d{1,400}(\.\d{0,400})?|\.\d{1,400})(e[+-]?\d{1,3})?$/i;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const IP4 = /^((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const SPECIAL_FLOATS: readonly string[] = ["Infinity", "-Infinity", "NaN"];

const yes = (text: string): CheckedLiteral => ({ ok: true, text });
const no = (must: string): CheckedLiteral => ({ ok: false, must });

function checkInteger(literal: Literal, type: keyof typeof INTEGER_LIMIT): CheckedLiteral {
  const limit = INTEGER_LIMIT[type];
  const must = no(`a whole number from -${limit} to ${limit - 1n}; write one beyond 2^53 as a string`);
  if (
    typeof literal === "number"
      ? !Number.isSafeInteger(literal)
      : typeof literal !== "string" || !/^-?\d{1,19}$/.test(literal)
  )
    return must;
  const value = BigInt(literal);
  return value >= -limit && value < limit ? yes(String(value)) : must;
}

function checkDecimal(literal: Literal): CheckedLiteral {
  const must = no("a number; write one of more than 15 digits as a string");
  if (typeof literal === "number") {
    // Beyond 15 digits a double may no longer be the number that was written.
    const digits = String(literal).replace(/e.*$/, "").replace(/\D/g, "").replace(/^0+/, "");
    return Number.isFinite(literal) && digits.length <= 15 ? yes(String(literal)) : must;
  }
  return typeof literal === "string" && DECIMAL.test(literal) ? yes(literal) : must;
}

function checkFloat(literal: Literal, type: "float4" | "float8"): CheckedLiteral {
  const must = no("a number, or one of the strings Infinity, -Infinity and NaN");
  if (typeof literal === "string" && SPECIAL_FLOATS.includes(literal)) return yes(literal);
  if (typeof literal === "boolean" || (typeof literal === "string" && !DECIMAL.test(literal))) return must;
  const value = type === "float4" ? Math.fround(Number(literal)) : Number(literal);
  return Number.isFinite(value) ? yes(String(literal)) : must;
}

function isIp6(address: string): boolean {
  const halves = address.split("::");
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false;
  return halves.length === 2 ? groups.length <= 7 : groups.length === 8;
}

function checkInet(literal: Literal): CheckedLiteral {
  const [address = "", bits, ...rest] = String(literal).split("/");
  const isFour = IP4.test(address);
  const isMask = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (isFour ? 32 : 128));
  return rest.length === 0 && isMask && (isFour || isIp6(address)) ? yes(String(literal)) : no("an IP address");
}

function checkText(literal: Literal): CheckedLiteral {
  if (typeof literal !== "string") return no("a string");
  if (literal.includes("\0") || LONE_SURROGATE.test(literal)) return no("text that Postgres can hold");
  return literal.length > TEXT_LENGTH_MAX ? no(`at most ${TEXT_LENGTH_MAX} characters`) : yes(literal);
}

function checkTime(literal: Literal, type: TimeType): CheckedLiteral {
  const must = {
    date: "a date such as 2026-03-31",
    time: "a time of day such as 14:30",
    timetz: "a time of day with its zone such as 14:30+01:00",
  };
  if (typeof literal === "string" && isTimeLiteral(literal, type)) return yes(literal);
  if (type === "timestamp") return no("a time such as 2026-03-31T14:30:00, without a zone because the field has none");
  return no(type === "timestamptz" ? "a time such as 2026-03-31T14:30:00Z" : must[type]);
}

/** Whether a literal is one of the column's type, checked here so that the source never has to refuse it in its own words. */
export function checkLiteral(type: ColumnType, literal: Literal): CheckedLiteral {
  switch (type) {
    case "int2":
    case "int4":
    case "int8":
      return checkInteger(literal, type);
    case "numeric":
    case "money":
      return checkDecimal(literal);
    case "float4":
    case "float8":
      return checkFloat(literal, type);
    case "bool":
      return typeof literal === "boolean" ? yes(String(literal)) : no("true or false");
    case "uuid":
      return typeof literal === "string" && UUID.test(literal) ? yes(literal) : no("a UUID");
    case "inet":
      return checkInet(literal);
    case "date":
    case "timestamp":
    case "timestamptz":
    case "time":
    case "timetz":
      return checkTime(literal, type);
    case "text":
    case "bpchar":
    case "label":
      return checkText(literal);
    case "json":
    case "bytea":
    case "array":
    case "opaque":
      return no("left out: such a field is only compared with is_null and is_not_null");
  }
}

const EQUALITY: readonly Operator[] = ["eq", "ne", "in", "is_null", "is_not_null"];
const ORDERING: readonly Operator[] = [...EQUALITY, "lt", "lte", "gt", "gte"];

/** How a field of the type may be compared. */
export function operatorsOf(type: ColumnType): readonly Operator[] {
  switch (type) {
    case "text":
    case "bpchar":
      return [...ORDERING, "prefix"];
    case "bool":
      return EQUALITY;
    case "label":
      return [...EQUALITY, "prefix"];
    case "json":
    case "bytea":
    case "array":
    case "opaque":
      return ["is_null", "is_not_null"];
    default:
      return ORDERING;
  }
}
