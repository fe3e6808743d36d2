import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorizeAgent } from "@/lib/identity/authorize-agent";
import type { RequestContext } from "@/lib/identity/request-context";
import type { HeldItemId } from "@/lib/kernel/ids";
import { tellWebhooks } from "@/lib/notices/tell-webhooks";
import { assertAgentActs } from "./internal/assert-agent-acts";
import { assertAgentsItemWaits } from "./internal/lock-agents-item";
import { parseAgentInput } from "./internal/parse-agent-input";
import { refuseAgent } from "./internal/refuse-agent";
import { strictInput } from "./strict-input";

export const WithdrawHoldInput = strictInput({ holdId: z.uuid("names no hold") });

export type WithdrawnHold = { holdId: HeldItemId; state: "withdrawn" };

/** Takes back one of the agent's own holds before it is decided; a stopped agent may do that too. Throws `not_found` or `conflict`. */
export async function withdrawHold(ctx: RequestContext, input: unknown): Promise<WithdrawnHold> {
  const actor = authorizeAgent(ctx, "hold:write");
  const { holdId } = await parseAgentInput(ctx, actor, "hold", WithdrawHoldInput, input);
  const { agentId } = actor;
  await assertAgentActs(ctx, actor, { itemId: holdId, verb: "withdraw", needs: "key" });
  return commit(ctx, async (tx) => {
    const itemId = await assertAgentsItemWaits(tx, holdId, agentId);
    await tx.heldItem.update({
      where: { id: itemId },
      data: {
        state: "withdrawn",
        endedAt: ctx.now,
        claimedById: null,
        claimExpiresAt: null,
        remindAt: null,
        escalateAt: null,
        revision: { increment: 1 },
      },
    });
    await tellWebhooks(tx, ctx.now, { topic: "hold_withdrawn", agentId, itemId, data: {} });
    return {
      result: { holdId: itemId as HeldItemId, state: "withdrawn" as const },
      events: [{ action: "held_item.withdrawn", itemId, agentId }],
    };
  }).catch(refuseAgent(ctx, actor, { itemId: holdId, verb: "withdraw" }));
}
