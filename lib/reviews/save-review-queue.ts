import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import type { Transaction } from "@/lib/db/client";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { ReviewQueueId } from "@/lib/kernel/ids";
import { newId } from "@/lib/runtime/new-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { getCatchAll, lockQueues } from "./internal/lock-queues";
import { Kinds } from "./kinds-input";
import { checkMoney, Languages, MoneyShape, SettingName } from "./settings-input";

const POSITION_MAX = 10_000;
const PEOPLE_MAX = 20;

export const SaveReviewQueueInput = z
  .object({
    /** Left out: a new queue. */
    queueId: z.uuid("names no queue").optional(),
    name: SettingName,
    /** The first queue that fits takes an item. */
    position: z
      .int("must be a whole number")
      .min(1, "must be at least 1")
      .max(POSITION_MAX, `must be at most ${POSITION_MAX}`),
    kinds: Kinds.default([]),
    languages: Languages.default([]),
    ...MoneyShape,
    escalationIds: z
      .array(z.uuid("choose a person"), "must be a list of people")
      .max(PEOPLE_MAX, `name at most ${PEOPLE_MAX} people`)
      .transform((ids) => [...new Set(ids)])
      .default([]),
  })
  .superRefine(checkMoney);
export type SaveReviewQueueInput = z.input<typeof SaveReviewQueueInput>;

/** Who is called when nobody decides must be able to decide. */
async function assertReviewers(tx: Transaction, ids: readonly string[]): Promise<void> {
  const count = await tx.person.count({
    where: { id: { in: [...ids] }, status: "active", roles: { has: "reviewer" } },
  });
  if (count !== ids.length)
    throw new DomainError("invalid_input", "escalationIds: choose active reviewers only.", "escalationIds");
}

/** Makes or changes a queue, for what comes from now on. Throws `conflict` when no queue would take everything else. */
export async function saveReviewQueue(ctx: RequestContext, input: SaveReviewQueueInput): Promise<ReviewQueueId> {
  authorize(ctx, "review_settings:write");
  const { queueId, ...after } = parseInput(SaveReviewQueueInput, input);
  return commit(ctx, async (tx) => {
    const queues = await lockQueues(tx);
    const known = queues.find(({ id }) => id === queueId);
    if (queueId !== undefined && known === undefined) throw new DomainError("not_found", "There is no such queue.");
    const id = (queueId ?? newId(ctx.now)) as ReviewQueueId;
    const others = queues.filter((queue) => queue.id !== id);
    if (others.some(({ name }) => name === after.name))
      throw new DomainError("conflict", "A queue has this name already: choose another one.", "name");
    getCatchAll([...others, { ...after, id }]);
    await assertReviewers(tx, after.escalationIds);
    if (known === undefined) {
      await tx.reviewQueue.create({ data: { id, ...after, createdAt: ctx.now } });
      return { result: id, events: [{ action: "review_queue.made", queueId: id, after }] };
    }
    const { id: _, ...before } = known;
    await tx.reviewQueue.update({ where: { id }, data: after });
    return { result: id, events: [{ action: "review_queue.changed", queueId: id, before, after }] };
  });
}
