import type { Transaction } from "@/lib/db/client";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { AnswerVerdict } from "@/lib/kernel/vendor-vocabulary";
import { newId } from "@/lib/runtime/new-id";
import { AnswerConflict } from "@/lib/vendors/answer-conflict";
import { loadAnswers } from "./answers";

type Verdict = {
  vendorId: string;
  assessmentId: string;
  questionKey: string;
  answerId: string;
  verdict: AnswerVerdict;
  note: string;
  givenById: string;
  isAfterDecision: boolean;
};

/** Adds a verdict on the newest form of an answer. Throws `AnswerConflict` when that is not the one that was seen. */
export async function storeVerdict(tx: Transaction, ctx: RequestContext, given: Verdict) {
  const { vendorId, assessmentId, questionKey, answerId, verdict, note, givenById, isAfterDecision } = given;
  const newest = (await loadAnswers(tx, assessmentId)).get(questionKey);
  if (newest === undefined) throw new DomainError("not_found", "There is no answer to this question.", "questionKey");
  if (newest.id !== answerId) throw new AnswerConflict(newest);
  // Rejecting one's own answer only narrows; accepting it would be approving one's own work.
  if (newest.answeredById === givenById && verdict === "accepted")
    throw new DomainError("not_permitted", "You gave this answer: somebody else has to accept it.");
  const row = { id: newId(ctx.now), assessmentId, answerId, questionKey, verdict, note, givenById, createdAt: ctx.now };
  await tx.answerVerdictRecord.create({ data: row });
  return {
    action: "assessment.answer_judged",
    vendorId,
    assessmentId,
    questionKey,
    answerId,
    verdict,
    isAfterDecision,
  } as const;
}
