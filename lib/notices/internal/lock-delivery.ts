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
 * due, or when another process has it: it waits for nobody.
 */
export async function lockDelivery(tx: Transaction, deliveryId: string, dueBefore: Date): Promise<DueDelivery | null> {
  const rows = await tx.$queryRaw`
    SELECT d.id, d.topic::text, d.body, d.attempts, d.endpoint_id AS "endpointId", e.url, e.secret_sealed AS "secretSealed",
      e.agent_id AS "agentId", e.is_enabled AS "isEnabled"
    FROM webhook_delivery d JOIN webhook_endpoint e ON e.id = d.endpoint_id
    WHERE d.id = ${deliveryId}::uuid AND d.state = 'waiting' AND d.due_at <= ${dueBefore}
    FOR UPDATE OF d SKIP LOCKED FOR KEY SHARE OF e SKIP LOCKED`;
  return z.array(Due).parse(rows)[0] ?? null;
}
