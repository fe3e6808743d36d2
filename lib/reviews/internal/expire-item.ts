import { reader } from "@/lib/db/reader";
import { reviewCan } from "@/lib/kernel/review-state";
import { tellPeople } from "@/lib/notices/tell-people";
import { tellWebhooks } from "@/lib/notices/tell-webhooks";
import type { ClockStep } from "./clock-step";
import { lockWaitingItem } from "./lock-waiting-item";

/** The end of an item's time without a decision. To the agent it counts as rejected; nothing is ever approved by a clock. */
export const expireItem: ClockStep = {
  name: "expire_item",
  listDue: async (now, afterId, take) => {
    const rows = await reader().heldItem.findMany({
      where: { state: { in: ["open", "claimed"] }, dueAt: { lte: now }, id: { gt: afterId } },
      select: { id: true },
      orderBy: { id: "asc" },
      take,
    });
    return rows.map(({ id }) => id);
  },
  settle: async (tx, now, id) => {
    const item = await lockWaitingItem(tx, id);
    if (item === null || item.dueAt > now) return null;
    const permit = reviewCan("expire", item.state);
    if (!permit.ok) return null;
    const freed = { claimedById: null, claimExpiresAt: null, remindAt: null, escalateAt: null };
    const data = { state: permit.to, endedAt: now, revision: { increment: 1 }, ...freed };
    await tx.heldItem.update({ where: { id }, data, select: { id: true } });
    const about = { itemId: id, agentId: item.agentId };
    await tellWebhooks(tx, now, { topic: "hold_expired", ...about, data: { state: permit.to, cause: "not_decided" } });
    await tellPeople(tx, now, { topic: "item_expired", itemId: id, personIds: [item.ownerId, item.sponsorId] });
    return [{ action: "held_item.expired", ...about, cause: "not_decided" }];
  },
};
