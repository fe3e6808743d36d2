import type { Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { DomainError } from "@/lib/kernel/domain-error";
import type { ReviewedItem } from "@/lib/kernel/find-reviewer-obstacle";
import type { AgentId, HeldItemId } from "@/lib/kernel/ids";

const SELECT = {
  id: true,
  agentId: true,
  origin: true,
  kind: true,
  kinds: true,
  risk: true,
  findings: true,
  channel: true,
  language: true,
  queueId: true,
  state: true,
  revision: true,
  claimedById: true,
  claimExpiresAt: true,
  approvalsNeeded: true,
  draftAuthorId: true,
  dueAt: true,
  contentSealed: true,
  isCorrected: true,
  correctedKinds: true,
  agent: { select: { name: true, state: true, ownerId: true, sponsorId: true } },
  claimedBy: { select: { name: true } },
  proposals: {
    orderBy: { number: "desc" },
    take: 1,
    select: { id: true, number: true, digest: true, authorId: true, payloadSealed: true },
  },
  approvals: { orderBy: { id: "asc" }, select: { personId: true, digest: true } },
} satisfies Prisma.HeldItemSelect;

type Row = Prisma.HeldItemGetPayload<{ select: typeof SELECT }>;

export type LockedItem = Omit<Row, "id" | "agentId" | "proposals"> & {
  id: HeldItemId;
  agentId: AgentId;
  /** The newest wording; null where the agent only asked for a person. */
  proposal: Row["proposals"][number] | null;
};

/** Locks an item, then its agent's registration, for the rest of the transaction. Throws `not_found`. */
export async function lockHeldItem(tx: Transaction, itemId: string): Promise<LockedItem> {
  await tx.$executeRaw`SELECT 1 FROM held_item WHERE id = ${itemId}::uuid FOR UPDATE`;
  await tx.$executeRaw`
    SELECT 1 FROM agent WHERE id = (SELECT agent_id FROM held_item WHERE id = ${itemId}::uuid) FOR SHARE`;
  const row = await tx.heldItem.findUnique({ where: { id: itemId }, select: SELECT });
  if (row === null) throw new DomainError("not_found", "There is no such held item.");
  const { proposals, id, agentId, ...rest } = row;
  return { ...rest, id: id as HeldItemId, agentId: agentId as AgentId, proposal: proposals[0] ?? null };
}

export function toReviewedItem({
  kinds,
  agent,
  draftAuthorId,
}: Pick<LockedItem, "kinds" | "draftAuthorId"> & { agent: { ownerId: string; sponsorId: string } }): ReviewedItem {
  return { kinds, ownerId: agent.ownerId, sponsorId: agent.sponsorId, draftAuthorId };
}

/** Who approved the newest wording. */
export function toApprovers({
  approvals,
  proposal,
}: {
  approvals: readonly { personId: string; digest: string }[];
  proposal: { digest: string } | null;
}): string[] {
  return approvals.filter(({ digest }) => digest === proposal?.digest).map(({ personId }) => personId);
}
