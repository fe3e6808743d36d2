import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { ANSWER_VERDICTS } from "@/lib/kernel/vendor-vocabulary";
import { parseInput } from "@/lib/runtime/parse-input";
import { QuestionKey } from "./answer-input";
import { assertSessionLive } from "./internal/assert-session-live";
import { lockAssessment } from "./internal/lock-assessment";
import { storeVerdict } from "./internal/store-verdict";
import { AssessmentIdInput } from "./vendor-input";

export const JudgeAnswerInput = z.object({
  assessmentId: AssessmentIdInput,
  questionKey: QuestionKey,
  /** Exactly the saved form that the reviewer saw. */
  answerId: z.uuid("names no answer"),
  verdict: z.enum(ANSWER_VERDICTS, "choose accepted or rejected"),
  note: z.string().trim().max(1_000, "must be at most 1000 characters").default(""),
});
export type JudgeAnswerInput = z.input<typeof JudgeAnswerInput>;

/** A reviewer's verdict on one answer of a submitted assessment. Nobody judges their own. A rejected must cannot be approved. */
export async function judgeAnswer(ctx: RequestContext, input: JudgeAnswerInput): Promise<void> {
  authorize(ctx, "vendor:approve");
  const asked = parseInput(JudgeAnswerInput, input);
  return commit(ctx, async (tx) => {
    const actor = await assertSessionLive(tx, ctx, "vendor:approve");
    const { vendorId } = await lockAssessment(tx, asked.assessmentId, "judge");
    const event = await storeVerdict(tx, ctx, {
      ...asked,
      vendorId,
      givenById: actor.personId,
      isAfterDecision: false,
    });
    return { result: undefined, events: [event] };
  });
}
