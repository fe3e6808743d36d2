import type { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { parseInput } from "@/lib/runtime/parse-input";
import { EndpointIdInput, lockEndpoint } from "./internal/webhook-endpoint-row";

export type RemoveWebhookEndpointInput = z.input<typeof EndpointIdInput>;

/** Removes an endpoint with its delivery log; the events of each attempt stay. */
export async function removeWebhookEndpoint(ctx: RequestContext, input: RemoveWebhookEndpointInput): Promise<void> {
  authorize(ctx, "webhook:write");
  const { endpointId } = parseInput(EndpointIdInput, input);
  return commit(ctx, async (tx) => {
    await lockEndpoint(tx, endpointId);
    await tx.webhookDelivery.deleteMany({ where: { endpointId } });
    await tx.webhookEndpoint.delete({ where: { id: endpointId }, select: { id: true } });
    return { result: undefined, events: [{ action: "webhook.removed", endpointId }] };
  });
}
