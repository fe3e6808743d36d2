import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";

export const JudgePolicyTextInput = z.object({
  textId: z.uuid("names no text"),
  answersHold: z.boolean("say yes or no"),
  note: z.string().trim().max(1_000, "must be at most 1000 characters").default(""),
});
export type JudgePolicyTextInput = z.input<typeof JudgePolicyTextInput>;

/** Says once whether the answers still hold after a text changed. "No" closes nothing by itself: reject the answers, or assess anew. */
export async function judgePolicyText(ctx: RequestContext, input: JudgePolicyTextInput): Promise<void> {
  authorize(ctx, "vendor:write");
  const { textId, answersHold, note } = parseInput(JudgePolicyTextInput, input);
  const { personId } = getPersonActor(ctx);
  return commit(ctx, async (tx) => {
    const text = await tx.policyText.findUnique({
      where: { id: textId },
      select: { watch: { select: { vendorId: true } } },
    });
    if (text === null) throw new DomainError("not_found", "There is no such text.", "textId");
    const { count } = await tx.policyText.updateMany({
      where: { id: textId, answersHold: null },
      data: { answersHold, judgedById: personId, judgedAt: ctx.now, judgedNote: note },
    });
    if (count === 0) throw new DomainError("conflict", "Somebody has said so already.");
    const { vendorId } = text.watch;
    return { result: undefined, events: [{ action: "policy_text.judged", vendorId, textId, answersHold, note }] };
  });
}
