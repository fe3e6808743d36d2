import { z } from "zod";
import { reader } from "@/lib/db/reader";
import { raiseAlert } from "@/lib/notices/raise-alert";
import { tellPeople } from "@/lib/notices/tell-people";
import type { ClockStep } from "./clock-step";
import { lockLateRelease } from "./lock-late-release";

const Ids = z.array(z.object({ id: z.string() }));

/** A release that was used without a word about how it went: an alert, once. It stays redeemed, and can still be reported. */
export const missOutcome: ClockStep = {
  name: "miss_outcome",
  listDue: async (now, afterId, limit) => {
    const rows = await reader().$queryRaw`
      SELECT r.id::text FROM release r
      WHERE r.state = 'redeemed' AND r.outcome_due_at <= ${now} AND r.id > ${afterId}::uuid
        AND NOT EXISTS (SELECT 1 FROM alert l WHERE l.topic = 'release_not_reported' AND l.item_id = r.item_id)
      ORDER BY r.id LIMIT ${limit}`;
    return Ids.parse(rows).map(({ id }) => id);
  },
  settle: async (tx, now, id) => {
    const release = await lockLateRelease(tx, id);
    if (release === null || release.state !== "redeemed") return null;
    if (release.outcomeDueAt === null || release.outcomeDueAt > now) return null;
    const { itemId, agentId, concerned } = release;
    const topic = "release_not_reported";
    // One that somebody closed is not opened again: they know.
    if ((await tx.alert.count({ where: { topic, itemId } })) > 0) return null;
    const alert = await raiseAlert(tx, now, { topic, agentId, itemId });
    if (alert === null) return null;
    await tellPeople(tx, now, { topic: "release_not_executed", itemId, personIds: concerned });
    return [alert];
  },
};
