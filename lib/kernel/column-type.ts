/** The types of Postgres that values are read, compared and written by. `label` is any other type whose text can be compared. */
export const COLUMN_TYPES = [
  "int2",
  "int4",
  "int8",
  "numeric",
  "float4",
  "float8",
  "money",
  "bool",
  "text",
  "bpchar",
  "uuid",
  "inet",
  "date",
  "timestamp",
  "timestamptz",
  "time",
  "timetz",
  "json",
  "bytea",
  "array",
  "opaque",
  "label",
] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

const BY_NAME: ReadonlyMap<string, ColumnType> = new Map<string, ColumnType>([
  ["smallint", "int2"],
  ["integer", "int4"],
  ["bigint", "int8"],
  ["numeric", "numeric"],
  ["decimal", "numeric"],
  ["real", "float4"],
  ["double precision", "float8"],
  ["money", "money"],
  ["boolean", "bool"],
  ["text", "text"],
  ["character varying", "text"],
  ["varchar", "text"],
  ["name", "text"],
  ["citext", "text"],
  ["character", "bpchar"],
  ["char", "bpchar"],
  ["bpchar", "bpchar"],
  ["uuid", "uuid"],
  ["inet", "inet"],
  ["date", "date"],
  ["timestamp without time zone", "timestamp"],
  ["timestamp", "timestamp"],
  ["timestamp with time zone", "timestamptz"],
  ["time without time zone", "time"],
  ["time", "time"],
  ["time with time zone", "timetz"],
  ["json", "json"],
  ["jsonb", "json"],
  ["bytea", "bytea"],
]);

const OPAQUE =
  /(range|^xml|^point|^line|^lseg|^box|^path|^polygon|^circle|^tsvector|^tsquery|^jsonpath|^hstore|^record|^geometry|^geography)$/;

/** Reads a type's name as `format_type` writes it: `numeric(12,2)`, `timestamp(3) with time zone`, `text[]`, `public.citext`. */
export function toColumnType(dataType: string): ColumnType {
  const name = dataType
    .toLowerCase()
    .replace(/\(-?\d+(,-?\d+)?\)/, "")
    .trim();
  if (name.endsWith("[]")) return "array";
  const known = BY_NAME.get(name.endsWith(".citext") ? "citext" : name);
  return known ?? (OPAQUE.test(name) ? "opaque" : "label");
}

/** The type of an array's elements, in the words of `format_type`. */
export function toElementType(dataType: string): string {
  return dataType.replace(/(\[\])+$/, "");
}
