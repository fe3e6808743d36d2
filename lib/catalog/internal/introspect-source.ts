import type { SourceConnection } from "@/lib/catalog/connector/source-connection";
import { type SourceRow, withSourceConnection } from "@/lib/catalog/connector/with-source-connection";
import { DomainError } from "@/lib/kernel/domain-error";
import { getEnv } from "@/lib/runtime/env";
import type { FoundColumn, FoundTable } from "./found-table";

/** A catalogue of thousands of tables takes longer to list than a table takes to read. */
const LIST_TIMEOUT_MS_MIN = 30_000;

/** The first with `pg_partition_tree` and foreign keys to partitioned tables. */
const OLDEST_VERSION = 120_000;

/** Tables, views and what behaves like one; not partitions (their parent stands for them), not what an extension brought. */
const RELATIONS = `
  WITH relation AS (
    SELECT c.oid, n.nspname, c.relname, c.relkind,
           pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_any_column_privilege(c.oid, 'SELECT') AS is_readable,
           CASE WHEN c.relkind <> 'p' THEN c.reltuples
                ELSE (SELECT CASE WHEN min(leaf.reltuples) < 0 THEN -1 ELSE sum(leaf.reltuples) END
                      FROM pg_catalog.pg_partition_tree(c.oid) p JOIN pg_catalog.pg_class leaf ON leaf.oid = p.relid WHERE p.isleaf)
           END AS estimate
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
      AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
      AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d
                      WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'))
  SELECT oid, nspname, relname, relkind, is_readable, round(estimate::numeric) FROM relation
  ORDER BY nspname COLLATE "C", relname COLLATE "C"`;

const COLUMNS = `
  WITH RECURSIVE domain AS (
    SELECT oid AS start, typbasetype AS base, typtypmod AS modifier, typnotnull AS is_required FROM pg_catalog.pg_type WHERE typtype = 'd'
    UNION ALL
    SELECT d.start, t.typbasetype, CASE WHEN d.modifier = -1 THEN t.typtypmod ELSE d.modifier END, d.is_required OR t.typnotnull
    FROM domain d JOIN pg_catalog.pg_type t ON t.oid = d.base WHERE t.typtype = 'd'),
  base AS (SELECT d.* FROM domain d JOIN pg_catalog.pg_type t ON t.oid = d.base WHERE t.typtype <> 'd')
  SELECT a.attrelid, a.attname, a.attnum,
         pg_catalog.format_type(coalesce(b.base, a.atttypid), CASE WHEN b.base IS NULL THEN a.atttypmod ELSE b.modifier END),
         NOT (a.attnotnull OR coalesce(b.is_required, false)),
         pg_catalog.col_description(a.attrelid, a.attnum),
         coalesce(b.base, a.atttypid) NOT IN ('pg_catalog.bytea'::regtype, 'pg_catalog.bytea[]'::regtype)
  FROM pg_catalog.pg_attribute a LEFT JOIN base b ON b.start = a.atttypid
  WHERE a.attrelid = ANY ($1::oid[]) AND a.attnum > 0 AND NOT a.attisdropped
    AND pg_catalog.has_column_privilege(a.attrelid, a.attnum, 'SELECT')
  ORDER BY a.attrelid, a.attnum`;

/** One row a key column; a foreign key of one column comes before one of several. */
const KEYS = `
  SELECT k.conrelid, own.attname, k.contype, part.place, n.nspname, other.relname, target.attname
  FROM pg_catalog.pg_constraint k
  CROSS JOIN LATERAL unnest(k.conkey, k.confkey) WITH ORDINALITY AS part (own, target, place)
  JOIN pg_catalog.pg_attribute own ON own.attrelid = k.conrelid AND own.attnum = part.own
  LEFT JOIN pg_catalog.pg_class other ON other.oid = k.confrelid
  LEFT JOIN pg_catalog.pg_namespace n ON n.oid = other.relnamespace
  LEFT JOIN pg_catalog.pg_attribute target ON target.attrelid = k.confrelid AND target.attnum = part.target
  WHERE k.contype IN ('p', 'f') AND k.conparentid = 0 AND k.conrelid = ANY ($1::oid[])
  ORDER BY k.conrelid, cardinality(k.conkey), k.conname COLLATE "C", part.place`;

