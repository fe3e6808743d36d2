import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import type { Transaction } from "@/lib/db/client";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { ChecklistContent } from "@/lib/kernel/checklist";
import { findUnborneMusts, judgeQuestion, scoreChecklist } from "@/lib/kernel/score-checklist";
import type { VendorConditions } from "@/lib/kernel/vendor-conditions";
import { parseInput } from "@/lib/runtime/parse-input";
import { listAuthorIds, loadAnswers, toAnswersDigest, toEndMs, toGiven, type StoredAnswer } from "./internal/answers";
import { assertSessionLive } from "./internal/assert-session-live";
import { lockAssessment } from "./internal/lock-assessment";
import { toScoreFields } from "./internal/score-fields";
import { DecideAssessmentInput } from "./decision-input";

type Decision = z.output<typeof DecideAssessmentInput>;
type Answers = ReadonlyMap<string, StoredAnswer>;

async function assertPurposesKnown(tx: Transaction, purposes: readonly string[] | null): Promise<void> {
  if (purposes === null) return;
  const known = await tx.purpose.count({ where: { code: { in: [...purposes] } } });
  if (known < new Set(purposes).size)
    throw new DomainError("invalid_input", "conditions.purposes: names a purpose that is not known here.", "conditions.purposes");
}

async function listExceptions(tx: Transaction, assessmentId: string) {
  const rows = await tx.vendorException.findMany({
    where: { assessmentId },
    orderBy: [{ questionKey: "asc" }, { id: "desc" }],
    distinct: ["questionKey"],
    select: { id: true, questionKey: true, endsAt: true },
  });
  return rows.map(({ id, questionKey, endsAt }) => ({ id, key: questionKey, endsAt: endsAt.getTime() }));
}

/** How each must stands at the decision; what becomes of it later follows from its end and from later verdicts. */
function toMusts({ questions }: ChecklistContent, answers: Answers, now: Date) {
  const given = toGiven(answers);
  return questions
    .filter(({ isMust }) => isMust)
    .map((question) => ({
      key: question.key,
      isMet: judgeQuestion(question, given.get(question.key), now.getTime()).openBecause === null,
      validUntil: toEndMs(answers.get(question.key)?.validUntil ?? null),
    }));
}

/** What the decision says of access: nothing where it is rejected. */
function toAccess(decision: Decision): { validUntil: Date | null; graceDays: number; conditions: VendorConditions | null } {
  if (decision.outcome === "rejected") return { validUntil: null, graceDays: 0, conditions: null };
  const { validUntil, graceDays } = decision;
  return { validUntil, graceDays, conditions: decision.outcome === "approved" ? null : decision.conditions };
}

/**
 * Approves, approves with conditions, or rejects a submitted assessment; it takes the place of the one in force and is never changed
 * again. Whoever filled in any of it cannot decide, which is checked here, on the session, in the deciding transaction.
 * `answersDigest` says which answers and verdicts the person saw. Throws `conflict` when they are others now, or when a must is open that
 * no exception bears.
 */
export async function decideAssessment(ctx: RequestContext, input: DecideAssessmentInput): Promise<void> {
  authorize(ctx, "vendor:approve");
  const decision = parseInput(DecideAssessmentInput, input);
  const { assessmentId, outcome, note, answersDigest } = decision;
  const { validUntil, graceDays, conditions } = toAccess(decision);
  if (validUntil !== null && validUntil <= ctx.now)
    throw new DomainError("invalid_input", "validUntil: must be in the future.", "validUntil");
  return commit(ctx, async (tx) => {
    const actor = await assertSessionLive(tx, ctx, "vendor:approve");
    const { vendorId, number, content } = await lockAssessment(tx, assessmentId, "decide");
    if ((await listAuthorIds(tx, assessmentId)).has(actor.personId))
      throw new DomainError("not_permitted", "You filled in part of this assessment: somebody else has to decide it.");
    await assertPurposesKnown(tx, conditions?.purposes ?? null);
    const answers = await loadAnswers(tx, assessmentId);
    if (toAnswersDigest(answers) !== answersDigest)
      throw new DomainError("conflict", "An answer or a verdict changed since you opened it: look at it again, then decide.");
    const score = scoreChecklist(content.questions, toGiven(answers), ctx.now.getTime());
    const exceptions = await listExceptions(tx, assessmentId);
    const unborne = outcome === "rejected" ? [] : findUnborneMusts(score, exceptions, ctx.now.getTime());
    if (unborne.length > 0)
      throw new DomainError("conflict", `These musts are open and no exception bears them: ${unborne.join(", ")}.`);
    const superseded = await tx.assessment.updateManyAndReturn({
      where: { vendorId, state: "decided" },
      data: { state: "superseded" },
      select: { id: true },
    });
    await tx.assessment.update({
      where: { id: assessmentId },
      data: {
        state: "decided",
        outcome,
        decidedById: actor.personId,
        decidedAt: ctx.now,
        decisionNote: note,
        validUntil,
        graceDays,
        ...(conditions === null ? {} : { conditions: { ...conditions } as object }),
        musts: toMusts(content, answers, ctx.now),
        ...toScoreFields(score),
      },
    });
    const event = {
      action: "assessment.decided",
      vendorId,
      assessmentId,
      number,
      outcome,
      conditions: conditions && {
        highestSensitivity: conditions.highestSensitivity,
        categories: conditions.categories && [...conditions.categories],
        purposes: conditions.purposes && [...conditions.purposes],
        regions: conditions.regions && [...conditions.regions],
      },
      validUntil: validUntil?.toISOString() ?? null,
      graceDays,
      score: score.total,
      openMusts: score.openMusts,
      exceptionIds: exceptions.map(({ id }) => id),
      supersededId: superseded[0]?.id ?? null,
      note,
    } as const;
    return { result: undefined, events: [event] };
  });
}
