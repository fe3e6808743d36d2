import { z } from "zod";
import type { AuditEvent } from "@/lib/audit/event";
import type { Transaction } from "@/lib/db/client";
import type { AlertTopic } from "@/lib/kernel/vocabulary";
import { newId } from "@/lib/runtime/new-id";
import { tellWebhooks } from "./tell-webhooks";

export type AlertNews = { topic: AlertTopic; agentId: string | null; itemId: string | null };

const Raised = z.array(z.object({ id: z.string() }));

/** The row's id; null when an alert of the topic about the item is open. One that was closed is opened again. */
async function raiseAboutItem(
  tx: Transaction,
  now: Date,
  { topic, agentId, itemId }: AlertNews,
): Promise<string | null> {
  const rows = await tx.$queryRaw`
    INSERT INTO alert AS a (id, topic, agent_id, item_id, raised_at)
    VALUES (${newId(now)}::uuid, ${topic}, ${agentId}::uuid, ${itemId}::uuid, ${now})
    ON CONFLICT (topic, item_id) DO UPDATE
      SET raised_at = excluded.raised_at, closed_at = NULL, closed_by_id = NULL, note = NULL
      WHERE a.closed_at IS NOT NULL
    RETURNING a.id`;
  return Raised.parse(rows)[0]?.id ?? null;
}

/** The same where it is about no item: one at a time for an agent, since no unique key covers that. */
async function raiseAboutAgent(tx: Transaction, now: Date, { topic, agentId }: AlertNews): Promise<string | null> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`alert:${topic}:${agentId ?? ""}`}, 0))`;
  const open = await tx.alert.findFirst({
    where: { topic, agentId, itemId: null, closedAt: null },
    select: { id: true },
  });
  if (open) return null;
  const { id } = await tx.alert.create({
    data: { id: newId(now), topic, agentId, raisedAt: now },
    select: { id: true },
  });
  return id;
}

/**
 * Opens an alert in the transaction in which something went wrong and tells webhooks; returns the event to commit with it, or null when
 * such an alert is open already.
 */
export async function raiseAlert(tx: Transaction, now: Date, news: AlertNews): Promise<AuditEvent | null> {
  const { topic, agentId, itemId } = news;
  const alertId = itemId === null ? await raiseAboutAgent(tx, now, news) : await raiseAboutItem(tx, now, news);
  if (alertId === null) return null;
  await tellWebhooks(tx, now, { topic: "alert_raised", agentId, itemId, data: { alertId, alert: topic } });
  const about = { ...(agentId !== null && { agentId }), ...(itemId !== null && { itemId }) };
  return { action: "alert.raised", topic, alertId, ...about };
}
