import { z } from "zod";
import { authorize } from "@/lib/identity/authorize";
import { toAuthorId } from "@/lib/identity/to-author-id";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { commit } from "./commit";
import { signAcknowledgement } from "./log/acknowledgement";

export const AcknowledgeLogAlarmInput = z.object({
  alarmId: z.uuid("names no alarm"),
  note: z.string().trim().min(10, "says in 10 characters or more what was found").max(1_000),
});
export type AcknowledgeLogAlarmInput = z.input<typeof AcknowledgeLogAlarmInput>;

/**
 * Sets an alarm aside, with what a person found, so that the log grows on: as after a restore from a backup. It excuses exactly that
 * evidence. A log that is broken in itself raises the alarm again. Throws `not_found`, or `conflict` when it was acknowledged already.
 */
export async function acknowledgeLogAlarm(ctx: RequestContext, input: AcknowledgeLogAlarmInput): Promise<void> {
  authorize(ctx, "log:acknowledge");
  const { alarmId, note } = parseInput(AcknowledgeLogAlarmInput, input);
  await commit(ctx, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM log_alarm WHERE id = ${alarmId}::uuid FOR UPDATE`;
    const alarm = await tx.logAlarm.findUnique({ where: { id: alarmId } });
    if (alarm === null) throw new DomainError("not_found", "There is no such alarm.");
    if (alarm.acknowledgedAt !== null) throw new DomainError("conflict", "This alarm was acknowledged already.");
    const size = alarm.expectedSize === null ? null : Number(alarm.expectedSize);
    const acknowledgement = signAcknowledgement({ anchor: alarm.anchor, size, root: alarm.expectedRoot });
    await tx.logAlarm.update({
      where: { id: alarmId },
      data: { acknowledgedAt: ctx.now, acknowledgedBy: toAuthorId(ctx), note, acknowledgement },
      select: { id: true },
    });
    if (alarm.kind === "event_missing") {
      await tx.$executeRaw`DELETE FROM log_queue q WHERE NOT EXISTS (SELECT 1 FROM audit_event e WHERE e.id = q.event_id)`;
    }
    return { result: undefined, events: [{ action: "log.alarm_acknowledged", alarmId, note }] };
  });
}
