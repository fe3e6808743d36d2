import { z } from "zod";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { REJECT_PRESETS } from "@/lib/kernel/vocabulary";
import { parseInput } from "@/lib/runtime/parse-input";
import { decideHeldItem } from "./internal/decide-held-item";
import { endItem } from "./internal/end-item";
import { OptionalWords, SeenItemInput } from "./review-input";

export const RejectHeldItemInput = SeenItemInput.extend({
  preset: z.enum(REJECT_PRESETS, "choose a reason"),
  note: OptionalWords,
}).refine(({ preset, note }) => preset !== "other" || note !== "", {
  path: ["note"],
  message: "say why, when it is none of the reasons in the list",
});
export type RejectHeldItemInput = z.input<typeof RejectHeldItemInput>;

/** What the agent proposed will not happen; it is told the reason and the reviewer's words. */
export async function rejectHeldItem(ctx: RequestContext, input: RejectHeldItemInput): Promise<void> {
  authorize(ctx, "review:decide");
  const { itemId, revision, preset, note } = parseInput(RejectHeldItemInput, input);
  const asked = { verb: "reject", claim: "mine", itemId, seen: { revision } } as const;
  return decideHeldItem(ctx, asked, (tx, situation) =>
    endItem(tx, situation, { verdict: "rejected", preset, note, isBulk: false }),
  );
}
