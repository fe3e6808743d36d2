import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";

/** An export that has not moved for this long has lost its process. */
export const STALE_MS = 60_000;

/** Exports whose process is gone, to be made anew. */
export async function listInterruptedExports(ctx: RequestContext): Promise<string[]> {
  authorize(ctx, "audit:export_run");
  const rows = await reader().auditExport.findMany({
    where: { state: "running", heartbeatAt: { lt: new Date(ctx.now.getTime() - STALE_MS) } },
    take: 20,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
