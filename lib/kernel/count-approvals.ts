import { findAmounts, isAtLeast, readDecimal, type TriageAmount } from "./triage-amounts";
import type { TriageReasonCode } from "./triage-kinds";
import { readText } from "./triage-reading";

/** From this amount on two different people approve. */
export type TwoPersonLimit = { readonly amount: string; readonly currency: string };

export type ApprovalFacts = {
  /** What the kinds of the item and the agent's own policy ask for. */
  readonly least: readonly number[];
  readonly limit: TwoPersonLimit;
  /** The money that the action moves. */
  readonly moved: { readonly amount: string; readonly currency: string | null } | null;
  /** The reply, where there is one, and why triage held it. */
  readonly draft: string | null;
  readonly reasons: readonly TriageReasonCode[];
};

const TWO = 2;

/** An amount that cannot be compared counts as above the limit: unreadable, or of an unknown or another currency. */
function isAbove(
  { value, currency }: Pick<TriageAmount, "currency"> & { value: string },
  limit: TwoPersonLimit,
): boolean {
  const [moved, least] = [readDecimal(value), readDecimal(limit.amount)];
  if (moved === null || least === null || currency !== limit.currency) return true;
  return isAtLeast(moved, least);
}

/** How many different people must approve: the most that a kind, the agent's policy or the money asks for, and one at least. */
export function countApprovals({ least, limit, moved, draft, reasons }: ApprovalFacts): number {
  const asked = Math.max(1, ...least);
  if (moved !== null && isAbove({ value: moved.amount, currency: moved.currency }, limit)) return Math.max(TWO, asked);
  if (draft === null || !reasons.includes("draft_money")) return asked;
  const promised = findAmounts(readText(draft).tokens, draft);
  return promised.some((amount) => isAbove(amount, limit)) ? Math.max(TWO, asked) : asked;
}
