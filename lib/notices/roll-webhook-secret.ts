import type { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { parseInput } from "@/lib/runtime/parse-input";
import { EndpointIdInput, lockEndpoint } from "./internal/webhook-endpoint-row";
import { makeWebhookSecret } from "./internal/webhook-secrets";

export type RollWebhookSecretInput = z.input<typeof EndpointIdInput>;

/** Gives an endpoint a new secret, shown once. For a day each message is signed under the former one as well. */
export async function rollWebhookSecret(
  ctx: RequestContext,
  input: RollWebhookSecretInput,
): Promise<{ secret: string }> {
  authorize(ctx, "webhook:write");
  const { endpointId } = parseInput(EndpointIdInput, input);
  return commit(ctx, async (tx) => {
    const { secretSealed: replaced } = await lockEndpoint(tx, endpointId);
    const { secret, sealed } = makeWebhookSecret(endpointId, ctx.now, replaced);
    await tx.webhookEndpoint.update({
      where: { id: endpointId },
      data: { secretSealed: sealed },
      select: { id: true },
    });
    return { result: { secret }, events: [{ action: "webhook.secret_rolled", endpointId }] };
  });
}
