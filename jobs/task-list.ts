import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { listInterruptedExports } from "@/lib/audit/list-interrupted-exports";
import { removeExports } from "@/lib/audit/remove-exports";
import { runExport } from "@/lib/audit/run-export";
import { verifyLog } from "@/lib/audit/verify-log";
import { listInterruptedDiscoveries } from "@/lib/catalog/list-interrupted-discoveries";
import { runDiscovery } from "@/lib/catalog/run-discovery";
import { endExpiredSessions } from "@/lib/people/end-expired-sessions";
import { removeSpentSignIns } from "@/lib/people/remove-spent-sign-ins";
import { toTask } from "./to-task";

const RunExport = z.object({ exportId: z.string() });
const DiscoverSource = z.object({ runId: z.string() });

/** When each recurring task runs (UTC); a time that was missed is not made up for. */
export const CRONTAB = `
* * * * * resume_discoveries ?max=1
*/5 * * * * tidy ?max=3
* * * * * tidy_exports ?max=1
17 2 * * * verify_log ?max=1
`;

/** What the worker can do. `stop` ends long work between two steps. */
export function toTaskList(stop: AbortSignal): TaskList {
  const environment = { clock: () => new Date(), stop };
  return {
    discover_source: toTask("discover_source", stop, async (ctx, payload, job) => {
      const { runId } = DiscoverSource.parse(payload);
      const tries = { isRetry: job.attempts > 1, isLastTry: job.attempts >= job.max_attempts };
      return { runId, outcome: await runDiscovery(ctx, { runId, ...tries }, environment) };
    }),
    resume_discoveries: toTask("resume_discoveries", stop, async (ctx) => {
      const runIds = await listInterruptedDiscoveries(ctx);
      for (const runId of runIds) await runDiscovery(ctx, { runId }, environment);
      return { resumed: runIds.length };
    }),
    run_export: toTask("run_export", stop, async (ctx, payload) => {
      const { exportId } = RunExport.parse(payload);
      return { exportId, outcome: await runExport(ctx, { exportId }, environment) };
    }),
    tidy_exports: toTask("tidy_exports", stop, async (ctx) => {
      const interrupted = await listInterruptedExports(ctx);
      for (const exportId of interrupted) await runExport(ctx, { exportId }, environment);
      return { resumed: interrupted.length, removed: await removeExports(ctx) };
    }),
    verify_log: toTask("verify_log", stop, async (ctx) => {
      const { isIntact, size } = await verifyLog(ctx);
      return { isIntact, size };
    }),
    tidy: toTask("tidy", stop, async (ctx) => {
      const sessions = await endExpiredSessions(ctx);
      return { sessions, ...(await removeSpentSignIns(ctx)) };
    }),
  };
}
