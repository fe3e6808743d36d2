import type { Transaction } from "@/lib/db/client";
import { type AssessmentVerb, assessmentCan } from "@/lib/kernel/assessment-state";
import type { ChecklistContent, Question } from "@/lib/kernel/checklist";
import { DomainError } from "@/lib/kernel/domain-error";
import { toChecklistContent } from "@/lib/vendors/checklist-content";

/**
 * Locks an assessment for the rest of the transaction and checks that the verb is possible in its state. Throws `not_found`, or
 * `conflict` with the state table's reason.
 */
export async function lockAssessment(tx: Transaction, assessmentId: string, verb: AssessmentVerb) {
  await tx.$executeRaw`SELECT 1 FROM assessment WHERE id = ${assessmentId}::uuid FOR UPDATE`;
  const assessment = await tx.assessment.findUnique({
    where: { id: assessmentId },
    select: {
      id: true,
      vendorId: true,
      number: true,
      state: true,
      versionId: true,
      version: { select: { content: true } },
    },
  });
  if (assessment === null) throw new DomainError("not_found", "There is no such assessment.", "assessmentId");
  const permit = assessmentCan(verb, assessment.state);
  if (!permit.ok) throw new DomainError("conflict", permit.why);
  const { version, ...row } = assessment;
  return { ...row, content: toChecklistContent(version.content) };
}

/** Throws `not_found` for a question that this version does not ask. */
export function getQuestion({ questions }: ChecklistContent, key: string): Question {
  const question = questions.find((one) => one.key === key);
  if (question === undefined)
    throw new DomainError("not_found", "This version of the checklist has no such question.", "questionKey");
  return question;
}
