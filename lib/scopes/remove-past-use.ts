import { commit } from "@/lib/audit/commit";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";

const KEPT_DAYS = 90;
const DAY_MS = 86_400_000;

/** Removes the pseudonyms that past days were counted by, and counts older than 90 days; for a job. */
export async function removePastUse(ctx: RequestContext): Promise<{ days: number }> {
  authorize(ctx, "cap:tidy");
  const today = new Date(ctx.now.toISOString().slice(0, 10));
  // A release that began yesterday is counted by yesterday: a day's grace.
  const pastSubjects = { day: { lt: new Date(today.getTime() - DAY_MS) } };
  const pastUse = { day: { lt: new Date(today.getTime() - KEPT_DAYS * DAY_MS) } };
  const [subject, use] = await Promise.all([
    reader().capSubject.findFirst({ where: pastSubjects, select: { day: true } }),
    reader().capUse.findFirst({ where: pastUse, select: { day: true } }),
  ]);
  if (subject === null && use === null) return { days: 0 };
  return commit(ctx, async (tx) => {
    const days = (await tx.capSubject.groupBy({ by: ["day"], where: pastSubjects })).length;
    await tx.capSubject.deleteMany({ where: pastSubjects });
    await tx.capUse.deleteMany({ where: pastUse });
    return { result: { days }, events: [{ action: "cap.tidied", days }] };
  });
}
