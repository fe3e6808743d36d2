import { z } from "zod";
import { record } from "@/lib/audit/record";
import { loadSourceConnection } from "@/lib/catalog/connector/source-connection";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { Json } from "@/lib/kernel/canonical-json";
import { DomainError } from "@/lib/kernel/domain-error";
import type { DatasetId } from "@/lib/kernel/ids";
import { refersToCase, type RowBoundCondition, type RowCondition } from "@/lib/kernel/row-condition";
import { type Category, type FieldTreatment, type Treatment, TREATMENTS } from "@/lib/kernel/vocabulary";
import type { ColumnFacts, DatasetFacts } from "@/lib/policy/agent-policy";
import { loadDatasetFacts } from "@/lib/policy/load-dataset-facts";
import { parseInput } from "@/lib/runtime/parse-input";
import { RowBoundInput } from "@/lib/scopes/scope-input";
import { prepareRows } from "./read-rows";
import { isRead, type ReleasedRow, treatRows } from "./treat-rows";

export const PreviewScopeInput = z.strictObject({
  /** Whose scope it shall be, for the log. */
  agentId: z.uuid("names no agent").optional(),
  datasetId: z.uuid("choose a dataset"),
  fields: z.record(z.string().max(128), z.enum(TREATMENTS, "is not a treatment")),
  rowBound: RowBoundInput.default([]),
  limit: z.number().int().min(1).max(20).default(5),
});
export type PreviewScopeInput = z.input<typeof PreviewScopeInput>;

export type ScopePreview = {
  /** Every column, with how the agent and this person see it. */
  fields: readonly { name: string; agent: FieldTreatment; person: FieldTreatment }[];
  /** The same rows twice; values in the order of `fields`, null where they are withheld. */
  rows: readonly { agent: readonly Json[]; person: readonly Json[] }[];
  /** The row bound names a case's customer: the rows here are those of any customer. */
  isCaseBound: boolean;
};

/** What says nothing about a person or the business may be shown to the people who grant it. */
const OPEN_CATEGORIES: readonly Category[] = ["none", "purchase_history"];

function toPersonTreatment({ category }: ColumnFacts): Treatment {
  return OPEN_CATEGORIES.includes(category) ? "clear" : "mask";
}

function assertKnown(facts: DatasetFacts, fields: Readonly<Record<string, Treatment>>): void {
  const unknown = Object.keys(fields).find((name) => facts.columns.get(name)?.isUsable !== true);
  if (unknown !== undefined)
    throw new DomainError("invalid_input", `The dataset has no field ${unknown} that can be read now.`, "fields");
}

function toCells(columns: readonly ColumnFacts[], row: ReleasedRow | undefined): Json[] {
  return columns.map(({ name }) => row?.[name] ?? null);
}

async function readBoth(
  facts: DatasetFacts,
  columns: readonly ColumnFacts[],
  fields: Readonly<Record<string, Treatment>>,
  rowBound: readonly RowCondition[],
  limit: number,
) {
  const query = { facts, read: columns, rowBound, where: [], orderBy: [], isClear: () => false, limit };
  const source = await loadSourceConnection(facts.sourceId);
  const { rows } = await prepareRows(query).run(source, null);
  const asPerson = columns.map((column) => ({ column, treatment: toPersonTreatment(column) }));
  const asAgent = columns.flatMap((column) => {
    const treatment = fields[column.name];
    return treatment === undefined ? [] : [{ column, treatment }];
  });
  const places = asAgent.filter(isRead).map(({ column }) => columns.indexOf(column));
  const person = treatRows(rows, asPerson);
  const agent = treatRows(
    rows.map((row) => places.map((place) => row[place] ?? null)),
    asAgent,
  );
  return rows.map((_, index) => ({ agent: toCells(columns, agent[index]), person: toCells(columns, person[index]) }));
}

/**
 * A scope before it is granted: the same rows as the agent would get them, and as this person may see them. In the log before it is
 * shown. Throws `invalid_input`, `not_found` or an error of the source.
 */
export async function previewScope(ctx: RequestContext, input: PreviewScopeInput): Promise<ScopePreview> {
  authorize(ctx, "scope:preview");
  const { agentId, datasetId, fields, rowBound, limit } = parseInput(PreviewScopeInput, input);
  const facts = await loadDatasetFacts(datasetId as DatasetId);
  assertKnown(facts, fields);
  const columns = [...facts.columns.values()].filter((column) => column.isUsable);
  const bound: readonly RowBoundCondition[] = rowBound;
  const own = bound.filter((condition): condition is RowCondition => !refersToCase(condition));
  const rows = await readBoth(facts, columns, fields, own, limit);
  const who = agentId === undefined ? {} : { agentId };
  await record(ctx, [{ action: "scope.previewed", ...who, datasetId, rowCount: rows.length, fields }]);
  return {
    fields: columns.map((column) => ({
      name: column.name,
      agent: fields[column.name] ?? "withheld",
      person: toPersonTreatment(column),
    })),
    rows,
    isCaseBound: own.length < bound.length,
  };
}
