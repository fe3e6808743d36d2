import type { TriageKind, TriageReasonCode } from "./triage-kinds";
import type { HoldRisk } from "./vocabulary";

export type RiskFacts = {
  readonly kinds: readonly TriageKind[];
  readonly reasons: readonly TriageReasonCode[];
  /** Null where the agent means to do nothing but ask. */
  readonly actionKind: string | null;
  readonly hasAmount: boolean;
  readonly approvalsNeeded: number;
};

/** Signs that somebody tries to get past the agent or past triage. */
const TRICKS: ReadonlySet<TriageReasonCode> = new Set([
  "binary",
  "prompt_like",
  "look_alike",
  "invisible",
  "spelled_apart",
  "hidden_markup",
]);

/** A draft that commits the company. */
const PROMISES: ReadonlySet<TriageReasonCode> = new Set(["draft_money", "draft_fault", "draft_advice"]);

/** How much can go wrong with one decision about it. Only low risk may be decided in bulk, so doubt is never low. */
export function assessRisk({ kinds, reasons, actionKind, hasAmount, approvalsNeeded }: RiskFacts): HoldRisk {
  const isTrick = reasons.some((reason) => TRICKS.has(reason));
  if (kinds.includes("legal_issue") || approvalsNeeded > 1 || isTrick) return "high";
  const isOnlyUnusual = kinds.every((kind) => kind === "unusual_request");
  const isOnlyReply = actionKind === null || actionKind === "reply";
  const isPromise = reasons.some((reason) => PROMISES.has(reason));
  return isOnlyUnusual && isOnlyReply && !hasAmount && !isPromise ? "low" : "medium";
}
