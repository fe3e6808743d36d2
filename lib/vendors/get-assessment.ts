import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { AssessmentState } from "@/lib/kernel/assessment-state";
import type { AnswerValue, Question, Section } from "@/lib/kernel/checklist";
import { diffChecklists, type ChecklistDiff } from "@/lib/kernel/diff-checklists";
import type { AssessmentId, VendorExceptionId, VendorId, VendorLinkId } from "@/lib/kernel/ids";
import { type ChecklistScore, judgeQuestion, type JudgedQuestion, scoreChecklist } from "@/lib/kernel/score-checklist";
import type { AssessmentOutcome } from "@/lib/kernel/vendor-vocabulary";
import type { VendorConditions } from "@/lib/kernel/vendor-conditions";
import { isUuid } from "@/lib/runtime/is-uuid";
import { toChecklistContent } from "./checklist-content";
import { openSaid } from "./internal/said";
import { loadAnswers, type StoredAnswer, toAnswersDigest, toGiven } from "./internal/answers";
import { StoredConditions } from "./vendor-fact";

export type EvidenceRow = {
  id: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
  createdAt: Date;
};
export type OfferRow = {
  id: string;
  value: AnswerValue | null;
  note: string;
  links: string[];
  files: EvidenceRow[];
  state: "offered" | "taken" | "dismissed";
  updatedAt: Date;
};
export type AnsweredQuestion = {
  question: Question;
  /** Null: nobody answered yet. */
  answer: (StoredAnswer & { files: EvidenceRow[] }) | null;
  /** In the assessment that this one was started from. */
  before: Pick<StoredAnswer, "value" | "strength" | "validUntil" | "verdict"> | null;
  isDifferent: boolean;
  judged: JudgedQuestion;
  /** The vendor's own answers, newest first. */
  offers: OfferRow[];
};

export type AssessmentDetail = {
  id: AssessmentId;
  vendor: { id: VendorId; name: string };
  number: number;
  state: AssessmentState;
  template: { id: string; name: string; versionNumber: number; newest: number };
  /** What the newest version asks otherwise; null where this one is made with it. */
  stale: ChecklistDiff | null;
  basedOn: { id: AssessmentId; number: number } | null;
  startedBy: string;
  startedAt: Date;
  submittedBy: string | null;
  submittedAt: Date | null;
  outcome: AssessmentOutcome | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  decisionNote: string;
  validUntil: Date | null;
  graceDays: number;
  conditions: VendorConditions | null;
  sections: readonly Section[];
  questions: AnsweredQuestion[];
  /** As the answers stand now; a completed one was scored when it was decided. */
  score: ChecklistScore;
  /** Says which answers and verdicts these are: `decideAssessment` wants it back. */
  answersDigest: string;
  /** Who had a hand in it, and so cannot decide it. */
  authorIds: string[];
  exceptions: {
    id: VendorExceptionId;
    questionKey: string;
    reason: string;
    compensatingControl: string;
    approver: string;
    endsAt: Date;
    createdAt: Date;
    /** The newest for its question, and not over. */
    isInForce: boolean;
  }[];
  links: {
    id: VendorLinkId;
    createdBy: string;
    createdAt: Date;
    expiresAt: Date;
    revokedAt: Date | null;
    lastUsedAt: Date | null;
  }[];
};

const NAME = { select: { name: true } } as const;

function findAssessment(assessmentId: string) {
  return reader().assessment.findUnique({
    where: { id: assessmentId },
    include: {
      vendor: { select: { id: true, name: true } },
      version: { include: { template: { select: { id: true, name: true, version: true } } } },
      startedBy: NAME,
      submittedBy: NAME,
      decidedBy: NAME,
      exceptions: { orderBy: { id: "desc" }, include: { approver: NAME } },
      offers: { where: { state: { not: "draft" } }, orderBy: { id: "desc" } },
    },
  });
}
type Found = NonNullable<Awaited<ReturnType<typeof findAssessment>>>;

/** What a completed assessment scored when it was decided; else as its answers stand. */
function toScore(found: Found, answers: ReadonlyMap<string, StoredAnswer>, now: Date): ChecklistScore {
  const isOver = found.state === "decided" || found.state === "superseded";
  if (isOver && found.score !== null) return found.score as ChecklistScore;
  return scoreChecklist(toChecklistContent(found.version.content).questions, toGiven(answers), now.getTime());
}

async function listFiles(vendorId: string): Promise<ReadonlyMap<string, EvidenceRow>> {
  const files = await reader().evidenceFile.findMany({
    where: { vendorId },
    select: { id: true, name: true, mediaType: true, sizeBytes: true, sha256: true, createdAt: true },
    orderBy: { id: "asc" },
  });
  return new Map(files.map((file) => [file.id, file]));
}

