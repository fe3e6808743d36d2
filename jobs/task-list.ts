import type { JobHelpers, TaskList } from "graphile-worker";
import { z } from "zod";
import { endDueAccessReviews } from "@/lib/access-reviews/end-due-access-reviews";
import { listInterruptedExports } from "@/lib/audit/list-interrupted-exports";
import { removeExports } from "@/lib/audit/remove-exports";
import { runExport } from "@/lib/audit/run-export";
import { verifyLog } from "@/lib/audit/verify-log";
import { listInterruptedDiscoveries } from "@/lib/catalog/list-interrupted-discoveries";
import { runDiscovery } from "@/lib/catalog/run-discovery";
import { deliverWebhooks } from "@/lib/notices/deliver-webhooks";
import { listDueDeliveries } from "@/lib/notices/list-due-deliveries";
import { listDueDigests } from "@/lib/notices/list-due-digests";
import { listDueMail } from "@/lib/notices/list-due-mail";
import { sendDigest } from "@/lib/notices/send-digest";
import { sendMail } from "@/lib/notices/send-mail";
import type { RequestContext } from "@/lib/identity/request-context";
import { endExpiredSessions } from "@/lib/people/end-expired-sessions";
import { removeSpentSignIns } from "@/lib/people/remove-spent-sign-ins";
import { runReviewClocks } from "@/lib/reviews/run-review-clocks";
import { removePastUse } from "@/lib/scopes/remove-past-use";
import { listDueReminders } from "@/lib/vendors/list-due-reminders";
import { recordReminder } from "@/lib/vendors/record-reminder";
import { recordVendorLapses } from "@/lib/vendors/record-vendor-lapses";
import { toTask } from "./to-task";

const RunExport = z.object({ exportId: z.string() });
const DiscoverSource = z.object({ runId: z.string() });
const DeliverWebhook = z.object({ deliveryId: z.string() });
const SendMail = z.object({ noticeId: z.string() });
const SendDigest = z.object({ personId: z.string() });

type Worker = Pick<JobHelpers, "addJob">;

/** Puts what is overdue in line under the keys that its rows were put in line with: one job for each, however often it is asked for. */
async function resumeNotices(ctx: RequestContext, { addJob }: Worker) {
  const [deliveries, mails] = [await listDueDeliveries(ctx), await listDueMail(ctx)];
  for (const deliveryId of deliveries) {
    await addJob("deliver_webhook", { deliveryId }, { jobKey: `deliver_webhook:${deliveryId}`, maxAttempts: 3 });
  }
  for (const noticeId of mails)
    await addJob("send_mail", { noticeId }, { jobKey: `send_mail:${noticeId}`, maxAttempts: 3 });
  return { deliveries: deliveries.length, mails: mails.length };
}

async function putDigestsInLine(ctx: RequestContext, { addJob }: Worker) {
  const people = await listDueDigests(ctx);
  for (const personId of people) {
    await addJob("send_digest", { personId }, { jobKey: `send_digest:${personId}`, maxAttempts: 3 });
  }
  return { digests: people.length };
}

/** When each recurring task runs (UTC); a time that was missed is not made up for. */
export const CRONTAB = `
* * * * * resume_discoveries ?max=1
* * * * * run_review_clocks ?max=3&priority=-10
* * * * * resume_notices ?max=3
*/15 * * * * send_digests ?max=3
*/5 * * * * tidy ?max=3
*/5 * * * * watch_vendors ?max=3
* * * * * tidy_exports ?max=1
*/5 * * * * end_access_reviews ?max=1
17 2 * * * verify_log ?max=1
`;

/** What the worker can do. `stop` ends long work between two steps. */
export function toTaskList(stop: AbortSignal): TaskList {
  const environment = { clock: () => new Date(), stop };
  return {
    discover_source: toTask("discover_source", stop, async (ctx, payload, { job }) => {
      const { runId } = DiscoverSource.parse(payload);
      const tries = { isRetry: job.attempts > 1, isLastTry: job.attempts >= job.max_attempts };
      return { runId, outcome: await runDiscovery(ctx, { runId, ...tries }, environment) };
    }),
    resume_discoveries: toTask("resume_discoveries", stop, async (ctx) => {
      const runIds = await listInterruptedDiscoveries(ctx);
      for (const runId of runIds) await runDiscovery(ctx, { runId }, environment);
      return { resumed: runIds.length };
    }),
    run_review_clocks: toTask("run_review_clocks", stop, (ctx) => runReviewClocks(ctx, { stop })),
    deliver_webhook: toTask("deliver_webhook", stop, async (ctx, payload) => {
      const { deliveryId } = DeliverWebhook.parse(payload);
      return { deliveryId, ...(await deliverWebhooks(ctx, { deliveryId }, environment)) };
    }),
    send_mail: toTask("send_mail", stop, async (ctx, payload) => {
      const { noticeId } = SendMail.parse(payload);
      return { noticeId, outcome: await sendMail(ctx, { noticeId }) };
    }),
    send_digest: toTask("send_digest", stop, async (ctx, payload) => {
      const { personId } = SendDigest.parse(payload);
      return { personId, outcome: await sendDigest(ctx, { personId }) };
    }),
    send_digests: toTask("send_digests", stop, (ctx, _, worker) => putDigestsInLine(ctx, worker)),
    resume_notices: toTask("resume_notices", stop, (ctx, _, worker) => resumeNotices(ctx, worker)),
    watch_vendors: toTask("watch_vendors", stop, async (ctx) => {
      const due = await listDueReminders(ctx);
      for (const reminder of due) await recordReminder(ctx, reminder);
      return { reminders: due.length, lapses: await recordVendorLapses(ctx) };
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
    end_access_reviews: toTask("end_access_reviews", stop, async (ctx) => ({ ended: await endDueAccessReviews(ctx) })),
    verify_log: toTask("verify_log", stop, async (ctx) => {
      const { isIntact, size } = await verifyLog(ctx);
      return { isIntact, size };
    }),
    tidy: toTask("tidy", stop, async (ctx) => {
      const sessions = await endExpiredSessions(ctx);
      return { sessions, ...(await removeSpentSignIns(ctx)), ...(await removePastUse(ctx)) };
    }),
  };
}
