import { z } from "zod";
import type { Transaction } from "@/lib/db/client";
import type { Reader } from "@/lib/db/reader";
import type { GivenAnswer } from "@/lib/kernel/score-checklist";
import { ANSWER_VERDICTS, STRENGTHS } from "@/lib/kernel/vendor-vocabulary";
import { sha256Hex } from "@/lib/runtime/hashing";
import { openSaid } from "./said";

const DAY_MS = 86_400_000;

const AnswerRow = z.object({
  id: z.string(),
  questionKey: z.string(),
  revision: z.number(),
  saidSealed: z.string().nullable(),
  value: z.unknown(),
  strength: z.enum(STRENGTHS),
  note: z.string(),
  links: z.array(z.string()),
  fileIds: z.array(z.string()),
  validUntil: z.date().nullable(),
  answeredById: z.string(),
  answeredBy: z.string(),
  offerId: z.string().nullable(),
  createdAt: z.date(),
  verdict: z.enum(ANSWER_VERDICTS).nullable(),
  verdictId: z.string().nullable(),
  verdictNote: z.string().nullable(),
  verdictBy: z.string().nullable(),
});
/** The newest saved form of an answer with the newest verdict on exactly that form. */
export type StoredAnswer = Omit<z.output<typeof AnswerRow>, "saidSealed" | "value" | "note"> &
  ReturnType<typeof openSaid>;

/** The newest answers of an assessment by question. */
export async function loadAnswers(
  db: Pick<Transaction, "$queryRaw"> | Pick<Reader, "$queryRaw">,
  assessmentId: string,
): Promise<ReadonlyMap<string, StoredAnswer>> {
  const rows = await db.$queryRaw`
    SELECT DISTINCT ON (a.question_key)
      a.id, a.question_key AS "questionKey", a.revision, a.said_sealed AS "saidSealed", a.value, a.strength::text AS strength, a.note, a.links, a.file_ids::text[] AS "fileIds",
      a.valid_until AS "validUntil", a.answered_by_id AS "answeredById", p.name AS "answeredBy", a.offer_id AS "offerId",
      a.created_at AS "createdAt", v.verdict::text AS verdict, v.id AS "verdictId", v.note AS "verdictNote", v.by AS "verdictBy"
    FROM answer a JOIN person p ON p.id = a.answered_by_id
    LEFT JOIN LATERAL (
      SELECT r.id, r.verdict, r.note, g.name AS by FROM answer_verdict_record r JOIN person g ON g.id = r.given_by_id
      WHERE r.answer_id = a.id ORDER BY r.id DESC LIMIT 1) v ON true
    WHERE a.assessment_id = ${assessmentId}::uuid
    ORDER BY a.question_key, a.revision DESC`;
  const answers = z.array(AnswerRow).parse(rows);
  return new Map(
    answers.map(({ saidSealed, value, note, ...answer }) => {
      const said = openSaid("answer", { id: answer.id, saidSealed, value, note });
      return [answer.questionKey, { ...answer, ...said }];
    }),
  );
}

/** The end of a last day in UTC, as milliseconds since the epoch. */
export function toEndMs(lastDay: Date | null): number | null {
  return lastDay === null ? null : lastDay.getTime() + DAY_MS;
}

/** Answers as the kernel scores them. */
export function toGiven(answers: ReadonlyMap<string, StoredAnswer>): ReadonlyMap<string, GivenAnswer> {
  return new Map(
    [...answers].map(([key, { value, strength, verdict, validUntil }]) => [
      key,
      { value, strength, verdict, validUntil: toEndMs(validUntil) },
    ]),
  );
}

/** Stands for exactly these answers and verdicts: what somebody decides is what they saw. */
export function toAnswersDigest(answers: ReadonlyMap<string, StoredAnswer>): string {
  const seen = [...answers.values()].map(({ id, verdictId }) => `${id} ${verdictId ?? ""}`);
  return sha256Hex(seen.sort().join("\n"));
}

/** Everybody who had a hand in an assessment: none of them approves it. */
export async function listAuthorIds(tx: Transaction, assessmentId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.answer.findMany({
    where: { assessmentId },
    distinct: ["answeredById"],
    select: { answeredById: true },
  });
  const { startedById, submittedById } = await tx.assessment.findUniqueOrThrow({
    where: { id: assessmentId },
    select: { startedById: true, submittedById: true },
  });
  return new Set([
    startedById,
    ...(submittedById === null ? [] : [submittedById]),
    ...rows.map((row) => row.answeredById),
  ]);
}
