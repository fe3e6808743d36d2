import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { DiscoveryRunId, SourceId } from "@/lib/kernel/ids";
import { parseInput } from "@/lib/runtime/parse-input";
import { loadSourceConnection, type SourceConnection } from "./connector/source-connection";
import { completeRun } from "./internal/complete-run";
import { finishRun } from "./internal/finish-run";
import type { FoundTable } from "./internal/found-table";
import { introspectSource } from "./internal/introspect-source";
import { judgeTable } from "./internal/judge-table";
import { isStillRunning, type RunAtWork, RunEndedError } from "./internal/run-state";
import { sampleValues } from "./internal/sample-values";
import { storeDataset } from "./internal/store-dataset";
import { isStale } from "./internal/to-discovery-run";

export const RunDiscoveryInput = z.object({
  runId: z.uuid(),
  /** The same job again: its former try is over, whatever the run's heartbeat says. */
  isRetry: z.boolean().default(false),
  /** No further try follows: an unexpected error ends the run. */
  isLastTry: z.boolean().default(true),
});
export type RunDiscoveryInput = z.input<typeof RunDiscoveryInput>;

/** What the process gives a run that lasts minutes. `stop` ends it between two tables, to be tried again. */
export type RunDiscoveryEnvironment = { readonly clock: () => Date; readonly stop?: AbortSignal | undefined };

/** `ignored`: it has ended, or another process is at it. */
export type DiscoveryOutcome = "done" | "cancelled" | "failed" | "ignored";

/** Takes the run, unless another process did since it was read. */
async function startRun(
  ctx: RequestContext,
  run: RunAtWork,
  datasetsTotal: number,
  datasetsSkipped: number,
): Promise<void> {
  const now = run.clock();
  const { runId, sourceId } = run;
  await commit({ ...ctx, now }, async (tx) => {
    const { count } = await tx.discoveryRun.updateMany({
      where: { id: runId, status: { in: ["queued", "running"] }, heartbeatAt: run.heartbeatAt },
      data: { status: "running", datasetsTotal, datasetsSkipped, heartbeatAt: now },
    });
    if (count === 0) throw new RunEndedError();
    return { result: undefined, events: [{ action: "discovery.started", sourceId, runId, datasetsTotal }] };
  });
}

async function failRun(ctx: RequestContext, run: RunAtWork, error: string): Promise<void> {
  const now = run.clock();
  await commit({ ...ctx, now }, async (tx) => {
    const isQueued = await tx.discoveryRun.count({ where: { id: run.runId, status: "queued" } });
    if (!(await isStillRunning(tx, run.runId)) && isQueued === 0) throw new RunEndedError();
    return { result: undefined, events: [await finishRun(tx, run.runId, { outcome: "failed", error, now })] };
  });
}

async function isCancelRequested(runId: string): Promise<boolean> {
  const run = await reader().discoveryRun.findUniqueOrThrow({
    where: { id: runId },
    select: { cancelRequested: true },
  });
  return run.cancelRequested;
}

/** Tables that a former try of this run has stored already. */
async function loadStored(runId: string): Promise<Set<string>> {
  const rows = await reader().dataset.findMany({
    where: { lastRunId: runId },
    select: { schemaName: true, tableName: true },
  });
  return new Set(rows.map((row) => JSON.stringify([row.schemaName, row.tableName])));
}

async function discover(
  ctx: RequestContext,
  run: RunAtWork,
  source: SourceConnection,
  stop: AbortSignal | undefined,
): Promise<"done" | "cancelled"> {
  const { tables, skippedCount } = await introspectSource(source);
  await startRun(ctx, run, tables.length, skippedCount);
  const stored = await loadStored(run.runId);
  const isStored = ({ schema, table }: FoundTable) => stored.has(JSON.stringify([schema, table]));
  for (const table of tables.filter((one) => !isStored(one))) {
    stop?.throwIfAborted();
    if (await isCancelRequested(run.runId)) {
      await completeRun(ctx, run, { outcome: "cancelled", tables });
      return "cancelled";
    }
    const sample = await sampleValues(source, table);
    await storeDataset(ctx, run, judgeTable(table, sample));
  }
  await completeRun(ctx, run, { outcome: "done", tables });
  return "done";
}

async function findRunAtWork(runId: string, isRetry: boolean, clock: () => Date): Promise<RunAtWork | null> {
  const run = await reader().discoveryRun.findUnique({
    where: { id: runId },
    select: { status: true, heartbeatAt: true, sourceId: true, source: { select: { name: true } } },
  });
  const isOpen = run?.status === "queued" || (run?.status === "running" && (isRetry || isStale(run, clock())));
  if (!run || !isOpen) return null;
  return {
    runId: runId as DiscoveryRunId,
    sourceId: run.sourceId as SourceId,
    sourceName: run.source.name,
    heartbeatAt: run.heartbeatAt,
    clock,
  };
}

/**
 * Does a requested discovery: lists the source, reads a sample of each table, judges it, stores the table in its own commit. A run that
 * was cut off goes on after the last table stored. A source that cannot be read ends it as failed; other errors are thrown.
 */
export async function runDiscovery(
  ctx: RequestContext,
  input: RunDiscoveryInput,
  { clock, stop }: RunDiscoveryEnvironment,
): Promise<DiscoveryOutcome> {
  authorize(ctx, "discovery:run");
  const { runId, isRetry, isLastTry } = parseInput(RunDiscoveryInput, input);
  const run = await findRunAtWork(runId, isRetry, clock);
  if (!run) return "ignored";
  try {
    return await discover(ctx, run, await loadSourceConnection(run.sourceId), stop);
  } catch (error) {
    if (error instanceof RunEndedError) return "ignored";
    const isExpected = error instanceof DomainError;
    if (!isExpected && (stop?.aborted || !isLastTry)) throw error;
    await failRun(ctx, run, isExpected ? error.message : "Discovery failed inside Gatehouse: see the log of its jobs.");
    if (!isExpected) throw error;
    return "failed";
  }
}
