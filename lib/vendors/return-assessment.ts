import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { parseInput } from "@/lib/runtime/parse-input";
import { lockAssessment } from "./internal/lock-assessment";
import { AssessmentIdInput, text } from "./vendor-input";

export const ReturnAssessmentInput = z.object({ assessmentId: AssessmentIdInput, note: text(1_000) });
export type ReturnAssessmentInput = z.input<typeof ReturnAssessmentInput>;

/** Gives a submitted assessment back to be filled in further. Nothing of it is lost. */
export async function returnAssessment(ctx: RequestContext, input: ReturnAssessmentInput): Promise<void> {
  authorize(ctx, "vendor:approve");
  const { assessmentId, note } = parseInput(ReturnAssessmentInput, input);
  return commit(ctx, async (tx) => {
    const { vendorId } = await lockAssessment(tx, assessmentId, "return");
    await tx.assessment.update({ where: { id: assessmentId }, data: { state: "draft", submittedAt: null } });
    return { result: undefined, events: [{ action: "assessment.returned", vendorId, assessmentId, note }] };
  });
}
