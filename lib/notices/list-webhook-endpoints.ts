import { z } from "zod";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { AgentId, WebhookEndpointId } from "@/lib/kernel/ids";
import type { WebhookTopic } from "@/lib/kernel/vocabulary";
import { ENDPOINTS_MAX } from "./make-webhook-endpoint";

export type WebhookEndpointRow = {
  id: WebhookEndpointId;
  name: string;
  url: string;
  topics: WebhookTopic[];
  agent: { id: AgentId; name: string } | null;
  isEnabled: boolean;
  createdAt: Date;
  /** Deliveries that are not through yet. */
  waiting: number;
  /** Deliveries that were given up. */
  failed: number;
  lastDeliveredAt: Date | null;
};

const Counts = z.array(
  z.object({ endpointId: z.string(), waiting: z.number(), failed: z.number(), lastDeliveredAt: z.date().nullable() }),
);

async function loadCounts() {
  const rows = await reader().$queryRaw`
    SELECT endpoint_id AS "endpointId", (count(*) FILTER (WHERE state = 'waiting'))::int AS waiting,
      (count(*) FILTER (WHERE state = 'failed'))::int AS failed, max(ended_at) FILTER (WHERE state = 'delivered') AS "lastDeliveredAt"
    FROM webhook_delivery GROUP BY endpoint_id`;
  return new Map(Counts.parse(rows).map(({ endpointId, ...counts }) => [endpointId, counts]));
}

/** Every endpoint, by name, with how its deliveries go. Secrets are not in it. */
export async function listWebhookEndpoints(ctx: RequestContext): Promise<WebhookEndpointRow[]> {
  authorize(ctx, "webhook:read");
  const [found, counts] = await Promise.all([
    reader().webhookEndpoint.findMany({
      select: {
        id: true,
        name: true,
        url: true,
        topics: true,
        isEnabled: true,
        createdAt: true,
        agent: { select: { id: true, name: true } },
      },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: ENDPOINTS_MAX,
    }),
    loadCounts(),
  ]);
  const none = { waiting: 0, failed: 0, lastDeliveredAt: null };
  return found.map(({ agent, ...row }) => ({
    ...row,
    id: row.id as WebhookEndpointId,
    agent: agent && { id: agent.id as AgentId, name: agent.name },
    ...(counts.get(row.id) ?? none),
  }));
}
