import { formWords, formCategories } from "@/app/(console)/vendors/vendor-form-input";
import { formText } from "@/app/form-text";
import type { AssessmentOutcome, Sensitivity } from "@/lib/kernel/vendor-vocabulary";
import type { DecideAssessmentInput } from "@/lib/vendors/decision-input";

const orNull = <Item>(items: Item[]): Item[] | null => (items.length === 0 ? null : items);

/** The form of a decision as the verb takes it. The last day is valid until it is over. */
export function toDecision(form: FormData): DecideAssessmentInput {
  const outcome = formText(form, "outcome") as AssessmentOutcome;
  const day = formText(form, "validUntil");
  const common = {
    assessmentId: formText(form, "assessmentId"),
    answersDigest: formText(form, "answersDigest"),
    note: formText(form, "note"),
  };
  if (outcome === "rejected") return { outcome, ...common };
  const approval = {
    ...common,
    validUntil: day === "" ? undefined : new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000),
    graceDays: formText(form, "graceDays"),
  };
  if (outcome !== "approved_with_conditions") return { outcome, ...approval };
  return {
    outcome,
    ...approval,
    conditions: {
      highestSensitivity: (formText(form, "conditions.highestSensitivity") || null) as Sensitivity | null,
      categories: orNull(formCategories(form, "conditions.categories")),
      purposes: orNull(form.getAll("conditions.purposes").map(String)),
      regions: orNull(formWords(form, "conditions.regions")),
    },
  };
}
