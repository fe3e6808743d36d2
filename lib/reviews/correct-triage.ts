import type { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { explainReviewerObstacle } from "@/lib/kernel/find-reviewer-obstacle";
import { parseInput } from "@/lib/runtime/parse-input";
import { toJudgedText, unsealContent } from "./held-content";
import { lockReviewer, toUnknownReviewer } from "./internal/load-reviewer";
import { lockHeldItem, toReviewedItem } from "./internal/lock-held-item";
import { storeExample } from "./internal/store-example";
import { Kinds } from "./kinds-input";
import { ItemIdInput } from "./review-input";

export const CorrectTriageInput = ItemIdInput.extend({ kinds: Kinds });
export type CorrectTriageInput = z.input<typeof CorrectTriageInput>;

/**
 * Says what an item should have been held for; no kind: it need not have been held. Changes nothing about its decision. The customer's words
 * become a labelled example, sealed; a second correction replaces the first.
 */
export async function correctTriage(ctx: RequestContext, input: CorrectTriageInput): Promise<void> {
  authorize(ctx, "review:decide");
  const { itemId, kinds } = parseInput(CorrectTriageInput, input);
  const actor = getPersonActor(ctx);
  const refusal = await commit<string | null>(ctx, async (tx) => {
    const item = await lockHeldItem(tx, itemId);
    const about = { itemId, agentId: item.agentId };
    const reviewer = (await lockReviewer(tx, actor.personId)) ?? toUnknownReviewer(actor);
    const obstacle = explainReviewerObstacle(reviewer, toReviewedItem(item));
    if (obstacle !== null) {
      const refused = { action: "review.refused", ...about, verb: "correct", reason: obstacle.code } as const;
      return { result: obstacle.sentence, events: [refused] };
    }
    await tx.heldItem.update({ where: { id: itemId }, data: { correctedKinds: kinds, isCorrected: true } });
    const text = toJudgedText(unsealContent(item.contentSealed, "held_item", itemId));
    await storeExample(tx, { id: itemId, agentId: item.agentId, personId: actor.personId, kinds, text, now: ctx.now });
    return { result: null, events: [{ action: "held_item.corrected", ...about, kinds }] };
  });
  if (refusal !== null) throw new DomainError("not_permitted", refusal);
}
