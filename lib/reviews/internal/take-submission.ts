import { recordAt } from "@/lib/audit/record";
import type { AgentActor, RequestContext } from "@/lib/identity/request-context";
import { findAgentObstacle } from "@/lib/kernel/decide-access";
import type { PersonId } from "@/lib/kernel/ids";
import type { ReasonCode } from "@/lib/kernel/reasons";
import { AccessDenied } from "@/lib/policy/access-denied";
import { recordRejection } from "@/lib/policy/record-rejection";
import { newId } from "@/lib/runtime/new-id";
import { announceClassifier } from "./announce-classifier";
import { commitAt, Undone } from "./commit-at";
import { findReplay, type RequestMark, toRequestMark } from "./find-replay";
import { type AgentReview, decideAtPolicy } from "./get-agent-review";
import { judgeSubmission, type Submitted } from "./judge-submission";
import {
  assertOwnDecisions,
  findDraftAuthor,
  type SubmissionInput,
  toCaseRef,
  toSubject,
  toSubmitted,
} from "./resolve-submission";
import { storeHeldItem, storeSecondLook, storeSubmission, type Submission } from "./store-submission";
import { tellItemWaiting } from "./tell-item-waiting";
import { toDeniedEvent, toJudgedEvent } from "./to-judged-event";
import { type SubmissionAnswer, toSubmissionAnswer } from "@/lib/reviews/submission-answer";
import { toUnavailable } from "./to-unavailable";

export type Submitting = {
  /** As the agent sent it. */
  idempotencyKey?: string | null;
  /** From 0 to 1: whether what proceeds gets a second look. */
  random?: () => number;
};

/** The same Idempotency-Key was stored between looking for it and storing. */
class StoredBefore extends Undone {}

type Asked = {
  actor: AgentActor;
  input: SubmissionInput;
  submitted: Submitted;
  mark: RequestMark;
  draftAuthorId: PersonId | null;
  random: () => number;
};

/** Throws the refusal once it is in the log; null when the policy it rests on was no longer in force. */
async function deny(
  ctx: RequestContext,
  { actor, submitted }: Asked,
  reason: ReasonCode,
  version: string,
): Promise<null> {
  const durable = await recordAt(ctx, version, [toDeniedEvent(actor, submitted, reason, version)]).catch(
    (error: unknown) => {
      throw toUnavailable(error);
    },
  );
  if (durable === null) return null;
  throw new AccessDenied(reason, durable.eventIds[0] ?? null);
}

function store(ctx: RequestContext, asked: Asked, submission: Submission, version: string) {
  const { submitted, judgement, id, review, now, agentId, draftAuthorId, isSampled, refs } = submission;
  const itemId = judgement.kind === null ? null : newId(now);
  return commitAt(ctx, version, async (tx) => {
    if (!(await storeSubmission(tx, submission))) throw new StoredBefore();
    if (isSampled) await storeSecondLook(tx, submission);
    const heldItem =
      itemId === null || judgement.kind === null ? null : await storeHeldItem(tx, submission, itemId, judgement.kind);
    const { ownerId, sponsorId } = review;
    if (heldItem !== null) await tellItemWaiting(tx, now, heldItem, { agentId, ownerId, sponsorId, draftAuthorId });
    const stored = { submissionId: id, itemId, isSampled, policyVersion: version, ...refs };
    return {
      result: toSubmissionAnswer({ id, findings: judgement.findings, heldItem }),
      events: [toJudgedEvent(asked.actor, submitted, judgement, stored)],
      firstEventId: id,
    };
  });
}

/** One attempt at the policy at hand; null when it was no longer in force. */
async function attempt(
  ctx: RequestContext,
  asked: Asked,
  { version, policy, review }: AgentReview,
): Promise<SubmissionAnswer | null> {
  const { actor, input, submitted, mark, draftAuthorId, random } = asked;
  const { agentId, keyId } = actor;
  const obstacle = findAgentObstacle(keyId, policy.snapshot, ctx.now.getTime());
  if (obstacle !== null) return deny(ctx, asked, obstacle, version);
  const replay = await findReplay(agentId, mark);
  if (replay !== null) return replay;
  const subject = input.subject === undefined ? null : toSubject(input.subject, policy, ctx.now.getTime());
  if (subject !== null && "refusal" in subject) return deny(ctx, asked, subject.refusal, version);
  if (!(await announceClassifier(ctx, { ...review, policyVersion: version }, { agentId, keyId }))) return null;
  const judgement = await judgeSubmission(review, submitted);
  const submission: Submission = {
    id: newId(ctx.now),
    now: ctx.now,
    agentId,
    submitted,
    judgement,
    review,
    mark,
    refs: { subject: subject?.ref ?? null, caseRef: input.case === undefined ? null : toCaseRef(agentId, input.case) },
    draftAuthorId,
    decisionIds: input.decisionIds ?? [],
    isSampled: judgement.kind === null && random() < review.setting.sampleShare,
  };
  return store(ctx, asked, submission, version).catch((error: unknown) => {
    if (error instanceof StoredBefore) return findReplay(agentId, mark);
    throw error;
  });
}

/**
 * Takes what an agent submits: judged at the policy in force, and stored with its event before the answer is given. `parse` reads the
 * input. Throws `AccessDenied`, `invalid_input`, `conflict` or `unavailable`; each is in the log, and then nothing is stored.
 */
export async function takeSubmission(
  ctx: RequestContext,
  actor: AgentActor,
  door: "message" | "hold",
  parse: () => SubmissionInput,
  { idempotencyKey = null, random = Math.random }: Submitting,
): Promise<SubmissionAnswer> {
  const { agentId } = actor;
  try {
    const input = parse();
    const mark = toRequestMark(agentId, door, input, idempotencyKey);
    const draftAuthorId = await findDraftAuthor(input.draftedBy);
    await assertOwnDecisions(agentId, input.decisionIds ?? []);
    const asked = { actor, input, submitted: toSubmitted(input), mark, draftAuthorId, random };
    return await decideAtPolicy(agentId, (review) => attempt(ctx, asked, review));
  } catch (error) {
    // A refusal is in the log already; a fault of ours cannot be.
    if (error instanceof AccessDenied) throw error;
    const failure = toUnavailable(error);
    throw failure.code === "unavailable" ? failure : await recordRejection(ctx, actor, door, failure);
  }
}
