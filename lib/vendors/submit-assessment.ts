import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { isStrongEnough, scoreChecklist } from "@/lib/kernel/score-checklist";
import { parseInput } from "@/lib/runtime/parse-input";
import { loadAnswers, toGiven } from "./internal/answers";
import { lockAssessment } from "./internal/lock-assessment";
import { toScoreFields } from "./internal/score-fields";
import { AssessmentIdInput } from "./vendor-input";

export const SubmitAssessmentInput = z.object({ assessmentId: AssessmentIdInput });
export type SubmitAssessmentInput = z.input<typeof SubmitAssessmentInput>;

/**
 * Hands a draft to whoever decides. What is not stated may stay so. Throws `invalid_input` naming the questions whose answers say that
 * they are documented or better and show nothing for it.
 */
export async function submitAssessment(ctx: RequestContext, input: SubmitAssessmentInput): Promise<void> {
  authorize(ctx, "vendor:write");
  const { assessmentId } = parseInput(SubmitAssessmentInput, input);
  const { personId } = getPersonActor(ctx);
  return commit(ctx, async (tx) => {
    const { vendorId, content } = await lockAssessment(tx, assessmentId, "submit");
    const answers = await loadAnswers(tx, assessmentId);
    const unshown = content.questions.filter(({ key }) => {
      const answer = answers.get(key);
      if (answer === undefined || !isStrongEnough(answer.strength, "documented")) return false;
      return answer.links.length === 0 && answer.fileIds.length === 0;
    });
    if (unshown.length > 0)
      throw new DomainError(
        "invalid_input",
        `These answers say more than they show; add a link or a file, or call them claimed: ${unshown.map(({ key }) => key).join(", ")}.`,
        unshown[0]?.key,
      );
    const score = scoreChecklist(content.questions, toGiven(answers), ctx.now.getTime());
    await tx.assessment.update({
      where: { id: assessmentId },
      data: { state: "submitted", submittedById: personId, submittedAt: ctx.now, ...toScoreFields(score) },
    });
    return {
      result: undefined,
      events: [
        { action: "assessment.submitted", vendorId, assessmentId, score: score.total, openMusts: score.openMusts },
      ],
    };
  });
}
