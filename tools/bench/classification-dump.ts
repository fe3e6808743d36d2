import type { ClassifyTableInput } from "@/lib/kernel/classify-table";

type DumpColumn = {
  column: string;
  dataType: string;
  isPrimaryKey: boolean;
  references: { table: string; column: string } | null;
  samples: string[];
};
type DumpTable = { schema: string; table: string; columns: DumpColumn[] };

const SAMPLES_MAX = 30;

/** Reads the tables, keys and first rows of a pg_dump text (CREATE TABLE, ADD CONSTRAINT, INSERT, COPY) without a database. */
export function readDump(sql: string): ClassifyTableInput[] {
  const tables = new Map<string, DumpTable>();
  for (const match of sql.matchAll(/^CREATE TABLE (\S+) \(\n([\s\S]*?)\n\);/gm)) {
    const table = toTableName(match[1] ?? "");
    tables.set(table, { schema: "public", table, columns: toColumns(match[2] ?? "") });
  }
  readKeys(sql, tables);
  readInserts(sql, tables);
  readCopies(sql, tables);
  return [...tables.values()];
}

function toTableName(written: string): string {
  return unquote(written.replace(/^public\./, ""));
}

function unquote(written: string): string {
  return written.trim().replace(/^"|"$/g, "");
}

function toColumns(body: string): DumpColumn[] {
  return body.split("\n").flatMap((line) => {
    const match = /^\s+("[^"]+"|\w+) ([a-z ]+(?:\([\d,]+\))?(?: without time zone)?)/.exec(line);
    if (match === null) return [];
    const dataType = (match[2] ?? "")
      .replace(/ NOT NULL.*/, "")
      .replace(/\([\d,]+\)/, "")
      .trim();
    return [{ column: unquote(match[1] ?? ""), dataType, isPrimaryKey: false, references: null, samples: [] }];
  });
}

function readKeys(sql: string, tables: ReadonlyMap<string, DumpTable>): void {
  for (const match of sql.matchAll(
    /^ALTER TABLE ONLY (\S+)\n\s+ADD CONSTRAINT \S+ (PRIMARY|FOREIGN) KEY \(([^)]+)\)(?: REFERENCES ([^\s;(]+)(?:\(([^)]+)\))?)?/gm,
  )) {
    const [, table = "", kind, columns = "", target, targetColumn] = match;
    for (const name of columns.split(",").map(unquote)) {
      const column = tables.get(toTableName(table))?.columns.find((candidate) => candidate.column === name);
      if (column === undefined) continue;
      if (kind === "PRIMARY") column.isPrimaryKey = true;
      else if (target !== undefined)
        column.references = {
          table: toTableName(target),
          column: targetColumn === undefined ? name : unquote(targetColumn),
        };
    }
  }
}

function readInserts(sql: string, tables: ReadonlyMap<string, DumpTable>): void {
  for (const match of sql.matchAll(/^INSERT INTO (\S+) VALUES \((.*)\);$/gm)) {
    const values = [...(match[2] ?? "").matchAll(/'((?:[^']|'')*)'|([^,\s']+)/g)].map(
      ([, text, bare]) => text?.replaceAll("''", "'") ?? bare ?? "",
    );
    addRow(tables.get(toTableName(match[1] ?? "")), values);
  }
}

function readCopies(sql: string, tables: ReadonlyMap<string, DumpTable>): void {
  for (const match of sql.matchAll(/^COPY (\S+) \([^)]*\) FROM stdin;\n([\s\S]*?)^\\\.$/gm)) {
    const rows = (match[2] ?? "").split("\n", SAMPLES_MAX);
    for (const row of rows)
      if (row !== "")
        addRow(
          tables.get(toTableName(match[1] ?? "")),
          row.split("\t").map((value) => (value === "\\N" ? "" : value)),
        );
  }
}

function addRow(table: DumpTable | undefined, values: readonly string[]): void {
  table?.columns.forEach((column, index) => {
    const value = values[index];
    if (value !== undefined && value !== "" && value !== "NULL" && column.samples.length < SAMPLES_MAX)
      column.samples.push(value);
  });
}
