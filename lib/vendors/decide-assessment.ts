import type { z } from "zod";
import { commit } from "@/lib/audit/commit";
import type { Transaction } from "@/lib/db/client";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { ChecklistContent } from "@/lib/kernel/checklist";
import { type ChecklistScore, findUnborneMusts, judgeQuestion, scoreChecklist } from "@/lib/kernel/score-checklist";
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
    throw new DomainError(
      "invalid_input",
      "conditions.purposes: names a purpose that is not known here.",
      "conditions.purposes",
    );
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
function toAccess(decision: Decision): {
  validUntil: Date | null;
  graceDays: number;
  conditions: VendorConditions | null;
} {
  if (decision.outcome === "rejected") return { validUntil: null, graceDays: 0, conditions: null };
  const { validUntil, graceDays } = decision;
  return { validUntil, graceDays, conditions: decision.outcome === "approved" ? null : decision.conditions };
}

type Locked = Awaited<ReturnType<typeof lockAssessment>>;
type Judged = { answers: Answers; score: ChecklistScore; exceptionIds: string[] };

/** What the decision rests on, as it is in the deciding transaction. Throws `conflict` where it cannot be approved so. */
async function judge(tx: Transaction, decision: Decision, { content }: Locked, now: Date): Promise<Judged> {
  const { assessmentId, answersDigest, outcome } = decision;
  const answers = await loadAnswers(tx, assessmentId);
  if (toAnswersDigest(answers) !== answersDigest)
    throw new DomainError(
      "conflict",
      "An answer or a verdict changed since you opened it: look at it again, then decide.",
    );
  const score = scoreChecklist(content.questions, toGiven(answers), now.getTime());
  const exceptions = await listExceptions(tx, assessmentId);
  const unborne = outcome === "rejected" ? [] : findUnborneMusts(score, exceptions, now.getTime());
  if (unborne.length > 0)
    throw new DomainError("conflict", `These musts are open and no exception bears them: ${unborne.join(", ")}.`);
  return { answers, score, exceptionIds: exceptions.map(({ id }) => id) };
}

/** Puts the decision in force in the place of the one before. Returns which that was. */
async function store(
  tx: Transaction,
  decision: Decision,
  { vendorId, content }: Locked,
  { answers, score, decidedById, now }: Judged & { decidedById: string; now: Date },
): Promise<string | null> {
  const superseded = await tx.assessment.updateManyAndReturn({
    where: { vendorId, state: "decided" },
    data: { state: "superseded" },
    select: { id: true },
  });
  const { conditions, ...access } = toAccess(decision);
  await tx.assessment.update({
    where: { id: decision.assessmentId },
    data: {
      state: "decided",
      outcome: decision.outcome,
      decidedById,
      decidedAt: now,
      decisionNote: decision.note,
      ...access,
      ...(conditions === null ? {} : { conditions: { ...conditions } as object }),
      musts: toMusts(content, answers, now),
      ...toScoreFields(score),
    },
  });
  return superseded[0]?.id ?? null;
}

function toConditionFacts(conditions: VendorConditions | null) {
  if (conditions === null) return null;
  const { highestSensitivity, categories, purposes, regions } = conditions;
  return {
    highestSensitivity,
    categories: categories && [...categories],
    purposes: purposes && [...purposes],
    regions: regions && [...regions],
  };
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
  const { assessmentId, outcome, note } = decision;
  const { validUntil, graceDays, conditions } = toAccess(decision);
  if (validUntil !== null && validUntil <= ctx.now)
    throw new DomainError("invalid_input", "validUntil: must be in the future.", "validUntil");
  return commit(ctx, async (tx) => {
    const actor = await assertSessionLive(tx, ctx, "vendor:approve");
    const locked = await lockAssessment(tx, assessmentId, "decide");
    if ((await listAuthorIds(tx, assessmentId)).has(actor.personId))
      throw new DomainError("not_permitted", "You filled in part of this assessment: somebody else has to decide it.");
    await assertPurposesKnown(tx, conditions?.purposes ?? null);
    const judged = await judge(tx, decision, locked, ctx.now);
    const supersededId = await store(tx, decision, locked, { ...judged, decidedById: actor.personId, now: ctx.now });
    const { vendorId, number } = locked;
    const { score, exceptionIds } = judged;
    const access = {
      conditions: toConditionFacts(conditions),
      validUntil: validUntil?.toISOString() ?? null,
      graceDays,
    };
    const event = { action: "assessment.decided", vendorId, assessmentId, number, outcome, ...access } as const;
    const rest = { score: score.total, openMusts: score.openMusts, exceptionIds, supersededId, note };
    return { result: undefined, events: [{ ...event, ...rest }] };
  });
}
