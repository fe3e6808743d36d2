import { commit } from "@/lib/audit/commit";
import type { Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { RequestContext } from "@/lib/identity/request-context";
import { newId } from "@/lib/runtime/new-id";
import type { JudgedTable } from "./judge-table";
import { type FieldPlan, planFields } from "./plan-fields";
import { isStillRunning, type RunAtWork, RunEndedError } from "./run-state";
import { toDatasetNames } from "./to-dataset-names";

const FIELD_SELECT = {
  id: true,
  name: true,
  position: true,
  dataType: true,
  isNullable: true,
  keyPosition: true,
  category: true,
  confidence: true,
  reason: true,
  isConfirmed: true,
  status: true,
} satisfies Prisma.FieldSelect;

const DATASET_SELECT = {
  id: true,
  status: true,
  recordKindConfirmed: true,
  fields: { select: FIELD_SELECT, orderBy: [{ position: "asc" }, { name: "asc" }] },
} satisfies Prisma.DatasetSelect;

async function takeName(tx: Transaction, run: RunAtWork, table: JudgedTable): Promise<string> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('dataset name', 0))`;
  for (const name of toDatasetNames({ source: run.sourceName, schema: table.schema, table: table.table })) {
    if ((await tx.dataset.count({ where: { name } })) === 0) return name;
  }
  throw new Error("names without end have ended");
}

/** The stored dataset, locked: a person who confirms fields meanwhile comes before or after, never between. */
async function findKnown(tx: Transaction, sourceId: string, { schema, table }: JudgedTable) {
  await tx.$executeRaw`
    SELECT 1 FROM dataset WHERE source_id = ${sourceId}::uuid AND schema_name = ${schema} AND table_name = ${table} FOR UPDATE`;
  return tx.dataset.findUnique({
    where: { sourceId_schemaName_tableName: { sourceId, schemaName: schema, tableName: table } },
    select: DATASET_SELECT,
  });
}

async function createDataset(tx: Transaction, run: RunAtWork, table: JudgedTable, now: Date): Promise<string> {
  const id = newId(now);
  const { schema, kind, recordKind, subjectKey, rowCount } = table;
  await tx.dataset.create({
    data: {
      id,
      sourceId: run.sourceId,
      name: await takeName(tx, run, table),
      schemaName: schema,
      tableName: table.table,
      kind,
      recordKind,
      subjectKey,
      rowEstimate: rowCount ?? -1,
      firstSeenAt: now,
      lastRunId: run.runId,
    },
    select: { id: true },
  });
  return id;
}

type KnownDataset = { id: string; status: "fresh" | "present" | "changed" | "vanished"; recordKindConfirmed: boolean };

async function updateDataset(
  tx: Transaction,
  run: RunAtWork,
  table: JudgedTable,
  known: KnownDataset,
  plan: FieldPlan,
) {
  const isChanged = plan.fresh.length + plan.changed.length + plan.vanished.length > 0 || known.status === "vanished";
  const suggested = known.recordKindConfirmed ? {} : { recordKind: table.recordKind, subjectKey: table.subjectKey };
  await tx.dataset.update({
    where: { id: known.id },
    data: {
      ...suggested,
      kind: table.kind,
      rowEstimate: table.rowCount ?? -1,
      lastRunId: run.runId,
      status: isChanged && known.status !== "fresh" ? "changed" : known.status,
    },
    select: { id: true },
  });
}

async function storeFields(tx: Transaction, datasetId: string, plan: FieldPlan, now: Date): Promise<void> {
  await tx.field.createMany({ data: plan.created.map((field) => ({ ...field, id: newId(now), datasetId })) });
  for (const { id, facts } of plan.updated) await tx.field.update({ where: { id }, data: facts, select: { id: true } });
  await tx.field.updateMany({ where: { id: { in: plan.vanished.map(({ id }) => id) } }, data: { status: "vanished" } });
}

/** Stores one table and what was made of it, with the run's progress. Throws RunEndedError when the run was ended meanwhile. */
export async function storeDataset(ctx: RequestContext, run: RunAtWork, table: JudgedTable): Promise<void> {
  const now = run.clock();
  const { runId, sourceId } = run;
  await commit({ ...ctx, now }, async (tx) => {
    if (!(await isStillRunning(tx, runId))) throw new RunEndedError();
    const known = await findKnown(tx, sourceId, table);
    const plan = planFields(known?.fields ?? [], table.columns, table.kind);
    if (known) await updateDataset(tx, run, table, known, plan);
    const datasetId = known?.id ?? (await createDataset(tx, run, table, now));
    await storeFields(tx, datasetId, plan, now);
    const vanished = plan.vanished.map(({ name }) => name);
    await tx.discoveryRun.update({
      where: { id: runId },
      data: {
        datasetsDone: await tx.dataset.count({ where: { sourceId, lastRunId: runId } }),
        fieldsNew: { increment: plan.fresh.length },
        fieldsChanged: { increment: plan.changed.length },
        fieldsVanished: { increment: vanished.length },
        heartbeatAt: now,
      },
      select: { id: true },
    });
    const fields = { fieldsNew: [...plan.fresh], fieldsChanged: [...plan.changed], fieldsVanished: vanished };
    return { result: undefined, events: [{ action: "dataset.discovered", sourceId, datasetId, runId, ...fields }] };
  });
}
