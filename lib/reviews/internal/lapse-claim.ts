import { reader } from "@/lib/db/reader";
import type { ClockStep } from "./clock-step";
import { lockWaitingItem } from "./lock-waiting-item";

/** A claim whose reviewer gave no sign for too long: the item waits for anybody again. */
export const lapseClaim: ClockStep = {
  name: "lapse_claim",
  listDue: async (now, afterId, take) => {
    const rows = await reader().heldItem.findMany({
      where: { state: "claimed", claimExpiresAt: { lte: now }, id: { gt: afterId } },
      select: { id: true },
      orderBy: { id: "asc" },
      take,
    });
    return rows.map(({ id }) => id);
  },
  settle: async (tx, now, id) => {
    const item = await lockWaitingItem(tx, id);
    if (item === null || item.state !== "claimed" || item.claimExpiresAt === null || item.claimExpiresAt > now)
      return null;
    const data = { state: "open", claimedById: null, claimExpiresAt: null } as const;
    await tx.heldItem.update({ where: { id }, data, select: { id: true } });
    return [{ action: "held_item.let_go", itemId: id, agentId: item.agentId, cause: "lapsed" }];
  },
};
