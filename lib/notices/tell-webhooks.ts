import { z } from "zod";
import type { Transaction } from "@/lib/db/client";
import type { WebhookTopic } from "@/lib/kernel/vocabulary";
import { newId } from "@/lib/runtime/new-id";
import { enqueueDeliveries } from "./internal/enqueue";

export type WebhookNews = {
  topic: WebhookTopic;
  /** Whom it concerns; null: no agent in particular. */
  agentId: string | null;
  /** In the body as `holdId`. */
  itemId: string | null;
  /** Ids, codes, digests, ISO times. Anything that could be a person's words is an error. */
  data: { [name: string]: string | number | boolean | null };
};

const CODE = /^[\w.:+-]{1,128}$/;

/** `hold.decided` for `hold_decided`: the names that receivers see. */
function toEventType(topic: WebhookTopic): string {
  return topic.replace("_", ".");
}

function toBody(now: Date, { topic, agentId, itemId, data }: WebhookNews): string {
  for (const [name, value] of Object.entries(data)) {
    if (typeof value === "string" && !CODE.test(value)) throw new Error(`${name} of ${topic} is not an id or a code`);
  }
  const about = { ...(itemId !== null && { holdId: itemId }), ...(agentId !== null && { agentId }) };
  return JSON.stringify({ type: toEventType(topic), timestamp: now.toISOString(), data: { ...about, ...data } });
}

/** Puts a delivery in line for every endpoint that wants the topic, in the transaction in which it happens. */
export async function tellWebhooks(tx: Transaction, now: Date, news: WebhookNews): Promise<void> {
  const { topic, agentId } = news;
  const body = toBody(now, news);
  // Locked against removal until the deliveries that name them are stored.
  const found = await tx.$queryRaw`
    SELECT id FROM webhook_endpoint
    WHERE is_enabled AND ${topic}::webhook_topic = ANY(topics) AND (agent_id IS NULL OR agent_id = ${agentId}::uuid)
    ORDER BY id FOR KEY SHARE`;
  const deliveries = z
    .array(z.object({ id: z.string() }))
    .parse(found)
    .map(({ id: endpointId }) => ({ id: newId(now), endpointId, topic, body, dueAt: now, createdAt: now }));
  await tx.webhookDelivery.createMany({ data: deliveries });
  await enqueueDeliveries(
    tx,
    deliveries.map(({ id }) => id),
  );
}
