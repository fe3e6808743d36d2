import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";

export type DueDelivery = { deliveryId: string; endpointId: string };

const DUE_MAX = 500;
/** By then the job that was put in line with the row has had its time. */
const OVERDUE_MS = 30_000;

/** Deliveries whose try is overdue: nobody was woken for them, or their process died. Up to 500, the longest waiting first. */
export async function listDueDeliveries(ctx: RequestContext): Promise<DueDelivery[]> {
  authorize(ctx, "webhook:deliver");
  const rows = await reader().webhookDelivery.findMany({
    where: { state: "waiting", dueAt: { lte: new Date(ctx.now.getTime() - OVERDUE_MS) } },
    select: { id: true, endpointId: true },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: DUE_MAX,
  });
  return rows.map(({ id, endpointId }) => ({ deliveryId: id, endpointId }));
}
