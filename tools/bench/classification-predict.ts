import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { classifyTable } from "@/lib/kernel/classify-table";
import type { Category } from "@/lib/kernel/vocabulary";

const LabelledColumn = z.object({
  source: z.string(),
  schema: z.string(),
  table: z.string(),
  column: z.string(),
  samples: z.array(z.string()).default([]),
  native: z.string().default(""),
  pii: z.boolean().default(false),
});
export type LabelledColumn = z.infer<typeof LabelledColumn>;

export type ColumnPrediction = { source: string; table: string; column: string; pii: boolean; category: Category };

export function readLabelledColumns(jsonl: string): LabelledColumn[] {
  return jsonl
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => LabelledColumn.parse(JSON.parse(line)));
}

/** One prediction for each row, in the rows' order; the rows of a table are judged together. */
export function predictColumns(rows: readonly LabelledColumn[]): ColumnPrediction[] {
  const byTable = new Map<string, LabelledColumn[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.source, row.table]);
    byTable.set(key, [...(byTable.get(key) ?? []), row]);
  }
  const predictions = new Map<LabelledColumn, ColumnPrediction>();
  for (const group of byTable.values()) {
    const { schema = "", table = "" } = group[0] ?? {};
    const columns = group.map(({ column, samples }) => ({
      column,
      samples,
      dataType: "",
      isPrimaryKey: false,
      references: null,
    }));
    classifyTable({ schema, table, columns }).forEach(({ isPersonal, category }, index) => {
      const row = group[index];
      if (row !== undefined)
        predictions.set(row, { source: row.source, table, column: row.column, pii: isPersonal, category });
    });
  }
  return rows.flatMap((row) => predictions.get(row) ?? []);
}

/** `tsx tools/bench/classification-predict.ts columns.jsonl predictions.jsonl` writes what score.py reads. */
function main([input, output]: string[]): void {
  if (input === undefined || output === undefined)
    throw new Error("usage: classification-predict.ts COLUMNS.jsonl PREDICTIONS.jsonl");
  const predictions = predictColumns(readLabelledColumns(readFileSync(input, "utf8")));
  writeFileSync(output, predictions.map((prediction) => `${JSON.stringify(prediction)}\n`).join(""));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) main(process.argv.slice(2));
