import { z } from "zod";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { parseInput } from "@/lib/runtime/parse-input";
import { type Approved, approveItem } from "./internal/approve-item";
import { decideHeldItem } from "./internal/decide-held-item";
import { Proposal } from "./release-payload";
import { SeenItemInput } from "./review-input";

export const ApproveHeldItemInput = SeenItemInput.extend({
  digest: z.string("must be the digest that was shown").regex(/^[0-9a-f]{64}$/, "must be the digest that was shown"),
  edited: Proposal.optional(),
});
/** `edited` comes as JSON from a form or a body; its types are kept as they come. */
export type ApproveHeldItemInput = Omit<z.input<typeof ApproveHeldItemInput>, "edited"> & { edited?: unknown };

/**
 * Approves exactly what was shown, or one's own edit of it, which policy judges again. Once enough different people approved the same
 * wording the agent gets a release; until then the item is open again for the next. Throws `conflict` when it is not as it was shown.
 */
export async function approveHeldItem(ctx: RequestContext, input: ApproveHeldItemInput): Promise<Approved> {
  authorize(ctx, "review:decide");
  const { itemId, revision, digest, edited } = parseInput(ApproveHeldItemInput, input);
  const asked = { verb: "approve", claim: "mine", itemId, seen: { revision, digest } } as const;
  return decideHeldItem(ctx, asked, (tx, situation) =>
    approveItem(tx, situation, { edited: edited ?? null, isBulk: false }),
  );
}
