import { randomBytes } from "node:crypto";
import type { Transaction } from "@/lib/db/client";
import { TRIAGE_KINDS, type TriageKind } from "@/lib/kernel/triage-kinds";
import { type Proposal, sealPayload, toPayloadDigest } from "@/lib/reviews/release-payload";
import { newId } from "@/lib/runtime/new-id";
import { judgeEdit, type JudgedEdit } from "./judge-edit";
import type { LockedItem } from "./lock-held-item";
import { readFindings } from "./read-findings";

const NONCE_BYTES = 16;

type Edit = {
  edited: Proposal;
  authorId: string;
  now: Date;
  /** The kinds that its author reviews. */
  reviews: readonly TriageKind[];
};

function toColumns({ findings, ...rest }: JudgedEdit) {
  // Plain JSON for the column: what it was parsed from.
  return { ...rest, findings: JSON.parse(JSON.stringify(findings)) };
}

/**
 * Stores an edit as the newest wording of an item, judged by policy again, and returns the item as it is then; or the kind that the edit
 * adds and its author does not review, and nothing is stored.
 */
export async function addProposal(
  tx: Transaction,
  item: LockedItem,
  { edited, authorId, now, reviews }: Edit,
): Promise<LockedItem | { missing: TriageKind }> {
  const judged = await judgeEdit(item, readFindings(item.findings), edited);
  const missing = TRIAGE_KINDS.find((kind) => judged.kinds.includes(kind) && !reviews.includes(kind));
  if (missing !== undefined) return { missing };
  const id = newId(now);
  const payload = { ...edited, nonce: randomBytes(NONCE_BYTES).toString("base64url") };
  const proposal = {
    id,
    number: (item.proposal?.number ?? 0) + 1,
    authorId,
    digest: toPayloadDigest(payload),
    payloadSealed: sealPayload(payload, id),
  };
  await tx.proposal.create({ data: { ...proposal, itemId: item.id, createdAt: now } });
  await tx.heldItem.update({ where: { id: item.id }, data: toColumns(judged) });
  const { kind, kinds, risk, approvalsNeeded } = judged;
  return { ...item, kind, kinds, risk, approvalsNeeded, proposal };
}
