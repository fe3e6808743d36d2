import { type AnswerValue, judgeValue, type Question, type Quality } from "./checklist";
import { type AnswerVerdict, type Strength, STRENGTHS, toStrengthFactor } from "./vendor-vocabulary";

/** Null stands for "not stated". `validUntil` is milliseconds since the epoch, or null without an end. */
export type GivenAnswer = {
  value: AnswerValue | null;
  strength: Strength;
  verdict: AnswerVerdict | null;
  validUntil: number | null;
};

/** What an answer comes to. `not_stated` is never taken for "no", nor for anything else. */
export type AnswerStanding = Quality | "not_stated" | "refuted" | "rejected" | "expired";

export type JudgedQuestion = {
  key: string;
  standing: AnswerStanding;
  /** Share of the question's weight, 0 to 1. */
  share: number;
  /** Only where it is a must: what it lacks. Null: nothing. */
  openBecause: Exclude<AnswerStanding, "good"> | "too_weak" | null;
};

export type SectionScore = { section: string; score: number; answered: number; questions: number };

export type ChecklistScore = {
  /** 0 to 100. */
  total: number;
  sections: SectionScore[];
  answered: number;
  questions: number;
  openMusts: string[];
  expired: string[];
};

const QUALITY_SHARE: Record<Quality, number> = { good: 1, fair: 0.5, poor: 0 };

function toStanding(question: Question, answer: GivenAnswer | undefined, now: number): AnswerStanding {
  if (answer === undefined || answer.value === null || answer.strength === "not_stated") return "not_stated";
  if (answer.strength === "refuted") return "refuted";
  if (answer.verdict === "rejected") return "rejected";
  if (answer.validUntil !== null && answer.validUntil <= now) return "expired";
  return judgeValue(question, answer.value, now);
}

export function isStrongEnough(strength: Strength, strengthMin: Strength): boolean {
  return STRENGTHS.indexOf(strength) >= STRENGTHS.indexOf(strengthMin);
}

/** What one answer comes to at a moment (milliseconds since the epoch). */
export function judgeQuestion(question: Question, answer: GivenAnswer | undefined, now: number): JudgedQuestion {
  const standing = toStanding(question, answer, now);
  const { key, isMust, strengthMin } = question;
  const strength = answer?.strength ?? "not_stated";
  const isStated = standing === "good" || standing === "fair" || standing === "poor";
  const share = isStated ? QUALITY_SHARE[standing] * toStrengthFactor(strength) : 0;
  const lack = standing === "good" ? (isStrongEnough(strength, strengthMin) ? null : "too_weak") : standing;
  return { key, standing, share, openBecause: isMust ? lack : null };
}

function toScore(weights: number, points: number): number {
  return weights === 0 ? 0 : Math.round((points / weights) * 1_000) / 10;
}

/** The score of a set of answers in each section and as a whole, the musts that are open, the answers that expired. */
export function scoreChecklist(
  questions: readonly Question[],
  answers: ReadonlyMap<string, GivenAnswer>,
  now: number,
): ChecklistScore {
  const judged = questions.map((question) => ({
    question,
    ...judgeQuestion(question, answers.get(question.key), now),
  }));
  const sum = (of: typeof judged) => ({
    score: toScore(
      of.reduce((total, { question }) => total + question.weight, 0),
      of.reduce((total, { question, share }) => total + question.weight * share, 0),
    ),
    answered: of.filter(({ standing }) => standing !== "not_stated").length,
    questions: of.length,
  });
  const sections = [...new Set(questions.map(({ section }) => section))];
  const { score: total, ...counts } = sum(judged);
  return {
    total,
    ...counts,
    sections: sections.map((section) => ({
      section,
      ...sum(judged.filter((one) => one.question.section === section)),
    })),
    openMusts: judged.filter(({ openBecause }) => openBecause !== null).map(({ key }) => key),
    expired: judged.filter(({ standing }) => standing === "expired").map(({ key }) => key),
  };
}

/** The musts that still stand in the way of an approval: open, and borne by no exception that lasts beyond `now`. */
export function findUnborneMusts(
  { openMusts }: Pick<ChecklistScore, "openMusts">,
  exceptions: readonly { key: string; endsAt: number }[],
  now: number,
): string[] {
  return openMusts.filter((key) => !exceptions.some((one) => one.key === key && one.endsAt > now));
}
