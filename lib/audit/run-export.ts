import { getWriterPool } from "@/lib/db/pool";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { log } from "@/lib/runtime/log";
import { toErrorFacts } from "@/lib/runtime/to-error-facts";
import { commit } from "./commit";
import { makeWorkFolder, removeFiles, removeWorkFolder, toArchivePath } from "./exports/export-folder";
import { ExportScope } from "./exports/export-scope";
import { selectEntries } from "./exports/select-entries";
import { loadHead, writeArchive, writeEvidence } from "./exports/write-archive";
import { writeEntries } from "./exports/write-entries";
import { openEvents } from "./exports/write-events";
import { writeEvidencePack } from "./exports/write-evidence-pack";
import { openFile, type WrittenFile } from "./exports/write-file";
import { STALE_MS } from "./list-interrupted-exports";

/** How long an export can be fetched. */
const KEPT_MS = 7 * 86_400_000;
const HEARTBEAT_MS = 1_000;

type Environment = { clock: () => Date; stop?: AbortSignal | undefined };
export type ExportOutcome = "done" | "failed" | "cancelled" | "not_due";
type Progress = { tell: (done: number, total?: number) => Promise<void> };
type Made = { rowCount: number; logSize: number | null; bytes: number; sha256: string };

class ExportCancelled extends Error {
  override readonly name = "ExportCancelled";
}

/** Takes an export up, unless another process is at it. */
async function claim(exportId: string, now: Date): Promise<boolean> {
  const { rowCount } = await getWriterPool().query(
    `UPDATE audit_export SET state = 'running', heartbeat_at = $2, rows_done = 0, rows_total = NULL
     WHERE id = $1 AND (state = 'queued' OR state = 'running' AND heartbeat_at < $3)`,
    [exportId, now, new Date(now.getTime() - STALE_MS)],
  );
  return rowCount === 1;
}

/** Says how far it is, once a second, and stops where a person or the process asked to. */
function createProgress(exportId: string, { clock, stop }: Environment): Progress {
  let toldAt = 0;
  const tell = async (done: number, total?: number): Promise<void> => {
    if (stop?.aborted) throw new Error("the process is stopping");
    const now = clock();
    if (now.getTime() - toldAt < HEARTBEAT_MS && total === undefined) return;
    toldAt = now.getTime();
    const { rows } = await getWriterPool().query<{ is_cancel_asked: boolean }>(
      "UPDATE audit_export SET heartbeat_at = $2, rows_done = $3, rows_total = coalesce($4, rows_total) WHERE id = $1 AND state = 'running' RETURNING is_cancel_asked",
      [exportId, now, done, total ?? null],
    );
    if (rows[0]?.is_cancel_asked !== false) throw new ExportCancelled("somebody cancelled it");
  };
  return { tell };
}

async function writeEventExport(
  folder: string,
  scope: Exclude<ExportScope, { format: "evidence" }>,
  { tell }: Progress,
): Promise<{ files: WrittenFile[]; rowCount: number; logSize: number }> {
  const head = await loadHead();
  if (head === null) throw new Error("the log has not begun");
  const selection = await selectEntries(scope.filters, head.size, () => tell(0));
  const total = selection.kind === "all" ? head.size : selection.entries.length;
  await tell(0, total);
  const [entries, proof] = [openFile(folder, "entries.ndjson"), openFile(folder, "proof.json")];
  const events = await openEvents(folder, scope.format);
  const rowCount = await writeEntries({ entries, proof }, { selection, size: head.size }, events.write, (done) =>
    tell(done),
  );
  await tell(rowCount, total);
  const files = [await entries.end(), await proof.end(), ...(events.file === null ? [] : [await events.file.end()])];
  return { files: [...files, ...(await writeEvidence(folder, head))], rowCount, logSize: head.size };
}

async function make(exportId: string, scope: ExportScope, progress: Progress, now: Date): Promise<Made> {
  const folder = makeWorkFolder(exportId);
  const { files, rowCount, logSize } =
    scope.format === "evidence"
      ? await writeEvidencePack(folder, scope, now, progress.tell)
      : await writeEventExport(folder, scope, progress);
  const about = { export: exportId, format: scope.format, scope: JSON.stringify(scope), entries: rowCount, logSize };
  const written = await writeArchive(folder, toArchivePath(exportId), files, about, now);
  removeWorkFolder(exportId);
  return { rowCount, logSize, ...written };
}

async function finish(
  ctx: RequestContext,
  exportId: string,
  format: string,
  outcome: "done" | "failed" | "cancelled",
  { made, failure, durationMs, now }: { made: Made | null; failure: string | null; durationMs: number; now: Date },
): Promise<void> {
  await commit(ctx, async (tx) => {
    await tx.auditExport.update({
      where: { id: exportId },
      data: {
        state: outcome,
        finishedAt: now,
        expiresAt: new Date(now.getTime() + KEPT_MS),
        failure,
        ...(made === null ? {} : { bytes: made.bytes, sha256: made.sha256, rowsDone: made.rowCount }),
      },
      select: { id: true },
    });
    const facts = { rowCount: made?.rowCount ?? 0, logSize: made?.logSize ?? null, sha256: made?.sha256 ?? null };
    const reason = failure === null ? {} : { reason: failure };
    const event = {
      action: "audit.export_finished",
      exportId,
      format,
      outcome,
      durationMs,
      ...facts,
      ...reason,
    } as const;
    return { result: null, events: [event] };
  });
}

function toFailure(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, "code") : null;
  return code === "ENOSPC" || code === "EDQUOT" ? "disk_full" : "internal";
}

/**
 * Makes an export that was asked for. One that is interrupted is made anew from its beginning; one that fails leaves no file behind.
 * Throws only when the process stops, so that another takes it up.
 */
export async function runExport(
  ctx: RequestContext,
  { exportId }: { exportId: string },
  environment: Environment,
): Promise<ExportOutcome> {
  authorize(ctx, "audit:export_run");
  const row = await reader().auditExport.findUnique({ where: { id: exportId } });
  if (row === null || !(await claim(exportId, environment.clock()))) return "not_due";
  const startedAt = performance.now();
  const on = { ...ctx, onBehalfOf: row.requestedBy };
  const end = async (outcome: "done" | "failed" | "cancelled", made: Made | null, failure: string | null) => {
    const [durationMs, now] = [Math.round(performance.now() - startedAt), environment.clock()];
    await finish(on, exportId, row.format, outcome, { made, failure, durationMs, now });
    return outcome;
  };
  try {
    const scope = ExportScope.parse(JSON.parse(row.scope));
    const progress = createProgress(exportId, environment);
    await progress.tell(0);
    return await end("done", await make(exportId, scope, progress, environment.clock()), null);
  } catch (error) {
    removeFiles(exportId);
    if (error instanceof ExportCancelled) return end("cancelled", null, null);
    if (environment.stop?.aborted) throw error;
    log("error", "export_failed", { exportId, ...toErrorFacts(error) });
    return end("failed", null, toFailure(error));
  }
}
