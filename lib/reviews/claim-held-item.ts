import type { z } from "zod";
import type { Transaction } from "@/lib/db/client";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { parseInput } from "@/lib/runtime/parse-input";
import { claimItem } from "./internal/claim-item";
import { type Decided, decideHeldItem, type Situation } from "./internal/decide-held-item";
import { ItemIdInput } from "./review-input";

export const ClaimHeldItemInput = ItemIdInput;
export type ClaimHeldItemInput = z.input<typeof ClaimHeldItemInput>;

export type Claimed = { until: Date; revision: number };

async function claim(tx: Transaction, situation: Situation): Promise<Decided<Claimed>> {
  const { until, events } = await claimItem(tx, situation);
  return { done: true, result: { until, revision: situation.item.revision }, events };
}

/**
 * Takes an item that nobody has, or lengthens one's own claim. Of several people at once one gets it; the others are told who.
 * Throws `conflict` or `not_permitted` with the reason.
 */
export async function claimHeldItem(ctx: RequestContext, input: ClaimHeldItemInput): Promise<Claimed> {
  authorize(ctx, "review:decide");
  const { itemId } = parseInput(ClaimHeldItemInput, input);
  return decideHeldItem(ctx, { verb: "claim", claim: "free", itemId }, claim);
}
