import pg from "pg";
import type { SourceConnection } from "@/lib/catalog/connector/source-connection";
import { withSourceConnection } from "@/lib/catalog/connector/with-source-connection";
import { DomainError } from "@/lib/kernel/domain-error";
import type { FoundColumn, FoundTable } from "./found-table";

const ROWS_MAX = 200;
const ROWS_MIN = 20;
/** Keeps a table of 1,600 columns to the memory of one of 100. */
const VALUES_MAX = 20_000;
const CHARACTERS_MAX = 300;
/** From here on the rows come from all over the table instead of its start. */
const LARGE_ROWS = 5_000;
const COUNT_MAX = 100_000;

export type Sample = {
  /** By column name; no nulls, no empty texts. Read, judged, dropped: it is never stored and never logged. */
  values: ReadonlyMap<string, readonly string[]>;
  /** Null when the source did not say in time. */
  rowCount: number | null;
};

function toFrom(table: FoundTable): string {
  return `${pg.escapeIdentifier(table.schema)}.${pg.escapeIdentifier(table.table)} AS t`;
}

function toQuery(table: FoundTable, columns: readonly FoundColumn[], rowsMax: number, isSpread: boolean): string {
  const list = columns
    .map((column) => `left(t.${pg.escapeIdentifier(column.name)}::text, ${CHARACTERS_MAX})`)
    .join(", ");
  const percent = ((rowsMax * 2) / (table.rowEstimate ?? rowsMax)) * 100;
  const spread = isSpread ? ` TABLESAMPLE SYSTEM (${Math.min(percent, 100).toFixed(6)})` : "";
  return `SELECT ${list} FROM ${toFrom(table)}${spread} LIMIT ${rowsMax}`;
}

/** A table that is slow, broken or closed is judged by its names alone; a source that is gone ends the discovery. */
async function orNull<Result>(work: Promise<Result>): Promise<Result | null> {
  try {
    return await work;
  } catch (error) {
    const isGone =
      error instanceof DomainError && (error.code === "source_unreachable" || error.code === "unavailable");
    if (error instanceof DomainError && !isGone) return null;
    throw error;
  }
}

async function readValues(source: SourceConnection, table: FoundTable): Promise<Sample["values"]> {
  const columns = table.columns.filter((column) => column.isSampled);
  if (columns.length === 0) return new Map();
  const rowsMax = Math.min(ROWS_MAX, Math.max(ROWS_MIN, Math.floor(VALUES_MAX / columns.length)));
  const isLarge = table.isStored && (table.rowEstimate ?? 0) > LARGE_ROWS;
  const read = (isSpread: boolean) =>
    withSourceConnection(source, (client) => client.query(toQuery(table, columns, rowsMax, isSpread)));
  const spread = isLarge ? await orNull(read(true)) : null;
  const rows = spread && spread.length >= rowsMax / 4 ? spread : await orNull(read(false));
  const valuesOf = (index: number) => (rows ?? []).flatMap((row) => row[index] || []);
  return new Map(columns.map((column, index) => [column.name, valuesOf(index)]));
}

async function readCount(source: SourceConnection, table: FoundTable): Promise<number | null> {
  if (table.rowEstimate !== null) return table.rowEstimate;
  const query = `SELECT count(*) FROM (SELECT 1 FROM ${toFrom(table)} LIMIT ${COUNT_MAX}) AS one`;
  const rows = await orNull(withSourceConnection(source, (client) => client.query(query)));
  return rows === null ? null : Number(rows[0]?.[0] ?? 0);
}

/** Some values of each column, cut by the source itself, and how many rows there are (counted to 100,000 where the source has no estimate). */
export async function sampleValues(source: SourceConnection, table: FoundTable): Promise<Sample> {
  const values = await readValues(source, table);
  return { values, rowCount: await readCount(source, table) };
}
