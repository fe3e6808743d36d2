import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";

/** How many widenings wait for a second person, and how many of those this person may decide because somebody else proposed them. */
export async function countWaitingWidenings(ctx: RequestContext): Promise<{ all: number; others: number }> {
  authorize(ctx, "widening:read");
  const all = await reader().widening.count({ where: { state: "waiting" } });
  if (ctx.actor.kind !== "person") return { all, others: all };
  const own = await reader().widening.count({ where: { state: "waiting", proposedById: ctx.actor.personId } });
  return { all, others: all - own };
}
