import type { ValueKind } from "./generalise-value";

const NUMBERS = /^(smallint|integer|bigint|numeric|decimal|real|double precision|money|oid)\b/;
const TIMES = /^(date|timestamp|time)\b/;
const TEXTS = /^((text|character|varchar|char|name|uuid|inet|cidr|bpchar)\b|"char"$|(.+\.)?citext$)/;

/** How values of a Postgres type (as `format_type` writes its base type) are treated. Arrays, JSON, bytes and the rest are "other". */
export function toValueKind(dataType: string): ValueKind {
  const type = dataType.toLowerCase();
  if (type.endsWith("[]")) return "other";
  if (NUMBERS.test(type)) return "number";
  if (TIMES.test(type)) return "time";
  return TEXTS.test(type) ? "text" : "other";
}
