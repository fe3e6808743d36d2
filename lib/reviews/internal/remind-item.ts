import { reader } from "@/lib/db/reader";
import { tellPeople } from "@/lib/notices/tell-people";
import { tellWebhooks } from "@/lib/notices/tell-webhooks";
import type { ClockStep } from "./clock-step";
import { listDeciders } from "./list-deciders";
import { lockWaitingItem } from "./lock-waiting-item";

/** Once, before the end: tells whoever has claimed the item, or everybody who may decide it. */
export const remindItem: ClockStep = {
  name: "remind_item",
  listDue: async (now, afterId, take) => {
    const rows = await reader().heldItem.findMany({
      where: { state: { in: ["open", "claimed"] }, remindAt: { lte: now }, dueAt: { gt: now }, id: { gt: afterId } },
      select: { id: true },
      orderBy: { id: "asc" },
      take,
    });
    return rows.map(({ id }) => id);
  },
  settle: async (tx, now, id) => {
    const item = await lockWaitingItem(tx, id);
    if (item === null || item.dueAt <= now || item.remindAt === null || item.remindAt > now) return null;
    await tx.heldItem.update({ where: { id }, data: { remindAt: null }, select: { id: true } });
    const { agentId, kind, claimedById } = item;
    const personIds = claimedById === null ? await listDeciders(tx, item) : [claimedById];
    await tellPeople(tx, now, { topic: "item_due_soon", itemId: id, personIds });
    const dueAt = item.dueAt.toISOString();
    await tellWebhooks(tx, now, { topic: "item_due_soon", agentId, itemId: id, data: { kind, dueAt } });
    return [{ action: "held_item.reminded", itemId: id, agentId, dueAt }];
  },
};
