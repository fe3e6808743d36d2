import type { FieldOutcome } from "@/lib/kernel/access";
import { explainReason, type ReasonCode } from "@/lib/kernel/reasons";
import { type FieldTreatment, type Outcome, toOutcome } from "@/lib/kernel/vocabulary";

export type FieldAnswer = { outcome: Outcome; treatment: FieldTreatment; reason: ReasonCode; sentence?: string };

/** What became of each field, by its name; the sentence says why, where it is not simply clear. */
export function toFieldAnswers(outcomes: readonly FieldOutcome[]): { readonly [field: string]: FieldAnswer } {
  return Object.fromEntries(
    outcomes.map(({ field, treatment, reason }) => {
      const answer = { outcome: toOutcome(treatment), treatment, reason };
      return [field, reason === "granted" ? answer : { ...answer, sentence: explainReason(reason, field).sentence }];
    }),
  );
}
