import { classifyTable } from "@/lib/kernel/classify-table";
import { suggestRecordKind } from "@/lib/kernel/suggest-record-kind";
import { suggestSubjectKey } from "@/lib/kernel/suggest-subject-key";
import type { RecordKind } from "@/lib/kernel/vocabulary";
import type { FoundTable } from "./found-table";
import type { JudgedColumn } from "./plan-fields";
import type { Sample } from "./sample-values";

/** A table with what was made of it. No value of the sample is in it. */
export type JudgedTable = Omit<FoundTable, "columns" | "isStored" | "rowEstimate"> & {
  readonly columns: readonly JudgedColumn[];
  readonly recordKind: RecordKind;
  readonly subjectKey: string | null;
  /** Null when the source did not say in time. */
  readonly rowCount: number | null;
};

/** Suggests what each column holds, what the table holds and whom its rows are about. */
export function judgeTable(found: FoundTable, { values, rowCount }: Sample): JudgedTable {
  const { schema, table, kind } = found;
  const judged = classifyTable({
    schema,
    table,
    columns: found.columns.map(({ name, dataType, keyPosition, references, comment }) => ({
      column: name,
      dataType,
      isPrimaryKey: keyPosition !== null,
      references,
      comment,
      samples: values.get(name) ?? [],
    })),
  });
  const columns = found.columns.flatMap((column, index) => {
    const verdict = judged[index];
    return verdict
      ? [{ ...column, category: verdict.category, confidence: verdict.confidence, reason: verdict.reason }]
      : [];
  });
  const { recordKind } = suggestRecordKind({ schema, table, columns, rowEstimate: rowCount });
  const keyed = columns.map((column) => ({ ...column, isPrimaryKey: column.keyPosition !== null }));
  const { column: subjectKey } = suggestSubjectKey({ table, columns: keyed });
  return { schema, table, kind, columns, rowCount, recordKind, subjectKey };
}
