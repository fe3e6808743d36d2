import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { parseInput } from "@/lib/runtime/parse-input";
import { lockAssessment } from "./internal/lock-assessment";
import { AssessmentIdInput } from "./vendor-input";

export const WithdrawAssessmentInput = z.object({
  assessmentId: AssessmentIdInput,
  note: z.string().trim().max(1_000, "must be at most 1000 characters").default(""),
});
export type WithdrawAssessmentInput = z.input<typeof WithdrawAssessmentInput>;

/** Ends an assessment before it is decided. It stays to be read; links of the vendor's to it stop working. */
export async function withdrawAssessment(ctx: RequestContext, input: WithdrawAssessmentInput): Promise<void> {
  authorize(ctx, "vendor:write");
  const { assessmentId, note } = parseInput(WithdrawAssessmentInput, input);
  return commit(ctx, async (tx) => {
    const { vendorId } = await lockAssessment(tx, assessmentId, "withdraw");
    await tx.assessment.update({ where: { id: assessmentId }, data: { state: "withdrawn" } });
    return { result: undefined, events: [{ action: "assessment.withdrawn", vendorId, assessmentId, note }] };
  });
}
