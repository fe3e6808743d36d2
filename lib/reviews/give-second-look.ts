import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { toJudgedText, unsealContent } from "./held-content";
import { lockReviewer, toUnknownReviewer } from "./internal/load-reviewer";
import { findLookObstacle, lockSecondLook } from "./internal/lock-second-look";
import { storeExample } from "./internal/store-example";
import { Kinds } from "./kinds-input";

export const GiveSecondLookInput = z.object({ secondLookId: z.uuid("names no message to look at"), kinds: Kinds });
export type GiveSecondLookInput = z.input<typeof GiveSecondLookInput>;

/**
 * Says what a message that proceeded should have been held for; no kind: it was right to proceed. It counts as missed for its agent, and
 * its words become a labelled example, sealed.
 */
export async function giveSecondLook(ctx: RequestContext, input: GiveSecondLookInput): Promise<void> {
  authorize(ctx, "second_look:give");
  const { secondLookId, kinds } = parseInput(GiveSecondLookInput, input);
  const actor = getPersonActor(ctx);
  return commit(ctx, async (tx) => {
    const { id, agentId, agent, contentSealed } = await lockSecondLook(tx, secondLookId);
    const reviewer = (await lockReviewer(tx, actor.personId)) ?? toUnknownReviewer(actor);
    const obstacle = findLookObstacle(reviewer, agent);
    if (obstacle !== null) throw new DomainError("not_permitted", obstacle.sentence);
    await tx.secondLook.update({
      where: { id },
      data: { kinds, lookedById: actor.personId, lookedAt: ctx.now },
    });
    const text = toJudgedText(unsealContent(contentSealed, "second_look", id));
    await storeExample(tx, { id, agentId, personId: actor.personId, kinds, text, now: ctx.now });
    return { result: undefined, events: [{ action: "second_look.given", secondLookId: id, agentId, kinds }] };
  });
}
