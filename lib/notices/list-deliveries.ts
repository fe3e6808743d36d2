import { z } from "zod";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { WebhookDeliveryId, WebhookEndpointId } from "@/lib/kernel/ids";
import type { WebhookTopic } from "@/lib/kernel/vocabulary";
import { parseInput } from "@/lib/runtime/parse-input";
import { toPage } from "./internal/to-page";

export const ListDeliveriesInput = z.object({
  endpointId: z.uuid("names no webhook").optional(),
  state: z.enum(["waiting", "delivered", "failed"], "must be waiting, delivered or failed").optional(),
  /** Ids of deliveries: the page of those older, or newer. */
  after: z.uuid().optional(),
  before: z.uuid().optional(),
});
export type ListDeliveriesInput = z.input<typeof ListDeliveriesInput>;

export type DeliveryRow = {
  id: WebhookDeliveryId;
  endpoint: { id: WebhookEndpointId; name: string };
  topic: WebhookTopic;
  /** The JSON that is sent: ids, codes and times. */
  body: string;
  state: "waiting" | "delivered" | "failed";
  attempts: number;
  /** When the next try is due; null when there is none. */
  dueAt: Date | null;
  lastStatus: number | null;
  /** A code of ours: `bad_status`, `timeout`, `private_address`, … */
  lastError: string | null;
  createdAt: Date;
  endedAt: Date | null;
};
export type DeliveryPage = { rows: DeliveryRow[]; next: string | null; previous: string | null };

const PAGE_SIZE = 50;

/** The log of what was sent to webhooks, newest first, a page of 50. */
export async function listDeliveries(ctx: RequestContext, input: ListDeliveriesInput): Promise<DeliveryPage> {
  authorize(ctx, "webhook:read");
  const { endpointId, state, after, before } = parseInput(ListDeliveriesInput, input);
  const found = await reader().webhookDelivery.findMany({
    where: {
      ...(endpointId !== undefined && { endpointId }),
      ...(state !== undefined && { state }),
      AND: [after === undefined ? {} : { id: { lt: after } }, before === undefined ? {} : { id: { gt: before } }],
    },
    select: {
      id: true,
      topic: true,
      body: true,
      state: true,
      attempts: true,
      dueAt: true,
      lastStatus: true,
      lastError: true,
      createdAt: true,
      endedAt: true,
      endpoint: { select: { id: true, name: true } },
    },
    orderBy: { id: before === undefined ? "desc" : "asc" },
    take: PAGE_SIZE + 1,
  });
  const { rows, next, previous } = toPage(found, PAGE_SIZE, { after, before });
  const toRow = ({ endpoint, ...row }: (typeof found)[number]): DeliveryRow => ({
    ...row,
    id: row.id as WebhookDeliveryId,
    endpoint: { id: endpoint.id as WebhookEndpointId, name: endpoint.name },
  });
  return { rows: rows.map(toRow), next, previous };
}
