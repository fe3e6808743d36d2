import { z } from "zod";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { parseInput } from "@/lib/runtime/parse-input";
import { type DiscoveryRun, RUN_SELECT, toDiscoveryRun } from "./internal/to-discovery-run";

export const ListDiscoveryRunsInput = z.object({
  sourceId: z.uuid({ error: "must be a source's id" }).optional(),
  limit: z.int().min(1).max(200).default(20),
});
export type ListDiscoveryRunsInput = z.input<typeof ListDiscoveryRunsInput>;

/** The latest discoveries, newest first, of one source or all. */
export async function listDiscoveryRuns(
  ctx: RequestContext,
  input: ListDiscoveryRunsInput = {},
): Promise<DiscoveryRun[]> {
  authorize(ctx, "catalog:read");
  const { sourceId, limit } = parseInput(ListDiscoveryRunsInput, input);
  const rows = await reader().discoveryRun.findMany({
    where: sourceId === undefined ? {} : { sourceId },
    select: RUN_SELECT,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  return rows.map((row) => toDiscoveryRun(row, ctx.now));
}
