import { LARGE_ROWS, LATE_DAYS, type ScopeFinding, SOONER_DAYS, UNUSED_DAYS } from "@/lib/kernel/find-scope-findings";

/** A finding as a sentence. */
export function toFindingWords({ kind, fields }: ScopeFinding): string {
  const names = fields.join(", ");
  switch (kind) {
    case "never_used":
      return "It was never used.";
    case "unused":
      return `It was not used for ${UNUSED_DAYS} days.`;
    case "fields_never_used":
      return `Never asked for: ${names}.`;
    case "fields_unused":
      return `Not asked for in ${UNUSED_DAYS} days: ${names}.`;
    case "sensitive_in_clear":
      return `Sensitive and in clear: ${names}.`;
    case "ends_late":
      return `It ends in more than ${LATE_DAYS} days.`;
    case "unbounded":
      return `It reaches every row of a dataset of ${LARGE_ROWS.toLocaleString("en")} rows or more.`;
    default:
      return `No similar agent is granted this, or not so openly: ${names}.`;
  }
}

/** What one click does about it. */
export function toNarrowingWords({ narrowing }: ScopeFinding): string {
  switch (narrowing?.kind) {
    case "end":
      return "End the scope";
    case "take":
      return narrowing.fields.length === 1 ? "Take the field away" : `Take ${narrowing.fields.length} fields away`;
    case "treat":
      return "Show it treated";
    case "sooner":
      return `End it in ${SOONER_DAYS} days`;
    default:
      return "Change the scope";
  }
}
