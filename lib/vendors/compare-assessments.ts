import { z } from "zod";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { parseInput } from "@/lib/runtime/parse-input";
import { type AnsweredQuestion, type AssessmentDetail, getAssessment } from "./get-assessment";
import { AssessmentIdInput } from "./vendor-input";

export const CompareAssessmentsInput = z.object({ leftId: AssessmentIdInput, rightId: AssessmentIdInput });
export type CompareAssessmentsInput = z.input<typeof CompareAssessmentsInput>;

/** Null on the side whose checklist does not ask it. */
export type ComparedQuestion = {
  key: string;
  text: string;
  section: string;
  left: AnsweredQuestion | null;
  right: AnsweredQuestion | null;
  isDifferent: boolean;
};

export type AssessmentComparison = {
  left: AssessmentDetail;
  right: AssessmentDetail;
  sections: { section: string; title: string; left: number | null; right: number | null }[];
  questions: ComparedQuestion[];
};

function toFacts(one: AnsweredQuestion | null): string {
  return JSON.stringify([
    one?.answer?.value ?? null,
    one?.answer?.strength ?? "not_stated",
    one?.judged.standing ?? null,
  ]);
}

/** Two assessments side by side: of two vendors, or of one at two dates. Questions are matched by their keys. */
export async function compareAssessments(
  ctx: RequestContext,
  input: CompareAssessmentsInput,
): Promise<AssessmentComparison> {
  authorize(ctx, "vendor:read");
  const { leftId, rightId } = parseInput(CompareAssessmentsInput, input);
  const [left, right] = await Promise.all([getAssessment(ctx, leftId), getAssessment(ctx, rightId)]);
  const find = (side: AssessmentDetail, key: string) => side.questions.find((one) => one.question.key === key) ?? null;
  const scoreOf = (side: AssessmentDetail, section: string) =>
    side.score.sections.find((one) => one.section === section)?.score ?? null;
  const asked = new Map([...right.questions, ...left.questions].map(({ question }) => [question.key, question]));
  const titles = new Map([...right.sections, ...left.sections].map(({ key, title }) => [key, title]));
  return {
    left,
    right,
    sections: [...titles].map(([section, title]) => {
      return { section, title, left: scoreOf(left, section), right: scoreOf(right, section) };
    }),
    questions: [...asked.values()].map(({ key, text, section }) => {
      const sides = { left: find(left, key), right: find(right, key) };
      return { key, text, section, ...sides, isDifferent: toFacts(sides.left) !== toFacts(sides.right) };
    }),
  };
}
