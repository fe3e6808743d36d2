import type { AssessmentState } from "@/lib/kernel/assessment-state";
import type { AnswerValue, Question, QuestionType } from "@/lib/kernel/checklist";
import type { AnswerStanding } from "@/lib/kernel/score-checklist";
import type {
  AssessmentOutcome,
  Criticality,
  LapseEffect,
  PolicyKind,
  Sensitivity,
  Strength,
} from "@/lib/kernel/vendor-vocabulary";

export const CRITICALITY_WORDS: Record<Criticality, string> = { low: "Low", medium: "Medium", high: "High" };

export const STRENGTH_WORDS: Record<Strength, { label: string; help: string }> = {
  contract: { label: "Contract", help: "It stands in the contract or the data-processing agreement." },
  certified: { label: "Certified", help: "An auditor said so: a certificate or a report." },
  documented: { label: "Documented", help: "The vendor has it written down; a link or a file shows it." },
  claimed: { label: "Claimed", help: "The vendor said so, and nothing shows it." },
  not_stated: { label: "Not stated", help: "Nobody said. This is never taken for a no." },
  refuted: { label: "Refuted", help: "It was said, and turned out to be wrong." },
};

export const STANDING_WORDS: Record<AnswerStanding, string> = {
  good: "Good",
  fair: "Fair",
  poor: "Poor",
  not_stated: "Not stated",
  refuted: "Refuted",
  rejected: "Rejected",
  expired: "Expired",
};

export const OUTCOME_WORDS: Record<AssessmentOutcome, string> = {
  approved: "Approved",
  approved_with_conditions: "Approved with conditions",
  rejected: "Rejected",
};

export const ASSESSMENT_STATE_WORDS: Record<AssessmentState, string> = {
  draft: "Being filled in",
  submitted: "Waits for a decision",
  decided: "In force",
  superseded: "Superseded",
  withdrawn: "Withdrawn",
};

export const LAPSE_WORDS: Record<LapseEffect, string> = {
  nothing: "Nothing",
  narrow: "Narrows to internal data",
  close: "Closes access",
};

export const POLICY_KIND_WORDS: Record<PolicyKind, string> = {
  policy: "Data policy",
  subprocessor_list: "List of subprocessors",
  terms: "Terms",
};

export const SENSITIVITY_WORDS: Record<Sensitivity, string> = {
  open: "Open",
  internal: "Internal",
  personal: "Personal",
  confidential: "Confidential",
  restricted: "Restricted",
};

export const QUESTION_TYPE_WORDS: Record<QuestionType, string> = {
  yes_no: "Yes, no or not stated",
  choice: "One of several",
  multiple: "Any of several",
  number: "Number",
  date: "Date",
  text: "Text",
  file: "File",
};

/** A day as people write it; the same for everybody, because it is a day and not a moment. */
export function toDayWords(day: Date): string {
  return day.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
}

/** A day as a date field holds it. */
export function toDayInput(day: Date | null): string {
  return day === null ? "" : day.toISOString().slice(0, 10);
}

/** An answer's value in words; null is "Not stated". */
export function toValueWords(
  { type, options, unit }: Pick<Question, "type" | "options" | "unit">,
  value: AnswerValue | null,
): string {
  if (value === null) return "Not stated";
  const labelOf = (one: string): string => options.find((option) => option.value === one)?.label ?? one;
  switch (type) {
    case "yes_no":
      return value === "yes" ? "Yes" : "No";
    case "choice":
      return labelOf(String(value));
    case "multiple":
      return Array.isArray(value) ? value.map(labelOf).join(", ") || "None of these" : String(value);
    case "number":
      return `${value} ${unit ?? ""}`.trim();
    case "date":
      return toDayWords(new Date(`${String(value)}T00:00:00Z`));
    case "file":
      return Array.isArray(value) ? `${value.length} ${value.length === 1 ? "file" : "files"}` : "1 file";
    case "text":
      return String(value);
  }
}
