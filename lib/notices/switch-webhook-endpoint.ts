import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { EndpointIdInput, lockEndpoint } from "./internal/webhook-endpoint-row";

export const SwitchWebhookEndpointInput = EndpointIdInput.extend({ isEnabled: z.boolean("must be true or false") });
export type SwitchWebhookEndpointInput = z.input<typeof SwitchWebhookEndpointInput>;

/** Switches an endpoint on or off. While it is off nothing is put in line for it, and what is in line ends as failed. */
export async function switchWebhookEndpoint(ctx: RequestContext, input: SwitchWebhookEndpointInput): Promise<void> {
  authorize(ctx, "webhook:write");
  const { endpointId, isEnabled } = parseInput(SwitchWebhookEndpointInput, input);
  return commit(ctx, async (tx) => {
    const before = await lockEndpoint(tx, endpointId);
    if (before.isEnabled === isEnabled) {
      throw new DomainError("conflict", `It is switched ${isEnabled ? "on" : "off"} already.`);
    }
    await tx.webhookEndpoint.update({ where: { id: endpointId }, data: { isEnabled }, select: { id: true } });
    return { result: undefined, events: [{ action: "webhook.switched", endpointId, isEnabled }] };
  });
}
