import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import { parseInput } from "@/lib/runtime/parse-input";
import { lockFreeze, toFrozenThing } from "./internal/lock-freeze";

export const ProposeLiftInput = z.object({
  freezeId: z.uuid("names no freeze"),
  reason: z.string().trim().min(1, "say why in a sentence").max(500, "must be at most 500 characters"),
});
export type ProposeLiftInput = z.input<typeof ProposeLiftInput>;

/**
 * Proposes to lift a freeze; it stays in force until a second person approves. A later proposal replaces the one before.
 * Throws `conflict` once it is lifted.
 */
export async function proposeLift(ctx: RequestContext, input: ProposeLiftInput): Promise<void> {
  authorize(ctx, "freeze:lift");
  const { personId } = getPersonActor(ctx);
  const { freezeId, reason } = parseInput(ProposeLiftInput, input);
  return commit(ctx, async (tx) => {
    const freeze = await lockFreeze(tx, freezeId);
    await tx.freeze.update({
      where: { id: freezeId },
      data: { liftReason: reason, liftProposedById: personId, liftProposedAt: ctx.now },
    });
    return {
      result: undefined,
      events: [{ action: "freeze.lift_proposed", freezeId, ...toFrozenThing(freeze), note: reason }],
    };
  });
}
