import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import type { Transaction } from "@/lib/db/client";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import { type ChecklistContent, findValueFault } from "@/lib/kernel/checklist";
import { DomainError } from "@/lib/kernel/domain-error";
import type { AssessmentId } from "@/lib/kernel/ids";
import { newId } from "@/lib/runtime/new-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { toChecklistContent } from "./checklist-content";
import { loadAnswers } from "./internal/answers";
import { sealSaid } from "./internal/said";
import { lockVendor } from "./internal/vendor-facts";
import { VendorIdInput } from "./vendor-input";

export const StartAssessmentInput = z.object({
  vendorId: VendorIdInput,
  templateId: z.uuid("choose a checklist"),
  /** Whether the first answers are those of the vendor's last completed assessment. */
  isFromLast: z.boolean().default(true),
});
export type StartAssessmentInput = z.input<typeof StartAssessmentInput>;

type Target = { assessmentId: string; personId: string; content: ChecklistContent };

/** Takes over the answers that still answer what is asked. */
async function copyAnswers(tx: Transaction, ctx: RequestContext, fromId: string, target: Target): Promise<void> {
  const answers = await loadAnswers(tx, fromId);
  const rows = target.content.questions.flatMap((question) => {
    const last = answers.get(question.key);
    if (last === undefined || last.value === null || findValueFault(question, last.value) !== null) return [];
    const { value, strength, note, links, fileIds, validUntil } = last;
    const id = newId(ctx.now);
    const about = { id, assessmentId: target.assessmentId, questionKey: question.key, revision: 1 };
    return [
      {
        ...about,
        saidSealed: sealSaid("answer", id, { value, note }),
        strength,
        links,
        fileIds,
        validUntil,
        answeredById: target.personId,
        createdAt: ctx.now,
      },
    ];
  });
  await tx.answer.createMany({ data: rows });
}

/**
 * Starts the next assessment of a vendor with the newest version of a checklist. What is in force stays in force until the new one is
 * decided. Throws `conflict` while another is being worked on.
 */
export async function startAssessment(ctx: RequestContext, input: StartAssessmentInput): Promise<AssessmentId> {
  authorize(ctx, "vendor:write");
  const { vendorId, templateId, isFromLast } = parseInput(StartAssessmentInput, input);
  const { personId } = getPersonActor(ctx);
  const assessmentId = newId(ctx.now) as AssessmentId;
  return commit(ctx, async (tx) => {
    await lockVendor(tx, vendorId);
    const version = await tx.checklistVersion.findFirst({ where: { templateId }, orderBy: { number: "desc" } });
    if (version === null) throw new DomainError("not_found", "There is no such checklist.", "templateId");
    const open = await tx.assessment.findFirst({ where: { vendorId, state: { in: ["draft", "submitted"] } } });
    if (open !== null)
      throw new DomainError("conflict", `Assessment ${open.number} is being worked on: finish or withdraw it first.`);
    const rows = await tx.assessment.findMany({ where: { vendorId }, orderBy: { number: "desc" } });
    const last = isFromLast ? rows.find(({ state }) => state === "decided" || state === "superseded") : undefined;
    const number = (rows[0]?.number ?? 0) + 1;
    const ids = { id: assessmentId, vendorId, versionId: version.id, basedOnId: last?.id ?? null };
    await tx.assessment.create({ data: { ...ids, number, startedById: personId, startedAt: ctx.now } });
    const content = toChecklistContent(version.content);
    if (last !== undefined) await copyAnswers(tx, ctx, last.id, { assessmentId, personId, content });
    const { versionId, basedOnId } = ids;
    return {
      result: assessmentId,
      events: [{ action: "assessment.started", vendorId, assessmentId, number, versionId, basedOnId }],
    };
  });
}
