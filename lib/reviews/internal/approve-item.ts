import type { AuditEvent } from "@/lib/audit/event";
import type { Transaction } from "@/lib/db/client";
import type { ReleaseId } from "@/lib/kernel/ids";
import type { TriageKind } from "@/lib/kernel/triage-kinds";
import type { Proposal } from "@/lib/reviews/release-payload";
import { tellPeople } from "@/lib/notices/tell-people";
import { newId } from "@/lib/runtime/new-id";
import { addProposal } from "./add-proposal";
import { type Decided, refuse, type Situation } from "./decide-held-item";
import { isSameProposal } from "./is-same-proposal";
import { findApproveRefusal } from "./find-approve-refusal";
import { issueRelease } from "./issue-release";
import { listDeciders } from "./list-deciders";
import { type LockedItem, toApprovers, toReviewedItem } from "./lock-held-item";

export type Approved =
  /** Enough people approved: the agent can redeem it until then. */
  | { state: "released"; releaseId: ReleaseId; digest: string; expiresAt: Date }
  /** It waits for another person. */
  | { state: "open"; digest: string; approvals: number; approvalsNeeded: number };

type Approval = { /** As the reviewer left it; null: as it is. */ edited: Proposal | null; isBulk: boolean };

const KIND_WORDS: Readonly<Record<TriageKind, string>> = {
  legal_issue: "a legal issue",
  payment_dispute: "a payment dispute",
  complaint: "a complaint",
  unusual_request: "an unusual request",
};

/** The item after the edit, or why the edit is not taken. */
async function applyEdit(
  tx: Transaction,
  { item, reviewer, now }: Situation,
  edited: Proposal | null,
): Promise<LockedItem | Decided<never>> {
  if (edited === null) return item;
  const added = await addProposal(tx, item, { edited, authorId: reviewer.personId, now, reviews: reviewer.kinds });
  if (!("missing" in added)) return added;
  return refuse(
    "edit_adds_kind",
    `edited: your edit makes it ${KIND_WORDS[added.missing]} too, which you do not review: change it, or hand it over.`,
    "not_permitted",
  );
}

async function addApproval(tx: Transaction, item: LockedItem, digest: string, situation: Situation): Promise<string[]> {
  const { reviewer, now } = situation;
  await tx.approval.create({
    data: { id: newId(now), itemId: item.id, personId: reviewer.personId, digest, createdAt: now },
  });
  return [...toApprovers(item), reviewer.personId];
}

async function waitForAnother(
  tx: Transaction,
  item: LockedItem,
  approvers: readonly string[],
  now: Date,
): Promise<void> {
  await tx.heldItem.update({
    where: { id: item.id },
    data: { state: "open", claimedById: null, claimExpiresAt: null, revision: { increment: 1 } },
  });
  const personIds = await listDeciders(tx, toReviewedItem(item), approvers);
  await tellPeople(tx, now, { topic: "item_waiting", itemId: item.id, personIds });
}

/** An edit that changed nothing is an approval of what is there. */
function toChange({ item }: Situation, edited: Proposal | null): Proposal | null {
  if (edited === null || item.proposal === null || isSameProposal(item.proposal, edited)) return null;
  return edited;
}

/** One person's approval of the newest wording, or of their own edit of it; with enough different people's, the release. */
export async function approveItem(
  tx: Transaction,
  situation: Situation,
  { edited, isBulk }: Approval,
): Promise<Decided<Approved>> {
  const { now } = situation;
  const change = toChange(situation, edited);
  const { proposal: before, agent } = situation.item;
  const facts = { proposal: before, agentState: agent.state, approvers: toApprovers(situation.item) };
  const refusal = findApproveRefusal(facts, situation.reviewer.personId, change !== null);
  if (refusal !== null) return { done: false, refusal };
  const item = await applyEdit(tx, situation, change);
  if ("done" in item) return item;
  const { proposal, approvalsNeeded: needed } = item;
  if (proposal === null) throw new Error("what was approved is not there");
  const { digest } = proposal;
  const approvers = await addApproval(tx, item, digest, situation);
  const about = { itemId: item.id, agentId: item.agentId };
  const approved: AuditEvent = {
    action: "held_item.approved",
    ...about,
    digest,
    isEdited: change !== null,
    approvals: approvers.length,
    needed,
    isBulk,
  };
  if (approvers.length < needed) {
    await waitForAnother(tx, item, approvers, now);
    const result: Approved = { state: "open", digest, approvals: approvers.length, approvalsNeeded: needed };
    return { done: true, result, events: [approved] };
  }
  const { releaseId, expiresAt } = await issueRelease(tx, item, proposal, situation);
  return {
    done: true,
    result: { state: "released", releaseId, digest, expiresAt },
    events: [approved, { action: "release.issued", ...about, releaseId, digest, expiresAt: expiresAt.toISOString() }],
  };
}
