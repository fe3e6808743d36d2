import { reader } from "@/lib/db/reader";
import { reviewCan } from "@/lib/kernel/review-state";
import { raiseAlert } from "@/lib/notices/raise-alert";
import { tellPeople } from "@/lib/notices/tell-people";
import { tellWebhooks } from "@/lib/notices/tell-webhooks";
import type { ClockStep } from "./clock-step";
import { lockLateRelease } from "./lock-late-release";

/** An approval that the agent never used: it ends, and somebody must find out why. */
export const expireRelease: ClockStep = {
  name: "expire_release",
  listDue: async (now, afterId, take) => {
    const rows = await reader().release.findMany({
      where: { state: "issued", expiresAt: { lte: now }, id: { gt: afterId } },
      select: { id: true },
      orderBy: { id: "asc" },
      take,
    });
    return rows.map(({ id }) => id);
  },
  settle: async (tx, now, id) => {
    const release = await lockLateRelease(tx, id);
    if (release === null || release.state !== "issued" || release.expiresAt > now) return null;
    const { itemId, agentId, concerned } = release;
    const permit = reviewCan("expire", release.itemState);
    if (!permit.ok) return null;
    await tx.release.update({ where: { id }, data: { state: "expired" }, select: { id: true } });
    const data = { state: permit.to, endedAt: now, revision: { increment: 1 } };
    await tx.heldItem.update({ where: { id: itemId }, data, select: { id: true } });
    const about = { itemId, agentId };
    await tellWebhooks(tx, now, { topic: "release_expired", ...about, data: { releaseId: id, state: permit.to } });
    await tellPeople(tx, now, { topic: "release_not_executed", itemId, personIds: concerned });
    const alert = await raiseAlert(tx, now, { topic: "release_not_executed", ...about });
    const expired = { action: "held_item.expired", ...about, cause: "not_redeemed" } as const;
    return alert === null ? [expired] : [expired, alert];
  },
};
