/** What a Postgres type can hold, as far as classification cares. "unknown" when the type is not given. */
export type TypeFamily =
  | "text"
  | "integer"
  | "decimal"
  | "boolean"
  | "date"
  | "binary"
  | "structured"
  | "uuid"
  | "network"
  | "geometry"
  | "other"
  | "unknown";

const FAMILIES: readonly (readonly [TypeFamily, RegExp])[] = [
  ["unknown", /^$/],
  ["boolean", /^bool/],
  ["uuid", /^uuid/],
  ["network", /^(?:inet|cidr|macaddr)/],
  ["geometry", /^(?:point|polygon|line|lseg|path|circle|box|geometry|geography)/],
  ["structured", /^(?:jsonb?|xml|hstore|tsvector|tsquery|array)|\[\]$/],
  ["binary", /^(?:bytea|blob|bit)/],
  ["integer", /^(?:smallint|integer|int\d?|bigint|serial|bigserial|smallserial|oid)/],
  ["decimal", /^(?:numeric|decimal|real|double|float|money)/],
  ["date", /^(?:date|time|timestamp|interval|year)/],
  ["text", /^(?:text|char|character|varchar|bpchar|name|citext|string|nvarchar|uuid|enum)/],
];

export function toTypeFamily(dataType: string): TypeFamily {
  const lower = dataType.slice(0, 80).trim().toLowerCase();
  return FAMILIES.find(([, pattern]) => pattern.test(lower))?.[0] ?? "other";
}

/** Types that can hold written words. "other" is a domain or an enumeration, which often does. */
export function holdsWords(family: TypeFamily): boolean {
  return family === "text" || family === "unknown" || family === "other";
}
