import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { lockFreeze, toFrozenThing } from "./internal/lock-freeze";

export const ApproveLiftInput = z.object({ freezeId: z.uuid("names no freeze") });
export type ApproveLiftInput = z.input<typeof ApproveLiftInput>;

/**
 * Lifts a freeze that another person proposed to lift. Throws `conflict` without a proposal, once it is lifted, and for the one who
 * proposed it.
 */
export async function approveLift(ctx: RequestContext, input: ApproveLiftInput): Promise<void> {
  authorize(ctx, "freeze:lift");
  const { personId } = getPersonActor(ctx);
  const { freezeId } = parseInput(ApproveLiftInput, input);
  return commit(ctx, async (tx) => {
    const freeze = await lockFreeze(tx, freezeId);
    const { liftProposedById: proposedById, liftReason } = freeze;
    if (proposedById === null || liftReason === null)
      throw new DomainError("conflict", "Nobody has proposed to lift it: propose it first, with a reason.");
    if (proposedById === personId)
      throw new DomainError("conflict", "You proposed to lift it, so a second admin must approve.");
    await tx.freeze.update({ where: { id: freezeId }, data: { liftedById: personId, liftedAt: ctx.now } });
    const thing = toFrozenThing(freeze);
    return {
      result: undefined,
      events: [{ action: "freeze.lifted", freezeId, ...thing, note: liftReason, proposedById }],
    };
  });
}
