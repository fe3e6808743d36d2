import type { AgentId, HeldItemId, PersonId, ReviewQueueId } from "@/lib/kernel/ids";
import type { TriageKind } from "@/lib/kernel/triage-kinds";
import type { Channel, HoldRisk, HoldState, ReviewVerdict } from "@/lib/kernel/vocabulary";

export type HeldItemRow = {
  id: HeldItemId;
  kind: TriageKind;
  kinds: readonly TriageKind[];
  risk: HoldRisk;
  state: HoldState;
  agent: { id: AgentId; name: string };
  queue: { id: ReviewQueueId; name: string };
  channel: Channel;
  language: string | null;
  actionKind: string | null;
  amount: string | null;
  currency: string | null;
  dueAt: Date;
  createdAt: Date;
  claimedBy: { id: PersonId; name: string; until: Date } | null;
  approvals: number;
  approvalsNeeded: number;
  verdict: ReviewVerdict | null;
  decidedBy: { id: PersonId; name: string } | null;
  decidedAt: Date | null;
  /** Why the viewer may not decide it, or null. */
  obstacle: string | null;
};

export type HeldItemPage = {
  rows: HeldItemRow[];
  next: string | null;
  previous: string | null;
  /** Counts to 1,000 and says more. */
  waiting: { count: number; isMore: boolean };
};
