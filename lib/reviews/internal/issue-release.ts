import type { Transaction } from "@/lib/db/client";
import type { ReleaseId } from "@/lib/kernel/ids";
import { tellWebhooks } from "@/lib/notices/tell-webhooks";
import { newId } from "@/lib/runtime/new-id";
import type { Situation } from "./decide-held-item";
import type { LockedItem } from "./lock-held-item";

const MINUTE_MS = 60_000;

type Issued = { releaseId: ReleaseId; expiresAt: Date };

/** Gives the agent its one permission to do exactly what was approved, and tells it. */
export async function issueRelease(
  tx: Transaction,
  item: LockedItem,
  proposal: { id: string; digest: string; authorId: string | null },
  { reviewer, now }: Situation,
): Promise<Issued> {
  const { id: proposalId, digest } = proposal;
  const { releaseMinutes } = await tx.reviewSetting.findUniqueOrThrow({
    where: { id: 1 },
    select: { releaseMinutes: true },
  });
  const releaseId = newId(now) as ReleaseId;
  const expiresAt = new Date(now.getTime() + releaseMinutes * MINUTE_MS);
  const verdict = proposal.authorId === null ? "approved" : "edited";
  await tx.release.create({
    data: { id: releaseId, itemId: item.id, proposalId, agentId: item.agentId, digest, issuedAt: now, expiresAt },
  });
  await tx.heldItem.update({
    where: { id: item.id },
    data: {
      state: "released",
      verdict,
      decidedById: reviewer.personId,
      decidedAt: now,
      claimedById: null,
      claimExpiresAt: null,
      remindAt: null,
      escalateAt: null,
      revision: { increment: 1 },
    },
  });
  const about = { agentId: item.agentId, itemId: item.id };
  const release = { releaseId, digest, expiresAt: expiresAt.toISOString() };
  await tellWebhooks(tx, now, { topic: "hold_decided", ...about, data: { verdict, releaseId, digest } });
  await tellWebhooks(tx, now, { topic: "release_issued", ...about, data: release });
  return { releaseId, expiresAt };
}