type Keys = Map<string, Pick<FoundColumn, "keyPosition" | "references">>;

function text(row: SourceRow, index: number): string {
  const value = row[index];
  if (value === null || value === undefined) throw new Error(`the source's catalogue answered without column ${index}`);
  return value;
}

function keyOf(relation: string, column: string): string {
  return `${relation}.${column}`;
}

function toKeys(rows: readonly SourceRow[]): Keys {
  const keys: Keys = new Map();
  for (const row of rows) {
    const key = keyOf(text(row, 0), text(row, 1));
    const known = keys.get(key) ?? { keyPosition: null, references: null };
    const [schema, table, column] = [row[4], row[5], row[6]];
    if (text(row, 2) === "p") keys.set(key, { ...known, keyPosition: Number(text(row, 3)) });
    else if (!known.references && schema && table && column)
      keys.set(key, { ...known, references: { schema, table, column } });
  }
  return keys;
}

function toColumns(rows: readonly SourceRow[], keys: Keys): Map<string, FoundColumn[]> {
  const columns = new Map<string, FoundColumn[]>();
  for (const row of rows) {
    const relation = text(row, 0);
    const name = text(row, 1);
    const column: FoundColumn = {
      ...(keys.get(keyOf(relation, name)) ?? { keyPosition: null, references: null }),
      name,
      position: Number(text(row, 2)),
      dataType: text(row, 3),
      isNullable: text(row, 4) === "t",
      comment: row[5] ?? null,
      isSampled: text(row, 6) === "t",
    };
    const siblings = columns.get(relation);
    if (siblings) siblings.push(column);
    else columns.set(relation, [column]);
  }
  return columns;
}

function toTable(row: SourceRow, columns: readonly FoundColumn[]): FoundTable {
  const relkind = text(row, 3);
  const isView = relkind === "v" || relkind === "m";
  const estimate = Number(row[5] ?? -1);
  return {
    schema: text(row, 1),
    table: text(row, 2),
    kind: isView ? "view" : "table",
    isStored: relkind === "r" || relkind === "p" || relkind === "m",
    // Zero is also what servers before 14 say of a table that was never looked at.
    rowEstimate: estimate > 0 && relkind !== "v" ? estimate : null,
    columns,
  };
}

/**
 * What the source's user may read there, ordered by schema and table, and how many tables it may not. System schemas are left out.
 * Throws the connector's errors.
 */
export async function introspectSource(
  source: SourceConnection,
): Promise<{ tables: FoundTable[]; skippedCount: number }> {
  const timeoutMs = Math.max(getEnv().sourceTimeoutMs, LIST_TIMEOUT_MS_MIN);
  return withSourceConnection(
    source,
    async (client) => {
      const version = await client.query("SELECT current_setting('server_version_num')");
      if (Number(version[0]?.[0] ?? 0) < OLDEST_VERSION) {
        throw new DomainError(
          "source_refused",
          "The source is older than Postgres 12, the oldest that can be discovered.",
        );
      }
      const relations = await client.query(RELATIONS);
      const readable = relations.filter((row) => text(row, 4) === "t");
      const oids = readable.map((row) => text(row, 0));
      const keys = toKeys(await client.query(KEYS, [oids]));
      const columns = toColumns(await client.query(COLUMNS, [oids]), keys);
      const tables = readable.map((row) => toTable(row, columns.get(text(row, 0)) ?? []));
      return {
        tables: tables.filter((table) => table.columns.length > 0),
        skippedCount: relations.length - readable.length,
      };
    },
    { timeoutMs },
  );
}
