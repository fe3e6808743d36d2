import type { Transaction } from "@/lib/db/client";
import type { RequestContext } from "@/lib/identity/request-context";
import { findValueFault, type Question } from "@/lib/kernel/checklist";
import { DomainError } from "@/lib/kernel/domain-error";
import type { AnswerId } from "@/lib/kernel/ids";
import { newId } from "@/lib/runtime/new-id";
import type { ParsedAnswer } from "@/lib/vendors/answer-input";
import { AnswerConflict } from "@/lib/vendors/answer-conflict";
import { loadAnswers } from "./answers";
import { sealSaid } from "./said";

/** Throws `invalid_input` where a value does not answer its question. */
export function assertValueFits(question: Question, value: unknown): void {
  const fault = value === null ? null : findValueFault(question, value);
  if (fault !== null) throw new DomainError("invalid_input", `value: ${fault}.`, "value");
}

/** Evidence is a vendor's own: throws `invalid_input` for a file that is not here or belongs to another vendor. */
export async function assertFilesAreTheirs(
  tx: Transaction,
  vendorId: string,
  fileIds: readonly string[],
): Promise<void> {
  const wanted = [...new Set(fileIds)];
  const found = await tx.evidenceFile.count({ where: { id: { in: wanted }, vendorId } });
  if (found < wanted.length)
    throw new DomainError(
      "invalid_input",
      "One of the files is not this vendor's evidence: attach it again.",
      "fileIds",
    );
}

function toStrength({ value, strength }: ParsedAnswer): ParsedAnswer["strength"] {
  if (value === null) return "not_stated";
  if (strength === "not_stated")
    throw new DomainError(
      "invalid_input",
      "strength: an answer that is not stated has no value: empty it.",
      "strength",
    );
  return strength;
}

async function assertNewestSeen(
  tx: Transaction,
  { assessmentId, questionKey, revision }: Pick<ParsedAnswer, "assessmentId" | "questionKey" | "revision">,
): Promise<void> {
  const newest = (await loadAnswers(tx, assessmentId)).get(questionKey);
  if ((newest?.revision ?? 0) !== revision) {
    if (newest === undefined)
      throw new DomainError("conflict", "The answer that you changed is not there: open the page again.");
    throw new AnswerConflict(newest);
  }
}

type GivenNow = {
  vendorId: string;
  question: Question;
  answer: ParsedAnswer;
  answeredById: string;
  /** The vendor's own answer that it is taken from. */
  offerId?: string | null;
};

/** Adds the next form of an answer. Throws `AnswerConflict` when another was saved since `revision`; call it with the assessment locked. */
export async function storeAnswer(
  tx: Transaction,
  ctx: RequestContext,
  { vendorId, question, answer, answeredById, offerId = null }: GivenNow,
) {
  const { assessmentId, questionKey, revision, value, note, links, validUntil } = answer;
  assertValueFits(question, value);
  const strength = toStrength(answer);
  const own = question.type === "file" && Array.isArray(value) ? value : [];
  const fileIds = [...new Set([...answer.fileIds, ...own])];
  await assertFilesAreTheirs(tx, vendorId, fileIds);
  await assertNewestSeen(tx, answer);
  const id = newId(ctx.now) as AnswerId;
  const saidSealed = sealSaid("answer", id, { value, note });
  const row = {
    id,
    assessmentId,
    questionKey,
    revision: revision + 1,
    saidSealed,
    strength,
    links,
    fileIds,
    validUntil,
  };
  await tx.answer.create({ data: { ...row, answeredById, offerId, createdAt: ctx.now } });
  const event = {
    action: "assessment.answered",
    vendorId,
    assessmentId,
    questionKey,
    revision: row.revision,
    strength,
    isStated: value !== null,
    fileIds,
    offerId,
  } as const;
  return { result: { answerId: id, revision: row.revision }, event };
}
