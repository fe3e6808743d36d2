import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { enqueueDeliveries } from "./internal/enqueue";

export const RedeliverInput = z.object({ deliveryId: z.uuid("names no delivery") });
export type RedeliverInput = z.input<typeof RedeliverInput>;

/** Sends a delivery once more, under the same id, with all its tries again. Throws `conflict` while its endpoint is off. */
export async function redeliver(ctx: RequestContext, input: RedeliverInput): Promise<void> {
  authorize(ctx, "webhook:write");
  const { deliveryId: id } = parseInput(RedeliverInput, input);
  return commit(ctx, async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM webhook_delivery WHERE id = ${id}::uuid FOR UPDATE`;
    const delivery = await tx.webhookDelivery.findUnique({
      where: { id },
      select: { endpointId: true, endpoint: { select: { isEnabled: true } } },
    });
    if (delivery === null) throw new DomainError("not_found", "There is no such delivery.");
    if (!delivery.endpoint.isEnabled) throw new DomainError("conflict", "The webhook is off: switch it on first.");
    const data = { state: "waiting", attempts: 0, dueAt: ctx.now, endedAt: null } as const;
    await tx.webhookDelivery.update({ where: { id }, data, select: { id: true } });
    const { endpointId } = delivery;
    await enqueueDeliveries(tx, [id]);
    return { result: undefined, events: [{ action: "webhook.redelivery_asked", endpointId, deliveryId: id }] };
  });
}
