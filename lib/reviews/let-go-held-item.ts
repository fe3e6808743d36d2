import type { z } from "zod";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { parseInput } from "@/lib/runtime/parse-input";
import { decideHeldItem } from "./internal/decide-held-item";
import { ItemIdInput } from "./review-input";

export const LetGoHeldItemInput = ItemIdInput;
export type LetGoHeldItemInput = z.input<typeof LetGoHeldItemInput>;

/** Gives one's claim back, so that the item waits for anybody again. */
export async function letGoHeldItem(ctx: RequestContext, input: LetGoHeldItemInput): Promise<void> {
  authorize(ctx, "review:decide");
  const { itemId } = parseInput(LetGoHeldItemInput, input);
  return decideHeldItem(ctx, { verb: "let_go", claim: "mine", itemId }, async (tx, { item }) => {
    await tx.heldItem.update({
      where: { id: item.id },
      data: { state: "open", claimedById: null, claimExpiresAt: null },
    });
    return {
      done: true,
      result: undefined,
      events: [{ action: "held_item.let_go", itemId: item.id, agentId: item.agentId, cause: "by_reviewer" }],
    };
  });
}
