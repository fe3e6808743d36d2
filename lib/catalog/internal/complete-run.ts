import { commit } from "@/lib/audit/commit";
import type { AuditEvent } from "@/lib/audit/event";
import type { Transaction } from "@/lib/db/client";
import type { RequestContext } from "@/lib/identity/request-context";
import { finishRun } from "./finish-run";
import type { FoundTable } from "./found-table";
import { isStillRunning, type RunAtWork, RunEndedError } from "./run-state";

function keyOf(...parts: string[]): string {
  return JSON.stringify(parts);
}

/** Foreign keys, once all tables have their ids; one that was dropped is forgotten. */
async function linkReferences(tx: Transaction, sourceId: string, tables: readonly FoundTable[]): Promise<void> {
  const datasets = await tx.dataset.findMany({
    where: { sourceId },
    select: {
      id: true,
      schemaName: true,
      tableName: true,
      fields: {
        where: { status: { not: "vanished" } },
        select: { id: true, name: true, referencesDatasetId: true, referencesField: true },
      },
    },
  });
  const ids = new Map(datasets.map((one) => [keyOf(one.schemaName, one.tableName), one.id]));
  const references = new Map(
    tables.flatMap(({ schema, table, columns }) =>
      columns.map((column) => [keyOf(schema, table, column.name), column.references] as const),
    ),
  );
  const links = datasets.flatMap((dataset) =>
    dataset.fields.flatMap((field) => {
      const target = references.get(keyOf(dataset.schemaName, dataset.tableName, field.name)) ?? null;
      const targetId = target && (ids.get(keyOf(target.schema, target.table)) ?? null);
      const column = targetId && target ? target.column : null;
      const isSame = field.referencesDatasetId === targetId && field.referencesField === column;
      return isSame ? [] : [{ id: field.id, targetId, column }];
    }),
  );
  await tx.$executeRaw`
    UPDATE field SET references_dataset_id = link.target_id, references_field = link.name
    FROM unnest(${links.map(({ id }) => id)}::uuid[], ${links.map(({ targetId }) => targetId)}::uuid[],
                ${links.map(({ column }) => column)}::text[]) AS link (id, target_id, name)
    WHERE field.id = link.id`;
}

/** Tables that are in the catalogue and no longer in the source. */
async function markVanished(tx: Transaction, run: RunAtWork, tables: readonly FoundTable[]): Promise<AuditEvent[]> {
  const { sourceId, runId } = run;
  const found = new Set(tables.map(({ schema, table }) => keyOf(schema, table)));
  const known = await tx.dataset.findMany({
    where: { sourceId, status: { not: "vanished" } },
    select: { id: true, schemaName: true, tableName: true },
    orderBy: { id: "asc" },
  });
  const gone = known.filter((one) => !found.has(keyOf(one.schemaName, one.tableName))).map(({ id }) => id);
  await tx.dataset.updateMany({ where: { id: { in: gone } }, data: { status: "vanished" } });
  return gone.map((datasetId) => ({ action: "dataset.vanished", sourceId, datasetId, runId }));
}

type Ending = { outcome: "done" | "cancelled"; tables: readonly FoundTable[] };

/** Ends a run whose tables are stored, or were until it was cancelled. Throws RunEndedError when it was ended meanwhile. */
export async function completeRun(ctx: RequestContext, run: RunAtWork, { outcome, tables }: Ending): Promise<void> {
  const now = run.clock();
  await commit({ ...ctx, now }, async (tx) => {
    if (!(await isStillRunning(tx, run.runId))) throw new RunEndedError();
    await linkReferences(tx, run.sourceId, tables);
    const vanished = outcome === "done" ? await markVanished(tx, run, tables) : [];
    const finished = await finishRun(tx, run.runId, { outcome, error: null, now });
    return { result: undefined, events: [finished, ...vanished] };
  });
}
