import { commit } from "@/lib/audit/commit";
import { newSystemContext } from "@/lib/identity/new-context";
import { log } from "@/lib/runtime/log";
import { newId } from "@/lib/runtime/new-id";
import type { LogBroken } from "./log-broken";
import type { Queryable } from "./tree-store";

const OPEN = "SELECT 1 FROM log_alarm WHERE acknowledged_at IS NULL LIMIT 1";

/** Whether something was found wrong that nobody has acknowledged yet. */
export async function hasOpenAlarm(db: Queryable): Promise<boolean> {
  const { rowCount } = await db.query(OPEN);
  return rowCount !== 0;
}

/** Writes down what was found wrong, with its event, unless the same finding stands open already. */
export async function raiseAlarm({ kind, facts }: LogBroken): Promise<void> {
  const ctx = newSystemContext("jobs");
  const alarmId = newId(ctx.now);
  const { anchor, expectedSize = null, expectedRoot, foundSize = null, entry = null } = facts;
  log("error", "log_alarm", { kind, anchor, expectedSize, foundSize, entry });
  await commit(ctx, async (tx) => {
    // The lock makes two processes that find the same thing write it down once.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(4702111242)`;
    const open = await tx.logAlarm.findFirst({ where: { acknowledgedAt: null, kind, anchor }, select: { id: true } });
    if (open === null) {
      await tx.logAlarm.create({
        data: {
          id: alarmId,
          at: ctx.now,
          kind,
          anchor,
          expectedSize,
          expectedRoot: expectedRoot === undefined ? null : Uint8Array.from(expectedRoot),
          foundSize,
          entry,
        },
      });
    }
    const raised = { action: "log.alarm_raised", alarmId: open?.id ?? alarmId } as const;
    return { result: null, events: [{ ...raised, kind, anchor, expectedSize, foundSize, entry }] };
  });
}
