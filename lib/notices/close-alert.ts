import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { ALERT_TOPICS } from "@/lib/kernel/vocabulary";
import { parseInput } from "@/lib/runtime/parse-input";

export const CloseAlertInput = z.object({
  alertId: z.uuid("names no alert"),
  note: z
    .string("say what you found in a sentence")
    .trim()
    .min(1, "say what you found in a sentence")
    .max(500, "must be at most 500 characters"),
});
export type CloseAlertInput = z.input<typeof CloseAlertInput>;

const Topic = z.enum(ALERT_TOPICS);

/** Closes an alert that somebody looked into. Throws `conflict` when it is closed already. */
export async function closeAlert(ctx: RequestContext, input: CloseAlertInput): Promise<void> {
  authorize(ctx, "alert:close");
  const { personId: closedById } = getPersonActor(ctx);
  const { alertId, note } = parseInput(CloseAlertInput, input);
  return commit(ctx, async (tx) => {
    const alert = await tx.alert.findUnique({
      where: { id: alertId },
      select: { topic: true, agentId: true, itemId: true },
    });
    if (alert === null) throw new DomainError("not_found", "There is no such alert.");
    const { count } = await tx.alert.updateMany({
      where: { id: alertId, closedAt: null },
      data: { closedAt: ctx.now, closedById, note },
    });
    if (count === 0) throw new DomainError("conflict", "Somebody closed it already.");
    const { topic, agentId, itemId } = alert;
    const about = { ...(agentId !== null && { agentId }), ...(itemId !== null && { itemId }) };
    return {
      result: undefined,
      events: [{ action: "alert.closed", topic: Topic.parse(topic), alertId, note, ...about }],
    };
  });
}
