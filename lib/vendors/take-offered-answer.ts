import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import type { AnswerId } from "@/lib/kernel/ids";
import { STRENGTHS } from "@/lib/kernel/vendor-vocabulary";
import { parseInput } from "@/lib/runtime/parse-input";
import { getQuestion, lockAssessment } from "./internal/lock-assessment";
import { lockOffer } from "./internal/lock-offer";
import { storeAnswer } from "./internal/store-answer";
import { MaybeDay } from "./vendor-input";

export const TakeOfferedAnswerInput = z.object({
  offerId: z.uuid("names no answer"),
  /** The revision of our own answer that was on the screen; 0 where there was none. */
  revision: z.number().int().min(0),
  /** How well it is shown, as our reviewer sees it: what a vendor says is claimed until somebody looked. */
  strength: z.enum(STRENGTHS, "choose how it is shown").default("claimed"),
  validUntil: MaybeDay,
});
export type TakeOfferedAnswerInput = z.input<typeof TakeOfferedAnswerInput>;

/** Takes a vendor's own answer, with its files and links, as the answer of the draft. From then on it counts. */
export async function takeOfferedAnswer(
  ctx: RequestContext,
  input: TakeOfferedAnswerInput,
): Promise<{ answerId: AnswerId; revision: number }> {
  authorize(ctx, "vendor:write");
  const { offerId, revision, strength, validUntil } = parseInput(TakeOfferedAnswerInput, input);
  const { personId } = getPersonActor(ctx);
  return commit(ctx, async (tx) => {
    const offer = await lockOffer(tx, offerId);
    const { assessmentId, questionKey, value, note, links, fileIds } = offer;
    const { vendorId, content } = await lockAssessment(tx, assessmentId, "answer");
    const answer = {
      assessmentId,
      questionKey,
      revision,
      note,
      links,
      fileIds,
      validUntil,
      value,
      strength: value === null ? ("not_stated" as const) : strength,
    };
    const question = getQuestion(content, questionKey);
    const { result, event } = await storeAnswer(tx, ctx, {
      vendorId,
      question,
      answer,
      answeredById: personId,
      offerId,
    });
    await tx.offeredAnswer.update({
      where: { id: offerId },
      data: { state: "taken", judgedById: personId, judgedAt: ctx.now },
    });
    const taken = {
      action: "offered_answer.taken",
      vendorId,
      offerId,
      questionKey,
      answerId: result.answerId,
    } as const;
    return { result, events: [event, taken] };
  });
}
