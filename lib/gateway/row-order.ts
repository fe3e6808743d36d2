import { toColumnType } from "@/lib/kernel/column-type";
import type { ColumnFacts } from "@/lib/policy/agent-policy";
import { hmacHex } from "@/lib/runtime/hashing";
import { getEnv } from "@/lib/runtime/env";
import { quoteIdentifier } from "./quote-identifier";
import { type Bind, toComparable } from "./write-condition";

/** One expression that rows are ordered by. Its values in a cursor are the texts that the source writes for it. */
export type OrderTerm = { sql: string; cast: string | null; isDescending: boolean };

/** A total order. With `isUnique` false, rows that have all values equal are equal in everything an agent can see. */
export type RowOrder = { terms: readonly OrderTerm[]; isUnique: boolean; plan: string };

function toTerm(column: ColumnFacts, isDescending: boolean): OrderTerm {
  const { sql, cast } = toComparable(column);
  return { sql, cast, isDescending };
}

/**
 * Orders rows by a keyed digest of columns, so that nothing is learnt from the order of what is not released in clear. The key never
 * leaves the statement's parameters.
 */
function toHiddenTerm(columns: readonly ColumnFacts[], datasetId: string, bind: Bind): OrderTerm {
  const secret = bind(hmacHex(getEnv().cursorKey, `row order\n${datasetId}`));
  const texts = columns.map((column) => `t.${quoteIdentifier(column.name)}::text`).join(", ");
  return {
    sql: `sha256(convert_to(${secret}::text || ARRAY[${texts}]::text[]::text, 'UTF8'))`,
    cast: "bytea",
    isDescending: false,
  };
}

/** The primary key's columns in their order; none where there is no key, or one of them cannot be used. */
function findKey(columns: ReadonlyMap<string, ColumnFacts>): ColumnFacts[] {
  const key = [...columns.values()].filter((column) => column.keyPosition !== null);
  if (!key.every((column) => column.isUsable)) return [];
  return key.sort((a, b) => (a.keyPosition ?? 0) - (b.keyPosition ?? 0));
}

type Wanted = {
  datasetId: string;
  columns: ReadonlyMap<string, ColumnFacts>;
  orderBy: readonly { column: ColumnFacts; isDescending: boolean }[];
  isClear: (field: string) => boolean;
  /** What the rows hold: where there is no key, rows equal in these are the same to the agent. */
  read: readonly ColumnFacts[];
};

/** What the agent asked for, then whatever makes the order total: the primary key where the agent may see it, else a keyed digest. */
export function toRowOrder({ datasetId, columns, orderBy, isClear, read }: Wanted, bind: Bind): RowOrder {
  const asked = orderBy.map(({ column, isDescending }) => toTerm(column, isDescending));
  const key = findKey(columns);
  const kind = key.length === 0 ? "rows" : key.every(({ name }) => isClear(name)) ? "key" : "hidden key";
  const ties =
    kind === "key"
      ? key.map((column) => toTerm(column, false))
      : [toHiddenTerm(kind === "rows" ? read : key, datasetId, bind)];
  const names = [
    ...orderBy.map(({ column, isDescending }) => `${column.name} ${isDescending}`),
    ...(kind === "rows" ? read : key).map(({ name }) => name),
  ];
  const types = [...orderBy.map(({ column }) => column), ...(kind === "key" ? key : [])].map(({ dataType }) =>
    toColumnType(dataType),
  );
  return { terms: [...asked, ...ties], isUnique: kind !== "rows", plan: JSON.stringify([kind, names, types]) };
}

/** NULLs come last in either direction. */
export function writeOrder({ terms }: RowOrder): string {
  return terms.map(({ sql, isDescending }) => `${sql} ${isDescending ? "DESC" : "ASC"} NULLS LAST`).join(", ");
}

/**
 * The rows after a position (keyset): for each term, those equal in all before it and beyond it. Where the order is not unique, rows equal in every
 * term are kept too, and an offset passes over those that were given.
 */
export function writeAfter({ terms, isUnique }: RowOrder, values: readonly (string | null)[], bind: Bind): string {
  const places = terms.map(({ cast }, index) => {
    const value = values[index] ?? null;
    return value === null ? null : `${bind(value)}${cast === null ? "" : `::${cast}`}`;
  });
  const isSame = (index: number): string => {
    const place = places[index] ?? null;
    return place === null ? `${terms[index]?.sql} IS NULL` : `${terms[index]?.sql} = ${place}`;
  };
  const alternatives: string[] = [];
  for (const [index, { sql, isDescending }] of terms.entries()) {
    const place = places[index] ?? null;
    const same = terms.slice(0, index).map((_, before) => isSame(before));
    // Nothing comes after NULL, which is last.
    if (place !== null)
      alternatives.push([...same, `(${sql} ${isDescending ? "<" : ">"} ${place} OR ${sql} IS NULL)`].join(" AND "));
  }
  if (!isUnique) alternatives.push(terms.map((_, index) => isSame(index)).join(" AND "));
  return alternatives.length === 0 ? "false" : `(${alternatives.map((one) => `(${one})`).join(" OR ")})`;
}
