import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { getCatchAll, lockQueues } from "./internal/lock-queues";

export const RemoveReviewQueueInput = z.object({ queueId: z.uuid("names no queue") });
export type RemoveReviewQueueInput = z.input<typeof RemoveReviewQueueInput>;

/** Removes a queue; its items go to the one that takes everything else. Throws `conflict` when that is this one. */
export async function removeReviewQueue(ctx: RequestContext, input: RemoveReviewQueueInput): Promise<void> {
  authorize(ctx, "review_settings:write");
  const { queueId } = parseInput(RemoveReviewQueueInput, input);
  return commit(ctx, async (tx) => {
    const queues = await lockQueues(tx);
    const queue = queues.find(({ id }) => id === queueId);
    if (queue === undefined) throw new DomainError("not_found", "There is no such queue.");
    const { id: toId } = getCatchAll(queues.filter(({ id }) => id !== queueId));
    await tx.heldItem.updateMany({ where: { queueId }, data: { queueId: toId } });
    await tx.reviewQueue.delete({ where: { id: queueId } });
    const { id: _, ...before } = queue;
    return { result: undefined, events: [{ action: "review_queue.removed", queueId, before }] };
  });
}
