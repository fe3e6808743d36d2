import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import type { Transaction } from "@/lib/db/client";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { WebhookEndpointId } from "@/lib/kernel/ids";
import { WEBHOOK_TOPICS } from "@/lib/kernel/vocabulary";
import { newId } from "@/lib/runtime/new-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { makeWebhookSecret } from "./internal/webhook-secrets";
import { type LookupHost, lookupSystemHost, resolveTarget, type TargetProblem } from "./internal/webhook-target";

export const ENDPOINTS_MAX = 100;

export const MakeWebhookEndpointInput = z.object({
  name: z.string().trim().min(1, "is required").max(80, "must be at most 80 characters"),
  url: z.string().trim().min(1, "is required").max(2000, "must be at most 2000 characters"),
  topics: z
    .array(z.enum(WEBHOOK_TOPICS, "is not a topic"))
    .min(1, "choose at least one topic")
    .transform((topics) => [...new Set(topics)]),
  /** Only what concerns this agent; null: everything. */
  agentId: z.uuid("names no agent").nullable().default(null),
});
export type MakeWebhookEndpointInput = z.input<typeof MakeWebhookEndpointInput>;

const PROBLEMS: { readonly [P in TargetProblem]: string } = {
  not_an_address: "must be an address like https://hooks.example.com/gatehouse, without a user or password",
  not_https: "must start with https:// (http:// is for hosts that GATEHOUSE_WEBHOOK_PRIVATE_HOSTS lists)",
  private_address:
    "leads to a private network or to this machine: an operator can list the host in GATEHOUSE_WEBHOOK_PRIVATE_HOSTS",
  unresolvable: "names a host that cannot be found",
};

async function assertFits(tx: Transaction, name: string, agentId: string | null): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('webhook name', 0))`;
  const taken = await tx.webhookEndpoint.findUnique({ where: { name }, select: { id: true } });
  if (taken) throw new DomainError("conflict", "name: another webhook has this name.", "name");
  if ((await tx.webhookEndpoint.count()) >= ENDPOINTS_MAX) {
    throw new DomainError("conflict", `There are ${ENDPOINTS_MAX} webhooks already: remove one first.`);
  }
  if (agentId === null) return;
  const agent = await tx.agent.findUnique({ where: { id: agentId }, select: { id: true } });
  if (agent === null) throw new DomainError("invalid_input", "agentId: names no agent.", "agentId");
}

/** Adds an endpoint. Its secret is in the answer and nowhere else. Throws `invalid_input` for an address that must not be called. */
export async function makeWebhookEndpoint(
  ctx: RequestContext,
  input: MakeWebhookEndpointInput,
  lookupHost: LookupHost = lookupSystemHost,
): Promise<{ endpointId: WebhookEndpointId; secret: string }> {
  authorize(ctx, "webhook:write");
  const { name, url, topics, agentId } = parseInput(MakeWebhookEndpointInput, input);
  const target = await resolveTarget(url, lookupHost);
  if (typeof target === "string") throw new DomainError("invalid_input", `url: ${PROBLEMS[target]}.`, "url");
  const id = newId(ctx.now);
  const { secret, sealed } = makeWebhookSecret(id, ctx.now, null);
  return commit(ctx, async (tx) => {
    await assertFits(tx, name, agentId);
    const data = { id, name, url: target.url.href, secretSealed: sealed, topics, agentId, createdAt: ctx.now };
    await tx.webhookEndpoint.create({ data, select: { id: true } });
    const after = { name, host: target.url.host, topics, agentId };
    return {
      result: { endpointId: id as WebhookEndpointId, secret },
      events: [{ action: "webhook.made", endpointId: id, after }],
    };
  });
}
