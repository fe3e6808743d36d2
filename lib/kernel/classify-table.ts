import { toTableContext } from "./classify-context";
import { weighEvidence } from "./classify-evidence";
import { type ClassifyFieldInput, type FieldClassification, classifyField } from "./classify-field";
import { profileSamples } from "./detect-samples";

export type ClassifyTableInput = {
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly Omit<ClassifyFieldInput, "schema" | "table">[];
};

/**
 * Judges all columns of a table, in their order. Each column profits from what the other columns' names and values
 * show: a "V7" beside values such as male and female is a fact about a person. Reads the table's name and columns once.
 */
export function classifyTable(input: ClassifyTableInput): FieldClassification[] {
  const profiles = input.columns.map((column) => profileSamples(column.samples));
  const context = toTableContext(
    input.table,
    input.columns.map((column) => column.column),
    weighEvidence(profiles),
  );
  return input.columns.map((column, index) => {
    const profile = profiles[index] ?? profileSamples(column.samples);
    return classifyField({ ...column, schema: input.schema, table: input.table }, context, profile);
  });
}
