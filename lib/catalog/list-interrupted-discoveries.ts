import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { DiscoveryRunId } from "@/lib/kernel/ids";
import { HEARTBEAT_STALE_MS } from "./internal/to-discovery-run";

/** Discoveries whose process is gone, oldest first, at most 20: `runDiscovery` takes them up where they stopped. */
export async function listInterruptedDiscoveries(ctx: RequestContext): Promise<DiscoveryRunId[]> {
  authorize(ctx, "discovery:run");
  const silentSince = new Date(ctx.now.getTime() - HEARTBEAT_STALE_MS);
  const rows = await reader().discoveryRun.findMany({
    where: { status: "running", heartbeatAt: { lt: silentSince } },
    select: { id: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: 20,
  });
  return rows.map(({ id }) => id as DiscoveryRunId);
}
