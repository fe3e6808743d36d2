import { z } from "zod";
import type { Transaction } from "@/lib/db/client";
import { WEBHOOK_TOPICS } from "@/lib/kernel/vocabulary";

const Due = z.object({
  id: z.string(),
  topic: z.enum(WEBHOOK_TOPICS),
  body: z.string(),
  attempts: z.number(),
  endpointId: z.string(),
  url: z.string(),
  secretSealed: z.string(),
  agentId: z.string().nullable(),
  isEnabled: z.boolean(),
});
export type DueDelivery = z.output<typeof Due>;

/**
 * Takes a delivery that is due until the end of the transaction, and keeps its endpoint from being removed meanwhile. Null when it is not
 * due, or when another process has it or is at the same endpoint: it waits for nobody.
 */
export async function lockDelivery(tx: Transaction, deliveryId: string, dueBefore: Date): Promise<DueDelivery | null> {
  const rows = await tx.$queryRaw`
    SELECT d.id, d.topic::text, d.body, d.attempts, d.endpoint_id AS "endpointId", e.url, e.secret_sealed AS "secretSealed",
      e.agent_id AS "agentId", e.is_enabled AS "isEnabled"
    FROM webhook_delivery d JOIN webhook_endpoint e ON e.id = d.endpoint_id
    WHERE d.id = ${deliveryId}::uuid AND d.state = 'waiting' AND d.due_at <= ${dueBefore}
    FOR UPDATE OF d SKIP LOCKED FOR KEY SHARE OF e SKIP LOCKED`;
  const [due] = z.array(Due).parse(rows);
  if (due === undefined) return null;
  const place = `webhook:${due.endpointId}`;
  const locked = await tx.$queryRaw`SELECT pg_try_advisory_xact_lock(hashtextextended(${place}, 0)) AS done`;
  return z.array(z.object({ done: z.literal(true) })).safeParse(locked).success ? due : null;
}
