import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { lockAssessment } from "./internal/lock-assessment";
import { AssessmentIdInput } from "./vendor-input";

export const AdoptChecklistVersionInput = z.object({ assessmentId: AssessmentIdInput });
export type AdoptChecklistVersionInput = z.input<typeof AdoptChecklistVersionInput>;

/**
 * Moves a draft to the newest version of its checklist. Its answers stay as they are; those to questions that are no longer asked are
 * kept and no longer counted. Throws `conflict` when there is no newer version.
 */
export async function adoptChecklistVersion(ctx: RequestContext, input: AdoptChecklistVersionInput): Promise<void> {
  authorize(ctx, "vendor:write");
  const { assessmentId } = parseInput(AdoptChecklistVersionInput, input);
  return commit(ctx, async (tx) => {
    const { vendorId, versionId } = await lockAssessment(tx, assessmentId, "answer");
    const current = await tx.checklistVersion.findUniqueOrThrow({ where: { id: versionId } });
    const newest = await tx.checklistVersion.findFirstOrThrow({
      where: { templateId: current.templateId },
      orderBy: { number: "desc" },
      select: { id: true },
    });
    if (newest.id === versionId) throw new DomainError("conflict", "It is made with the newest version already.");
    await tx.assessment.update({ where: { id: assessmentId }, data: { versionId: newest.id } });
    return {
      result: undefined,
      events: [{ action: "assessment.version_adopted", vendorId, assessmentId, versionId: newest.id }],
    };
  });
}
