import { z } from "zod";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";

/** By then the job that was put in line with the row has had its time. */
const OVERDUE_MS = 30_000;

const Ids = z.array(z.object({ id: z.string() }));

/**
 * Deliveries that are overdue, because nobody was woken for them, their process died, or their endpoint was busy: the longest waiting of
 * each endpoint. Whoever tries it goes on with the others.
 */
export async function listDueDeliveries(ctx: RequestContext): Promise<string[]> {
  authorize(ctx, "webhook:deliver");
  const rows = await reader().$queryRaw`
    SELECT DISTINCT ON (endpoint_id) id::text FROM webhook_delivery
    WHERE state = 'waiting' AND due_at <= ${new Date(ctx.now.getTime() - OVERDUE_MS)}
    ORDER BY endpoint_id, due_at, id`;
  return Ids.parse(rows).map(({ id }) => id);
}
