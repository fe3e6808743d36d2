import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import type { AuditEvent, OneOrMore } from "@/lib/audit/event";
import type { Transaction } from "@/lib/db/client";
import type { DeliveryState } from "@/lib/db/generated/client";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { parseInput } from "@/lib/runtime/parse-input";
import { enqueueDeliveries } from "./internal/enqueue";
import { type DueDelivery, lockDelivery } from "./internal/lock-delivery";
import { NotDueError } from "./internal/not-due-error";
import { postWebhook, type WebhookError } from "./internal/post-webhook";
import { CLOCK_SLACK_MS, toRetryTime, WEBHOOK_WAITS_MS } from "./internal/retry-times";
import { signWebhook } from "./internal/sign-webhook";
import { openWebhookSecrets } from "./internal/webhook-secrets";
import { resolveTarget, SYSTEM_NETWORK, type TargetProblem, type WebhookEnvironment } from "./internal/webhook-target";
import { raiseAlert } from "./raise-alert";

export const DeliverWebhookInput = z.object({ deliveryId: z.uuid("names no delivery") });
export type DeliverWebhookInput = z.input<typeof DeliverWebhookInput>;

/** `ignored`: it is not due, or another process is at it. */
export type DeliveryOutcome = "delivered" | "retry" | "failed" | "ignored";

type Try = { status: number | null; error: WebhookError | TargetProblem | "endpoint_off" | null };

async function send(delivery: DueDelivery, now: Date, environment: WebhookEnvironment): Promise<Try> {
  if (!delivery.isEnabled) return { status: null, error: "endpoint_off" };
  const target = await resolveTarget(delivery.url, environment);
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
): Promise<{ result: DeliveryOutcome; events: OneOrMore<AuditEvent> }> {
  const { id, endpointId, topic } = delivery;
  const attempt = delivery.attempts + 1;
  const isOver = error === null || error === "gone" || error === "endpoint_off";
  const dueAt = isOver ? null : toRetryTime(now, attempt, WEBHOOK_WAITS_MS);
  const outcome = error === null ? "delivered" : dueAt === null ? "failed" : "retry";
  const state: DeliveryState = outcome === "retry" ? "waiting" : outcome;
  const data = { state, attempts: attempt, dueAt, lastStatus: status, lastError: error, endedAt: dueAt ? null : now };
  await tx.webhookDelivery.update({ where: { id }, data, select: { id: true } });
  if (dueAt !== null) await enqueueDeliveries(tx, [{ id, endpointId }], dueAt);
  const further = outcome === "failed" ? await giveUp(tx, now, delivery, error) : [];
  const about = { endpointId, deliveryId: id, topic, attempt, outcome, status, reason: error } as const;
  return { result: outcome, events: [{ action: "webhook.attempted", ...about }, ...further] };
}

/**
 * Tries one delivery that is due. The row stays locked while the request is under way, at most ten seconds: no other process sends it
 * too, and when this one dies it is free at once. Sending is at least once, under one id.
 */
export async function deliverWebhook(
  ctx: RequestContext,
  input: DeliverWebhookInput,
  environment: WebhookEnvironment = SYSTEM_NETWORK,
): Promise<DeliveryOutcome> {
  authorize(ctx, "webhook:deliver");
  const { deliveryId } = parseInput(DeliverWebhookInput, input);
  const dueBefore = new Date(ctx.now.getTime() + CLOCK_SLACK_MS);
  try {
    return await commit(ctx, async (tx) => {
      const delivery = await lockDelivery(tx, deliveryId, dueBefore);
      if (delivery === null) throw new NotDueError();
      return settle(tx, ctx.now, delivery, await send(delivery, ctx.now, environment));
    });
  } catch (error) {
    if (error instanceof NotDueError) return "ignored";
    throw error;
  }
}
