import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { VendorExceptionId } from "@/lib/kernel/ids";
import { newId } from "@/lib/runtime/new-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { QuestionKey } from "./answer-input";
import { listAuthorIds } from "./internal/answers";
import { assertSessionLive } from "./internal/assert-session-live";
import { getQuestion, lockAssessment } from "./internal/lock-assessment";
import { AssessmentIdInput, text } from "./vendor-input";

const YEAR_MS = 366 * 86_400_000;

export const RecordExceptionInput = z.object({
  assessmentId: AssessmentIdInput,
  questionKey: QuestionKey,
  reason: text(1_000),
  compensatingControl: text(1_000),
  endsAt: z.coerce.date("must be a date"),
});
export type RecordExceptionInput = z.input<typeof RecordExceptionInput>;

/**
 * Bears a must that is not met until a day, with what is done about it meanwhile. Exceptions are only added: the newest for a question
 * counts, so one is ended early by another that ends now. Whoever had a hand in the answers cannot approve one.
 */
export async function recordException(ctx: RequestContext, input: RecordExceptionInput): Promise<VendorExceptionId> {
  authorize(ctx, "vendor:approve");
  const { assessmentId, questionKey, reason, compensatingControl, endsAt } = parseInput(RecordExceptionInput, input);
  if (endsAt.getTime() > ctx.now.getTime() + YEAR_MS)
    throw new DomainError(
      "invalid_input",
      "endsAt: must be within a year; what lasts longer is no exception.",
      "endsAt",
    );
  const exceptionId = newId(ctx.now) as VendorExceptionId;
  return commit(ctx, async (tx) => {
    const actor = await assertSessionLive(tx, ctx, "vendor:approve");
    const { vendorId, content } = await lockAssessment(tx, assessmentId, "except");
    if (!getQuestion(content, questionKey).isMust)
      throw new DomainError("invalid_input", "questionKey: is no must, so it needs no exception.", "questionKey");
    const isEnding = endsAt <= ctx.now;
    const last = await tx.vendorException.findFirst({ where: { assessmentId, questionKey }, orderBy: { id: "desc" } });
    if (isEnding && (last === null || last.endsAt <= ctx.now))
      throw new DomainError("invalid_input", "endsAt: must be in the future.", "endsAt");
    if (!isEnding && (await listAuthorIds(tx, assessmentId)).has(actor.personId))
      throw new DomainError(
        "not_permitted",
        "You had a hand in this assessment: somebody else has to approve the exception.",
      );
    const row = { id: exceptionId, vendorId, assessmentId, questionKey, reason, compensatingControl, endsAt };
    await tx.vendorException.create({ data: { ...row, approverId: actor.personId, createdAt: ctx.now } });
    const facts = { questionKey, endsAt: endsAt.toISOString(), reason, compensatingControl };
    return {
      result: exceptionId,
      events: [{ action: "vendor_exception.recorded", vendorId, assessmentId, exceptionId, ...facts }],
    };
  });
}
