import type { ChecklistScore } from "@/lib/kernel/score-checklist";

/** A score as the columns that hold it. */
export function toScoreFields(score: ChecklistScore) {
  return {
    score: { ...score, sections: score.sections.map((one) => ({ ...one })) },
    scoreTotal: score.total,
    openMusts: score.openMusts.length,
  };
}
