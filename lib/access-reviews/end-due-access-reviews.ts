import { suspendAgent } from "@/lib/agents/suspend-agent";
import { commit } from "@/lib/audit/commit";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { disablePerson } from "@/lib/people/disable-person";
import { expireScope } from "@/lib/scopes/expire-scope";
import { type AccessItem, lockAccessItem, toItemSubject } from "./internal/lock-access-item";

const NOTE = "Nobody answered in the access review.";

/** Stops what nobody answered for, so that a person can bring it back: the agent is suspended, the scope ends, the person cannot sign in. */
async function suspend(ctx: RequestContext, { kind, subjectId }: AccessItem): Promise<void> {
  if (kind === "agent") {
    const agent = await reader().agent.findUniqueOrThrow({ where: { id: subjectId }, select: { state: true } });
    if (agent.state === "active") await suspendAgent(ctx, { agentId: subjectId, note: NOTE });
  } else if (kind === "scope") await expireScope(ctx, { scopeId: subjectId, note: NOTE });
  else {
    const person = await reader().person.findUniqueOrThrow({ where: { id: subjectId }, select: { status: true } });
    if (person.status !== "disabled") await disablePerson(ctx, { personId: subjectId });
  }
}

/** The last admin cannot be suspended: that is said, and not hidden as kept. */
async function trySuspend(
  ctx: RequestContext,
  item: AccessItem,
): Promise<{ outcome: "suspended" | "not_possible"; note: string }> {
  try {
    await suspend(ctx, item);
    return { outcome: "suspended", note: NOTE };
  } catch (error) {
    if (error instanceof DomainError && error.code === "conflict")
      return { outcome: "not_possible", note: error.message };
    throw error;
  }
}

async function endItem(ctx: RequestContext, item: AccessItem): Promise<void> {
  const { outcome, note } = await trySuspend(ctx, item);
  await commit(ctx, async (tx) => {
    const locked = await lockAccessItem(tx, item.id);
    const data = { outcome, note, decidedAt: ctx.now };
    await tx.accessReviewItem.updateMany({ where: { id: item.id, outcome: null }, data });
    return {
      result: undefined,
      events: [{ action: "access_review.decided", ...toItemSubject(locked), outcome, note }],
    };
  });
}

/** Ends the reviews that are due: what nobody answered is suspended, one item after the other. Returns how many ended. */
export async function endDueAccessReviews(ctx: RequestContext): Promise<number> {
  authorize(ctx, "access_review:clock");
  const due = await reader().accessReview.findMany({
    where: { endedAt: null, dueAt: { lte: ctx.now } },
    orderBy: { id: "asc" },
    select: { id: true, items: { where: { outcome: null }, orderBy: { id: "asc" } } },
  });
  for (const { id: reviewId, items } of due) {
    for (const item of items) await endItem(ctx, item);
    await commit(ctx, async (tx) => {
      await tx.accessReview.update({ where: { id: reviewId }, data: { endedAt: ctx.now } });
      return { result: undefined, events: [{ action: "access_review.ended", reviewId, unanswered: items.length }] };
    });
  }
  return due.length;
}
