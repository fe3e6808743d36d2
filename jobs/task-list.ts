import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { listInterruptedDiscoveries } from "@/lib/catalog/list-interrupted-discoveries";
import { runDiscovery } from "@/lib/catalog/run-discovery";
import { endExpiredSessions } from "@/lib/people/end-expired-sessions";
import { removeSpentSignIns } from "@/lib/people/remove-spent-sign-ins";
import { listDueReminders } from "@/lib/vendors/list-due-reminders";
import { recordReminder } from "@/lib/vendors/record-reminder";
import { recordVendorLapses } from "@/lib/vendors/record-vendor-lapses";
import { toTask } from "./to-task";

const DiscoverSource = z.object({ runId: z.string() });

/** When each recurring task runs (UTC); a time that was missed is not made up for. */
export const CRONTAB = `
* * * * * resume_discoveries ?max=1
*/5 * * * * tidy ?max=3
*/5 * * * * watch_vendors ?max=3
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
    watch_vendors: toTask("watch_vendors", stop, async (ctx) => {
      const due = await listDueReminders(ctx);
      for (const reminder of due) await recordReminder(ctx, reminder);
      return { reminders: due.length, lapses: await recordVendorLapses(ctx) };
    }),
    tidy: toTask("tidy", stop, async (ctx) => {
      const sessions = await endExpiredSessions(ctx);
      return { sessions, ...(await removeSpentSignIns(ctx)) };
    }),
  };
}
