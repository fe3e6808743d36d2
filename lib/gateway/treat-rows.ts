import type { SourceRow } from "@/lib/catalog/connector/with-source-connection";
import type { Json } from "@/lib/kernel/canonical-json";
import { REDACTED, treatValue } from "@/lib/kernel/treat-value";
import type { Treatment } from "@/lib/kernel/vocabulary";
import type { ColumnFacts } from "@/lib/policy/agent-policy";
import { toJsonReader } from "./to-json-value";
import { toToken } from "@/lib/policy/to-pseudonym";

export type Release = { column: ColumnFacts; treatment: Treatment };
export type ReleasedRow = { readonly [field: string]: Json };

/** Whether a column has to be read at all: a redacted value is the same whatever it is. */
export function isRead({ treatment }: Release): boolean {
  return treatment !== "redact";
}

type Cell = (row: SourceRow) => Json;

/** How one field's value is made from a row; `place` is where the row holds it. Treatments work on the text that the source wrote. */
function toCell({ column, treatment }: Release, place: number): Cell {
  if (treatment === "redact") return () => REDACTED;
  if (treatment === "clear") {
    const toJson = toJsonReader(column.dataType);
    return (row) => {
      const text = row[place] ?? null;
      return text === null ? null : toJson(text);
    };
  }
  const rule = {
    treatment,
    category: column.category,
    kind: column.kind,
    tokenOf: (text: string) => toToken(text, column),
  };
  return (row) => treatValue(row[place] ?? null, rule);
}

/** Rows as they are released. `rows` hold the texts of the columns that are read, in the order of `releases`. */
export function treatRows(rows: readonly SourceRow[], releases: readonly Release[]): ReleasedRow[] {
  let place = 0;
  const cells = releases.map(
    (release) => [release.column.name, toCell(release, isRead(release) ? place++ : -1)] as const,
  );
  return rows.map((row) => Object.fromEntries(cells.map(([name, cell]) => [name, cell(row)])));
}
