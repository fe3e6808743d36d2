/** How a field may be compared. `prefix` is case-sensitive text; `in` takes up to 100 values. */
export const OPERATORS = ["eq", "ne", "lt", "lte", "gt", "gte", "in", "prefix", "is_null", "is_not_null"] as const;
export type Operator = (typeof OPERATORS)[number];

/** A literal as JSON writes it; numbers beyond 2^53 come as strings. */
export type Literal = string | number | boolean;

export type Comparison =
  | { op: "is_null" | "is_not_null" }
  | { op: "in"; value: readonly Literal[] }
  | { op: Exclude<Operator, "in" | "is_null" | "is_not_null">; value: Literal };

/** One typed condition on a field. Conditions are joined by AND. */
export type RowCondition = { field: string } & Comparison;

/** A condition of a scope's row bound: it may name the case's customer instead of a literal. */
export type RowBoundCondition = RowCondition | { field: string; op: "eq"; value: { ref: "case.subject" } };

export function refersToCase(
  condition: RowBoundCondition,
): condition is { field: string; op: "eq"; value: { ref: "case.subject" } } {
  return "value" in condition && typeof condition.value === "object" && "ref" in condition.value;
}