async function listQuestions(
  found: Found,
  answers: ReadonlyMap<string, StoredAnswer>,
  now: Date,
): Promise<AnsweredQuestion[]> {
  const [before, files] = await Promise.all([
    found.basedOnId === null ? new Map<string, StoredAnswer>() : loadAnswers(reader(), found.basedOnId),
    listFiles(found.vendor.id),
  ]);
  const given = toGiven(answers);
  const toFiles = (ids: readonly string[]) => ids.map((id) => files.get(id)).filter((file) => file !== undefined);
  // A completed assessment is judged as of its decision, a draft as of now.
  const at = (found.decidedAt ?? now).getTime();
  return toChecklistContent(found.version.content).questions.map((question) => {
    const answer = answers.get(question.key) ?? null;
    const last = before.get(question.key) ?? null;
    const offers = found.offers.filter((one) => one.questionKey === question.key);
    return {
      question,
      answer: answer && { ...answer, files: toFiles(answer.fileIds) },
      before: last && {
        value: last.value,
        strength: last.strength,
        validUntil: last.validUntil,
        verdict: last.verdict,
      },
      isDifferent:
        found.basedOnId !== null &&
        JSON.stringify([answer?.value ?? null, answer?.strength ?? "not_stated"]) !==
          JSON.stringify([last?.value ?? null, last?.strength ?? "not_stated"]),
      judged: judgeQuestion(question, given.get(question.key), at),
      offers: offers.map(({ id, saidSealed, value, note, links, fileIds, state, updatedAt }) => ({
        id,
        ...openSaid("offered_answer", { id, saidSealed, value, note }),
        links,
        updatedAt,
        files: toFiles(fileIds),
        state: state === "draft" ? "offered" : state,
      })),
    };
  });
}

async function listAuthorIds({ id, startedById, submittedById }: Found): Promise<string[]> {
  const rows = await reader().answer.findMany({
    where: { assessmentId: id },
    distinct: ["answeredById"],
    select: { answeredById: true },
  });
  return [
    ...new Set([
      startedById,
      ...(submittedById === null ? [] : [submittedById]),
      ...rows.map((row) => row.answeredById),
    ]),
  ];
}

function toExceptions({ exceptions }: Found, now: Date): AssessmentDetail["exceptions"] {
  return exceptions.map(({ id, questionKey, reason, compensatingControl, approver, endsAt, createdAt }, index) => ({
    id: id as VendorExceptionId,
    questionKey,
    reason,
    compensatingControl,
    endsAt,
    createdAt,
    approver: approver.name,
    isInForce: endsAt > now && exceptions.findIndex((one) => one.questionKey === questionKey) === index,
  }));
}

async function listLinks(assessmentId: string): Promise<AssessmentDetail["links"]> {
  const links = await reader().vendorLink.findMany({
    where: { assessmentId },
    orderBy: { id: "desc" },
    select: { id: true, createdBy: NAME, createdAt: true, expiresAt: true, revokedAt: true, lastUsedAt: true },
  });
  return links.map(({ id, createdBy, ...link }) => ({ ...link, id: id as VendorLinkId, createdBy: createdBy.name }));
}

/** One assessment with every question, answer and what it comes to: for the form, the decision and the report. Throws `not_found`. */
export async function getAssessment(ctx: RequestContext, assessmentId: string): Promise<AssessmentDetail> {
  authorize(ctx, "vendor:read");
  const found = isUuid(assessmentId) ? await findAssessment(assessmentId) : null;
  if (found === null) throw new DomainError("not_found", "There is no such assessment.");
  const answers = await loadAnswers(reader(), found.id);
  const { template } = found.version;
  const content = toChecklistContent(found.version.content);
  const isStale = found.version.number < template.version;
  const [questions, authorIds, links, newest, basedOn] = await Promise.all([
    listQuestions(found, answers, ctx.now),
    listAuthorIds(found),
    listLinks(found.id),
    isStale
      ? reader().checklistVersion.findFirst({ where: { templateId: template.id }, orderBy: { number: "desc" } })
      : null,
    found.basedOnId === null
      ? null
      : reader().assessment.findUnique({ where: { id: found.basedOnId }, select: { number: true } }),
  ]);
  return {
    id: found.id as AssessmentId,
    vendor: { ...found.vendor, id: found.vendor.id as VendorId },
    number: found.number,
    state: found.state,
    template: { id: template.id, name: template.name, versionNumber: found.version.number, newest: template.version },
    stale: newest && diffChecklists(content, toChecklistContent(newest.content)),
    basedOn: basedOn && { id: found.basedOnId as AssessmentId, number: basedOn.number },
    startedBy: found.startedBy.name,
    startedAt: found.startedAt,
    submittedBy: found.submittedBy?.name ?? null,
    submittedAt: found.submittedAt,
    outcome: found.outcome,
    decidedBy: found.decidedBy?.name ?? null,
    decidedAt: found.decidedAt,
    decisionNote: found.decisionNote,
    validUntil: found.validUntil,
    graceDays: found.graceDays,
    conditions: found.conditions === null ? null : StoredConditions.parse(found.conditions),
    sections: content.sections,
    questions,
    score: toScore(found, answers, ctx.now),
    answersDigest: toAnswersDigest(answers),
    authorIds,
    exceptions: toExceptions(found, ctx.now),
    links,
  };
}
