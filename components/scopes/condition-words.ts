import { type Operator, refersToCase, type RowBoundCondition } from "@/lib/kernel/row-condition";

/** An operator as it stands between a field and a value. */
export const OPERATOR_WORDS: Record<Operator, string> = {
  eq: "is",
  ne: "is not",
  lt: "is less than",
  lte: "is at most",
  gt: "is more than",
  gte: "is at least",
  in: "is one of",
  prefix: "begins with",
  is_null: "is empty",
  is_not_null: "is not empty",
};

/** A row bound's condition as people say it: "country is one of DE, AT". */
export function toConditionWords(condition: RowBoundCondition): string {
  const { field, op } = condition;
  if (refersToCase(condition)) return `${field} is the case's customer`;
  if (!("value" in condition)) return `${field} ${OPERATOR_WORDS[op]}`;
  const { value } = condition;
  return `${field} ${OPERATOR_WORDS[op]} ${Array.isArray(value) ? value.join(", ") : String(value)}`;
}
