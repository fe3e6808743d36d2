import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import { parseInput } from "@/lib/runtime/parse-input";
import { QuestionKey } from "./answer-input";
import { lockAssessment } from "./internal/lock-assessment";
import { storeVerdict } from "./internal/store-verdict";
import { AssessmentIdInput, text } from "./vendor-input";

export const RejectAnswerInput = z.object({
  assessmentId: AssessmentIdInput,
  questionKey: QuestionKey,
  answerId: z.uuid("names no answer"),
  note: text(1_000),
});
export type RejectAnswerInput = z.input<typeof RejectAnswerInput>;

/**
 * Says of an assessment in force that an answer turned out wrong. On a must that closes the vendor's agents at once, unless an
 * exception bears it. It cannot be taken back: the next assessment, or an exception, opens again.
 */
export async function rejectAnswer(ctx: RequestContext, input: RejectAnswerInput): Promise<void> {
  authorize(ctx, "vendor:write");
  const asked = parseInput(RejectAnswerInput, input);
  const { personId } = getPersonActor(ctx);
  return commit(ctx, async (tx) => {
    const { vendorId } = await lockAssessment(tx, asked.assessmentId, "reject_answer");
    const verdict = { ...asked, vendorId, verdict: "rejected", givenById: personId, isAfterDecision: true } as const;
    return { result: undefined, events: [await storeVerdict(tx, ctx, verdict)] };
  });
}
