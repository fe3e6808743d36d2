import type { z } from "zod";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { parseInput } from "@/lib/runtime/parse-input";
import { decideHeldItem } from "./internal/decide-held-item";
import { endItem } from "./internal/end-item";
import { OptionalWords, SeenItemInput } from "./review-input";

export const TakeOverHeldItemInput = SeenItemInput.extend({ note: OptionalWords });
export type TakeOverHeldItemInput = z.input<typeof TakeOverHeldItemInput>;

/** The person answers the customer themselves: the agent is told to leave it. */
export async function takeOverHeldItem(ctx: RequestContext, input: TakeOverHeldItemInput): Promise<void> {
  authorize(ctx, "review:decide");
  const { itemId, revision, note } = parseInput(TakeOverHeldItemInput, input);
  const asked = { verb: "take_over", claim: "mine", itemId, seen: { revision } } as const;
  return decideHeldItem(ctx, asked, (tx, situation) => endItem(tx, situation, { verdict: "taken_over", note }));
}
