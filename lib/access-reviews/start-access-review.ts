import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import { ACCESS_ITEM_KINDS } from "@/lib/kernel/access-item-state";
import { DomainError } from "@/lib/kernel/domain-error";
import type { AccessReviewId } from "@/lib/kernel/ids";
import { newId } from "@/lib/runtime/new-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { listGranted } from "./internal/list-granted";

const DAY_MS = 86_400_000;

export const StartAccessReviewInput = z.object({
  name: z.string().trim().min(1, "is required").max(80, "must be at most 80 characters"),
  kinds: z.array(z.enum(ACCESS_ITEM_KINDS)).min(1, "choose what is gone through"),
  daysDue: z.coerce
    .number("must be a number of days")
    .int("must be whole days")
    .min(1, "must be at least 1 day")
    .max(90, "must be at most 90 days"),
});
export type StartAccessReviewInput = z.input<typeof StartAccessReviewInput>;

/**
 * Puts everything that is granted now to the people who answer for it, with what asks for a second thought. What nobody answered when it
 * is due is suspended, not kept. Throws `conflict` where there is nothing to go through.
 */
export async function startAccessReview(ctx: RequestContext, input: StartAccessReviewInput): Promise<AccessReviewId> {
  authorize(ctx, "access_review:start");
  const { name, kinds, daysDue } = parseInput(StartAccessReviewInput, input);
  const { personId } = getPersonActor(ctx);
  const granted = (await listGranted(ctx.now)).filter(({ kind }) => kinds.includes(kind));
  if (granted.length === 0)
    throw new DomainError("conflict", "Nothing of this kind is granted: there is nothing to go through.");
  const reviewId = newId(ctx.now) as AccessReviewId;
  const dueAt = new Date(ctx.now.getTime() + daysDue * DAY_MS);
  return commit(ctx, async (tx) => {
    await tx.accessReview.create({ data: { id: reviewId, name, startedById: personId, startedAt: ctx.now, dueAt } });
    await tx.accessReviewItem.createMany({
      data: granted.map((item) => ({ ...item, flags: [...item.flags], id: newId(ctx.now), reviewId })),
    });
    const event = { action: "access_review.started", reviewId, dueAt: dueAt.toISOString() } as const;
    return { result: reviewId, events: [{ ...event, items: granted.length }] };
  });
}
