import { toConditionWords } from "@/components/scopes/condition-words";
import type { Difference } from "@/components/ui/difference-list";
import { TreatmentMark } from "@/components/ui/outcome-mark";
import { ExactTime } from "@/components/ui/relative-time";
import { assertNever } from "@/lib/kernel/assert-never";
import { canonicalJson, type Json } from "@/lib/kernel/canonical-json";
import type { ScopeChange } from "@/lib/kernel/diff-scopes";
import type { RowBoundCondition } from "@/lib/kernel/row-condition";
import { RowBoundInput } from "@/lib/scopes/scope-input";

function conditionOf(json: Json): RowBoundCondition | null {
  const parsed = RowBoundInput.safeParse([json]);
  return parsed.success ? (parsed.data[0] ?? null) : null;
}

function sayCondition(json: Json): string {
  const condition = conditionOf(json);
  return condition === null ? canonicalJson(json) : toConditionWords(condition);
}

type Part = Omit<Difference, "direction">;

function toPart(change: ScopeChange): Part {
  const isAdded = change.direction === "widens";
  switch (change.part) {
    case "field":
      return {
        key: `field ${change.field}`,
        label: change.field,
        before: <TreatmentMark treatment={change.before} />,
        after: <TreatmentMark treatment={change.after} />,
      };
    case "purpose":
      return { key: `purpose ${change.purpose}`, label: "Purpose", [isAdded ? "after" : "before"]: change.purpose };
    case "row_bound": {
      const words = sayCondition(change.condition);
      return { key: `bound ${words}`, label: "Row bound", [isAdded ? "before" : "after"]: words };
    }
    case "requires_case":
      return {
        key: "case",
        label: "Only within a case",
        before: change.after ? "No" : "Yes",
        after: change.after ? "Yes" : "No",
      };
    case "rows_per_request":
      return { key: "rows", label: "Rows per request", before: change.before, after: change.after };
    case "rows_per_day":
    case "subjects_per_day":
      return {
        key: change.part,
        label: change.part === "rows_per_day" ? "Rows per day" : "Customers per day",
        before: change.before ?? "No cap",
        after: change.after ?? "No cap",
      };
    case "expires_at":
      return {
        key: "ends",
        label: "Ends",
        before: <ExactTime at={change.before} />,
        after: <ExactTime at={change.after} />,
      };
    default:
      return assertNever(change);
  }
}

/** A version's changes as a list of before and after, each with whether it lets more out. */
export function toDifferences(changes: readonly ScopeChange[]): Difference[] {
  return changes.map((change) => ({
    ...toPart(change),
    direction: change.direction === "widens" ? "wider" : "narrower",
  }));
}
