import type { Transaction } from "@/lib/db/client";
import { chooseQueue } from "@/lib/kernel/choose-queue";
import { DomainError } from "@/lib/kernel/domain-error";
import type { AgentId, PersonId } from "@/lib/kernel/ids";
import { planClock } from "@/lib/kernel/plan-clock";
import type { TriageFinding, TriageKind } from "@/lib/kernel/triage-kinds";
import { sealContent, toJudgedText } from "@/lib/reviews/held-content";
import { sealPayload, toPayloadDigest, type Proposal } from "@/lib/reviews/release-payload";
import { toSimilarity } from "@/lib/reviews/to-similarity";
import { newToken } from "@/lib/runtime/hashing";
import { newId } from "@/lib/runtime/new-id";
import type { RequestMark } from "./find-replay";
import type { Judgement, Submitted } from "./judge-submission";
import type { ReviewPolicy } from "./load-review-policy";
import type { SubmissionRefs } from "./to-judged-event";

/** All that is known of a submission when it is stored. */
export type Submission = {
  id: string;
  now: Date;
  agentId: AgentId;
  submitted: Submitted;
  judgement: Judgement;
  review: ReviewPolicy;
  mark: RequestMark;
  refs: SubmissionRefs;
  draftAuthorId: PersonId | null;
  decisionIds: readonly string[];
  isSampled: boolean;
};

export type StoredItem = { id: string; kind: TriageKind; kinds: readonly TriageKind[]; dueAt: Date };

/** Prisma's JSON type knows no readonly lists. */
function toJson(findings: readonly TriageFinding[]) {
  return findings.map(({ kind, score, reasons }) => ({
    kind,
    score,
    reasons: reasons.map(({ code, words, place, sentence }) => ({
      code,
      words: words.map(({ start, end }) => ({ start, end })),
      place,
      sentence,
    })),
  }));
}

/** False when the same agent's Idempotency-Key is stored already: then nothing was. */
export async function storeSubmission(tx: Transaction, submission: Submission): Promise<boolean> {
  const { id, now, agentId, submitted, judgement, mark } = submission;
  const { count } = await tx.submission.createMany({
    skipDuplicates: true,
    data: [
      {
        id,
        agentId,
        ...mark,
        isHeld: judgement.kind !== null,
        origin: submitted.asked === null ? "triage" : "agent",
        channel: submitted.channel,
        language: judgement.language,
        findings: toJson(judgement.findings),
        createdAt: now,
      },
    ],
  });
  return count === 1;
}

/** Keeps a message that proceeds, sealed, for a person to look at later. */
export async function storeSecondLook(tx: Transaction, { id, now, agentId, submitted }: Submission): Promise<void> {
  const lookId = newId(now);
  const contentSealed = sealContent(submitted.content, "second_look", lookId);
  await tx.secondLook.create({ data: { id: lookId, submissionId: id, agentId, contentSealed, createdAt: now } });
}

async function storeProposal(tx: Transaction, itemId: string, now: Date, proposal: Proposal): Promise<void> {
  const id = newId(now);
  const payload = { ...proposal, nonce: newToken() };
  await tx.proposal.create({
    data: {
      id,
      itemId,
      number: 1,
      payloadSealed: sealPayload(payload, id),
      digest: toPayloadDigest(payload),
      createdAt: now,
    },
  });
}

function toClock({ review, now }: Submission, kind: TriageKind) {
  const { setting, kindRules } = review;
  const { minutesToDecide: minutes, ...rule } = kindRules[kind];
  const { timeZone, workDays, workStartMinute, workEndMinute } = setting;
  const calendar = { timeZone, workDays, workStartMinute, workEndMinute };
  const { dueAt, remindAt, escalateAt } = planClock({ now: now.getTime(), minutes, ...rule, calendar });
  const toDate = (at: number | null): Date | null => (at === null ? null : new Date(at));
  return { dueAt: new Date(dueAt), remindAt: toDate(remindAt), escalateAt: toDate(escalateAt) };
}

function toPlainColumns({ submitted, judgement, refs, draftAuthorId, decisionIds }: Submission) {
  const { kinds, risk, findings, language, actionKind, moved, approvalsNeeded } = judgement;
  return {
    origin: submitted.asked === null ? ("triage" as const) : ("agent" as const),
    kinds: [...kinds],
    risk,
    findings: toJson(findings),
    channel: submitted.channel,
    language,
    actionKind,
    amount: moved?.amount ?? null,
    currency: moved?.currency ?? null,
    subjectRef: refs.subject,
    caseRef: refs.caseRef,
    decisionIds: [...decisionIds],
    similarity: toSimilarity(toJudgedText(submitted.content)),
    approvalsNeeded,
    draftAuthorId,
  };
}

/** Puts a held submission into its queue, with its clock. */
export async function storeHeldItem(
  tx: Transaction,
  submission: Submission,
  itemId: string,
  kind: TriageKind,
): Promise<StoredItem> {
  const { id: submissionId, now, agentId, submitted, review } = submission;
  const columns = toPlainColumns(submission);
  const queue = chooseQueue(review.queues, { ...columns, kind });
  if (queue === null) throw new DomainError("unavailable", "There is no queue for held items: an admin makes one.");
  const clock = toClock(submission, kind);
  const contentSealed = sealContent(submitted.content, "held_item", itemId);
  const data = { id: itemId, submissionId, agentId, kind, queueId: queue.id, contentSealed, createdAt: now };
  await tx.heldItem.create({ data: { ...data, ...columns, ...clock } });
  if (submitted.proposal !== null) await storeProposal(tx, itemId, now, submitted.proposal);
  return { id: itemId, kind, kinds: columns.kinds, dueAt: clock.dueAt };
}
