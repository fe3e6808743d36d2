import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import { parseInput } from "@/lib/runtime/parse-input";
import { lockAssessment } from "./internal/lock-assessment";
import { lockOffer } from "./internal/lock-offer";

export const DismissOfferedAnswerInput = z.object({
  offerId: z.uuid("names no answer"),
  note: z.string().trim().max(1_000, "must be at most 1000 characters").default(""),
});
export type DismissOfferedAnswerInput = z.input<typeof DismissOfferedAnswerInput>;

/** Lays a vendor's own answer aside. It stays to be read and counts for nothing. */
export async function dismissOfferedAnswer(ctx: RequestContext, input: DismissOfferedAnswerInput): Promise<void> {
  authorize(ctx, "vendor:write");
  const { offerId, note } = parseInput(DismissOfferedAnswerInput, input);
  const { personId } = getPersonActor(ctx);
  return commit(ctx, async (tx) => {
    const { assessmentId, questionKey } = await lockOffer(tx, offerId);
    const { vendorId } = await lockAssessment(tx, assessmentId, "answer");
    await tx.offeredAnswer.update({
      where: { id: offerId },
      data: { state: "dismissed", judgedById: personId, judgedAt: ctx.now },
    });
    return {
      result: undefined,
      events: [{ action: "offered_answer.dismissed", vendorId, offerId, questionKey, note }],
    };
  });
}
