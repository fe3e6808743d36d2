import type { AuditEvent, OneOrMore } from "@/lib/audit/event";
import type { Transaction } from "@/lib/db/client";
import type { Situation } from "./decide-held-item";

const MINUTE_MS = 60_000;

/** Gives the item to the reviewer; a claim of somebody else's that is still written down has run out. */
export async function claimItem(
  tx: Transaction,
  { item, reviewer, now }: Situation,
): Promise<{ until: Date; events: OneOrMore<AuditEvent> }> {
  const { claimMinutes } = await tx.reviewSetting.findUniqueOrThrow({
    where: { id: 1 },
    select: { claimMinutes: true },
  });
  const until = new Date(now.getTime() + claimMinutes * MINUTE_MS);
  await tx.heldItem.update({
    where: { id: item.id },
    data: { state: "claimed", claimedById: reviewer.personId, claimExpiresAt: until },
  });
  const about = { itemId: item.id, agentId: item.agentId };
  const claimed = { action: "held_item.claimed", ...about, until: until.toISOString() } as const;
  const isTakenFromAnother = item.claimedById !== null && item.claimedById !== reviewer.personId;
  return {
    until,
    events: isTakenFromAnother ? [{ action: "held_item.let_go", ...about, cause: "lapsed" }, claimed] : [claimed],
  };
}
