import type { HeldItemId, SubmissionId } from "@/lib/kernel/ids";
import type { TriageFinding, TriageKind, TriageReasonCode } from "@/lib/kernel/triage-kinds";

export type HoldReason = { kind: TriageKind; code: TriageReasonCode; sentence: string };

/** The decision's id and the submission's are the same: the event of that id explains it. */
export type ProceedAnswer = { outcome: "proceed"; submissionId: SubmissionId; decisionId: string };
export type HeldAnswer = {
  outcome: "held";
  holdId: HeldItemId;
  /** The gravest of `kinds`. */
  kind: TriageKind;
  kinds: readonly TriageKind[];
  reasons: readonly HoldReason[];
  /** ISO 8601: nobody decided by then, and it is rejected. */
  dueAt: string;
  decisionId: string;
};
export type SubmissionAnswer = ProceedAnswer | HeldAnswer;

type Stored = {
  id: string;
  findings: readonly TriageFinding[];
  heldItem: { id: string; kind: TriageKind; kinds: readonly TriageKind[]; dueAt: Date } | null;
};

/** A reason that several words or rules gave is told once. */
function toReasons(findings: readonly TriageFinding[]): HoldReason[] {
  const told = new Map<string, HoldReason>();
  for (const { kind, reasons } of findings) {
    for (const { code, sentence } of reasons) told.set(`${kind} ${code} ${sentence}`, { kind, code, sentence });
  }
  return [...told.values()];
}

/** The answer to a submission, the same when it is made from the rows later. */
export function toSubmissionAnswer({ id, findings, heldItem }: Stored): SubmissionAnswer {
  if (heldItem === null) return { outcome: "proceed", submissionId: id as SubmissionId, decisionId: id };
  const { kind, kinds, dueAt } = heldItem;
  return {
    outcome: "held",
    holdId: heldItem.id as HeldItemId,
    kind,
    kinds,
    reasons: toReasons(findings),
    dueAt: dueAt.toISOString(),
    decisionId: id,
  };
}
