import type { CaseClaim, ColumnPolicy, DatasetPolicy, JoinedScopes } from "./access";
import type { ReasonCode } from "./reasons";
import { refersToCase, type RowCondition } from "./row-condition";

const NO_CONDITIONS: readonly RowCondition[] = [];

/** Why a case that was sent does not count, whatever the scopes say; null for none, or a good one. */
export function findCaseObstacle(claim: CaseClaim | "unknown" | null, agentId: string, now: number): ReasonCode | null {
  if (claim === null) return null;
  if (claim === "unknown") return "case_unknown";
  if (claim.agentId !== agentId) return "case_foreign";
  if (claim.isClosed) return "case_closed";
  return claim.expiresAt <= now ? "case_expired" : null;
}

function isAbout(field: string, columns: ReadonlyMap<string, ColumnPolicy>, { tokenDomain }: CaseClaim): boolean {
  const column = columns.get(field);
  return column !== undefined && column.isUsable && column.tokenDomain === tokenDomain;
}

/**
 * The rows that a request may get: the scopes' own bound, and within a case the dataset's subject key bound to its customer wherever the
 * catalogue links them, whether or not a scope wants it. A reason where the case is missing, or cannot be tied to these rows.
 */
export function bindCase(
  { rowBound, needsCase }: JoinedScopes,
  { columns, subjectKey }: DatasetPolicy,
  claim: CaseClaim | "unknown" | null,
): readonly RowCondition[] | ReasonCode {
  if (claim === "unknown") return "case_unknown";
  if (claim === null && needsCase) return "case_required";
  if (claim === null && rowBound.length === 0) return NO_CONDITIONS;
  const conditions: RowCondition[] = [];
  const bound = new Set<string>();
  if (claim !== null && subjectKey !== null && isAbout(subjectKey, columns, claim)) bound.add(subjectKey);
  for (const condition of rowBound) {
    if (!refersToCase(condition)) conditions.push(condition);
    else if (claim === null) return "case_required";
    else if (!isAbout(condition.field, columns, claim)) return "case_unlinked";
    else bound.add(condition.field);
  }
  if (needsCase && bound.size === 0) return "case_unlinked";
  for (const field of bound) conditions.push({ field, op: "eq", value: claim?.subject ?? "" });
  return conditions;
}
