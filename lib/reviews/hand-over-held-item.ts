import { z } from "zod";
import type { Transaction } from "@/lib/db/client";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { findReviewerObstacle } from "@/lib/kernel/find-reviewer-obstacle";
import { tellPeople } from "@/lib/notices/tell-people";
import { newId } from "@/lib/runtime/new-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { type Decided, decideHeldItem, refuse, type Situation } from "./internal/decide-held-item";
import { listDeciders } from "./internal/list-deciders";
import { readReviewer } from "./internal/load-reviewer";
import { toReviewedItem } from "./internal/lock-held-item";
import { sealNote } from "./internal/review-note";
import { toLogNote } from "./internal/to-log-note";
import { ItemIdInput, LogNote } from "./review-input";

export const HandOverHeldItemInput = ItemIdInput.extend({
  toPersonId: z.uuid("choose a colleague").optional(),
  toQueueId: z.uuid("choose a queue").optional(),
  note: LogNote,
}).refine(({ toPersonId, toQueueId }) => (toPersonId === undefined) !== (toQueueId === undefined), {
  path: ["toPersonId"],
  message: "choose a colleague or a queue",
});
export type HandOverHeldItemInput = z.input<typeof HandOverHeldItemInput>;

type HandOver = z.output<typeof HandOverHeldItemInput>;

/** The queue to move to and the people to tell, or the sentence why it cannot be handed there. */
async function findTarget(
  tx: Transaction,
  { item, reviewer }: Situation,
  { toPersonId, toQueueId = "" }: HandOver,
): Promise<{ queueId: string; personIds: string[] } | string> {
  if (toPersonId === undefined) {
    const queue = await tx.reviewQueue.findUnique({ where: { id: toQueueId }, select: { id: true } });
    if (queue === null) return "toQueueId: there is no such queue.";
    return { queueId: queue.id, personIds: await listDeciders(tx, toReviewedItem(item), [reviewer.personId]) };
  }
  if (toPersonId === reviewer.personId) return "toPersonId: it is with you already.";
  const person = await readReviewer(tx, toPersonId);
  const canDecide = person !== null && findReviewerObstacle(person, toReviewedItem(item)) === null;
  return canDecide
    ? { queueId: item.queueId, personIds: [toPersonId] }
    : "toPersonId: choose somebody who may decide about this item.";
}

async function handOver(tx: Transaction, situation: Situation, wanted: HandOver): Promise<Decided<undefined>> {
  const { item, reviewer, now } = situation;
  const target = await findTarget(tx, situation, wanted);
  if (typeof target === "string") return refuse("target_cannot_decide", target, "invalid_input");
  const { queueId, personIds } = target;
  await tx.heldItem.update({
    where: { id: item.id },
    data: { state: "open", claimedById: null, claimExpiresAt: null, queueId, revision: { increment: 1 } },
  });
  const noteId = newId(now);
  const bodySealed = sealNote(wanted.note, noteId);
  await tx.reviewNote.create({
    data: { id: noteId, itemId: item.id, authorId: reviewer.personId, bodySealed, createdAt: now },
  });
  await tellPeople(tx, now, { topic: "item_handed_over", itemId: item.id, personIds });
  const about = { itemId: item.id, agentId: item.agentId };
  return {
    done: true,
    result: undefined,
    events: [
      { action: "held_item.let_go", ...about, cause: "handed_over" },
      {
        action: "held_item.handed_over",
        ...about,
        toPersonId: wanted.toPersonId ?? null,
        toQueueId: wanted.toQueueId ?? null,
        note: toLogNote(wanted.note),
      },
    ],
  };
}

/** Gives an item that one has claimed to a colleague who may decide it, or to another queue. It is open then, and they are told. */
export async function handOverHeldItem(ctx: RequestContext, input: HandOverHeldItemInput): Promise<void> {
  authorize(ctx, "review:decide");
  const wanted = parseInput(HandOverHeldItemInput, input);
  const asked = { verb: "hand_over", claim: "mine", itemId: wanted.itemId } as const;
  return decideHeldItem(ctx, asked, (tx, situation) => handOver(tx, situation, wanted));
}
