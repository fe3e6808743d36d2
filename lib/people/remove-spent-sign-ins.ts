import { commit } from "@/lib/audit/commit";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { ACCOUNT_LIMITS, ADDRESS_LIMITS } from "./internal/throttle";

const WINDOW_MS = Math.max(ACCOUNT_LIMITS.windowMs, ADDRESS_LIMITS.windowMs);

/** Removes one-time links that are over and counts of failed sign-ins that no longer hold anybody up; for a job. */
export async function removeSpentSignIns(ctx: RequestContext): Promise<{ links: number; throttles: number }> {
  authorize(ctx, "session:expire");
  const spentLinks = { expiresAt: { lte: ctx.now } };
  const spentThrottles = {
    windowStart: { lt: new Date(ctx.now.getTime() - WINDOW_MS) },
    OR: [{ blockedUntil: null }, { blockedUntil: { lte: ctx.now } }],
  };
  const [link, throttle] = await Promise.all([
    reader().oneTimeLink.findFirst({ where: spentLinks, select: { id: true } }),
    reader().signInThrottle.findFirst({ where: spentThrottles, select: { key: true } }),
  ]);
  if (!link && !throttle) return { links: 0, throttles: 0 };
  return commit(ctx, async (tx) => {
    const { count: links } = await tx.oneTimeLink.deleteMany({ where: spentLinks });
    const { count: throttles } = await tx.signInThrottle.deleteMany({ where: spentThrottles });
    return { result: { links, throttles }, events: [{ action: "sign_in.tidied", links, throttles }] };
  });
}
