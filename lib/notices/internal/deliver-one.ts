import { commit } from "@/lib/audit/commit";
import type { AuditEvent, OneOrMore } from "@/lib/audit/event";
import type { Transaction } from "@/lib/db/client";
import type { DeliveryState } from "@/lib/db/generated/client";
import type { RequestContext } from "@/lib/identity/request-context";
import { raiseAlert } from "@/lib/notices/raise-alert";
import { enqueueDeliveries } from "./enqueue";
import { type DueDelivery, lockDelivery } from "./lock-delivery";
import { NotDueError } from "./not-due-error";
import { postWebhook, type WebhookError } from "./post-webhook";
import { CLOCK_SLACK_MS, toRetryTime, WEBHOOK_WAITS_MS } from "./retry-times";
import { signWebhook } from "./sign-webhook";
import { openWebhookSecrets } from "./webhook-secrets";
import { type LookupHost, resolveTarget, type TargetProblem } from "./webhook-target";

export type DeliveredTry = { endpointId: string; outcome: "delivered" | "retry" | "failed"; error: Try["error"] };

/** What came of one request. */
type Try = { status: number | null; error: WebhookError | TargetProblem | "endpoint_off" | null };

async function send(delivery: DueDelivery, now: Date, lookupHost: LookupHost): Promise<Try> {
  if (!delivery.isEnabled) return { status: null, error: "endpoint_off" };
  const target = await resolveTarget(delivery.url, lookupHost);
  if (typeof target === "string") return { status: null, error: target };
  const secrets = openWebhookSecrets(delivery.secretSealed, delivery.endpointId, now);
  const { id, body } = delivery;
  return postWebhook(target, body, signWebhook(secrets, { id, at: now, body }));
}

/** What follows a delivery that is given up: an alert, and an endpoint that is gone is switched off. */
async function giveUp(tx: Transaction, now: Date, { endpointId, agentId }: DueDelivery, error: Try["error"]) {
  const events: AuditEvent[] = [];
  if (error === "gone") {
    await tx.webhookEndpoint.update({ where: { id: endpointId }, data: { isEnabled: false }, select: { id: true } });
    events.push({ action: "webhook.switched", endpointId, isEnabled: false });
  }
  // Somebody switched it off on purpose: nothing is wrong.
  const alert =
    error === "endpoint_off" ? null : await raiseAlert(tx, now, { topic: "webhook_failing", agentId, itemId: null });
  if (alert !== null) events.push(alert);
  return events;
}

async function settle(
  tx: Transaction,
  now: Date,
  delivery: DueDelivery,
  { status, error }: Try,
): Promise<{ result: DeliveredTry; events: OneOrMore<AuditEvent> }> {
  const { id, endpointId, topic } = delivery;
  const attempt = delivery.attempts + 1;
  const isOver = error === null || error === "gone" || error === "endpoint_off";
  const dueAt = isOver ? null : toRetryTime(now, attempt, WEBHOOK_WAITS_MS);
  const outcome = error === null ? "delivered" : dueAt === null ? "failed" : "retry";
  const state: DeliveryState = outcome === "retry" ? "waiting" : outcome;
  const data = { state, attempts: attempt, dueAt, lastStatus: status, lastError: error, endedAt: dueAt ? null : now };
  await tx.webhookDelivery.update({ where: { id }, data, select: { id: true } });
  if (dueAt !== null) await enqueueDeliveries(tx, [id], dueAt);
  const further = outcome === "failed" ? await giveUp(tx, now, delivery, error) : [];
  const about = { endpointId, deliveryId: id, topic, attempt, outcome, status, reason: error } as const;
  return { result: { endpointId, outcome, error }, events: [{ action: "webhook.attempted", ...about }, ...further] };
}

/**
 * Tries one delivery that is due; null when it is not, or when another process is at it or at its endpoint. The row stays locked while the
 * request is under way: nobody else sends it too, and when this process dies it is free at once.
 */
export async function deliverOne(
  ctx: RequestContext,
  deliveryId: string,
  lookupHost: LookupHost,
): Promise<DeliveredTry | null> {
  const dueBefore = new Date(ctx.now.getTime() + CLOCK_SLACK_MS);
  try {
    return await commit(ctx, async (tx) => {
      const delivery = await lockDelivery(tx, deliveryId, dueBefore);
      if (delivery === null) throw new NotDueError();
      return settle(tx, ctx.now, delivery, await send(delivery, ctx.now, lookupHost));
    });
  } catch (error) {
    if (error instanceof NotDueError) return null;
    throw error;
  }
}
