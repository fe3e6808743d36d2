import { DomainError } from "@/lib/kernel/domain-error";
import { TRIAGE_KINDS, type TriageFinding, type TriageKind } from "@/lib/kernel/triage-kinds";
import { HOLD_RISKS, type HoldRisk } from "@/lib/kernel/vocabulary";
import { unsealContent } from "@/lib/reviews/held-content";
import { type Proposal, toActionAmount, toActionKind } from "@/lib/reviews/release-payload";
import { judgeProposal } from "./judge-submission";
import { loadReviewPolicy } from "./load-review-policy";
import type { LockedItem } from "./lock-held-item";

/** What an item is after an edit: never held for less, nor by fewer people, than before. */
export type JudgedEdit = {
  kind: TriageKind;
  kinds: TriageKind[];
  risk: HoldRisk;
  approvalsNeeded: number;
  findings: TriageFinding[];
  actionKind: string | null;
  amount: string | null;
  currency: string | null;
};

/** What the edit adds. Where words of the new draft decided, they are not those of the agent's: nothing is marked. */
function toAddedFindings(item: LockedItem, findings: readonly TriageFinding[]): TriageFinding[] {
  return findings
    .filter(({ kind }) => !item.kinds.includes(kind))
    .map((finding) => ({ ...finding, reasons: finding.reasons.map((reason) => ({ ...reason, words: [] })) }));
}

/** Judges an edited proposal by the policy in force, as the agent's own was when it came. */
export async function judgeEdit(
  item: LockedItem,
  stored: readonly TriageFinding[],
  edited: Proposal,
): Promise<JudgedEdit> {
  const policy = await loadReviewPolicy(item.agentId);
  if (policy === null) throw new DomainError("not_found", "There is no such agent.");
  const { channel, language, origin } = item;
  const judged = judgeProposal(policy, {
    content: unsealContent(item.contentSealed, "held_item", item.id),
    channel,
    language,
    proposal: edited,
    asked: origin === "agent" ? { kind: item.kind } : null,
  });
  const kinds = TRIAGE_KINDS.filter((kind) => item.kinds.includes(kind) || judged.kinds.includes(kind));
  const risk = HOLD_RISKS.findLast((each) => each === item.risk || each === judged.risk) ?? item.risk;
  const moved = toActionAmount(edited.action);
  return {
    kind: kinds[0] ?? item.kind,
    kinds,
    risk,
    approvalsNeeded: Math.max(item.approvalsNeeded, judged.approvalsNeeded),
    findings: [...stored, ...toAddedFindings(item, judged.findings)],
    actionKind: toActionKind(edited.action),
    amount: moved?.amount ?? null,
    currency: moved?.currency ?? null,
  };
}
