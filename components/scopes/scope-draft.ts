import type { Operator, RowBoundCondition } from "@/lib/kernel/row-condition";
import type { Category } from "@/lib/kernel/vocabulary";

/** A field as the editor needs it. */
export type DraftField = { name: string; dataType: string; category: Category; isNew: boolean };

/** A condition while it is written: values as typed; `in` separates them by commas. */
export type DraftCondition = {
  key: string;
  field: string;
  op: Operator;
  text: string;
  /** The value is the case's customer. */
  isCaseSubject: boolean;
};

export function takesValue(op: Operator): boolean {
  return op !== "is_null" && op !== "is_not_null";
}

/** The typed text as the literal that the field's type wants: the server checks it against the type. */
function toLiteral(text: string, dataType: string): string | boolean {
  const trimmed = text.trim();
  if (dataType !== "boolean" || (trimmed !== "true" && trimmed !== "false")) return trimmed;
  return trimmed === "true";
}

/** A condition as the server reads it, or null while it has no value yet. */
function toCondition(draft: DraftCondition, dataType: string): RowBoundCondition | null {
  const { field, op, text } = draft;
  if (op === "is_null" || op === "is_not_null") return { field, op };
  if (op === "eq" && draft.isCaseSubject) return { field, op, value: { ref: "case.subject" } };
  if (text.trim() === "") return null;
  if (op !== "in") return { field, op, value: toLiteral(text, dataType) };
  const parts = text.split(",").map((part) => part.trim());
  return { field, op, value: parts.filter((part) => part !== "").map((part) => toLiteral(part, dataType)) };
}

function typeOf(draft: DraftCondition, fields: readonly DraftField[]): string {
  return fields.find((field) => field.name === draft.field)?.dataType ?? "";
}

/** What the drafts say; one without a value yet says nothing. */
export function toRowBound(drafts: readonly DraftCondition[], fields: readonly DraftField[]): RowBoundCondition[] {
  return drafts.flatMap((draft) => toCondition(draft, typeOf(draft, fields)) ?? []);
}

/** Which condition has no value yet, from 1, or null: a scope is not saved without it, because it would be wider than it looks. */
export function findIncomplete(drafts: readonly DraftCondition[], fields: readonly DraftField[]): number | null {
  const index = drafts.findIndex((draft) => toCondition(draft, typeOf(draft, fields)) === null);
  return index === -1 ? null : index + 1;
}

export function toDrafts(bound: readonly RowBoundCondition[]): DraftCondition[] {
  return bound.map((condition, index) => {
    const value = "value" in condition ? condition.value : "";
    const isCaseSubject = typeof value === "object" && "ref" in value;
    const text = isCaseSubject ? "" : Array.isArray(value) ? value.join(", ") : String(value);
    return { key: `stored-${index}`, field: condition.field, op: condition.op, text, isCaseSubject };
  });
}
