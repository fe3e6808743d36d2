import { z } from "zod";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { parseInput } from "@/lib/runtime/parse-input";
import { type DiscoveryRun, RUN_SELECT, toDiscoveryRun } from "./internal/to-discovery-run";

export const FindDiscoveryRunInput = z.object({ runId: z.uuid({ error: "must be a discovery's id" }) });
export type FindDiscoveryRunInput = z.input<typeof FindDiscoveryRunInput>;

/** One discovery and its progress. */
export async function findDiscoveryRun(
  ctx: RequestContext,
  input: FindDiscoveryRunInput,
): Promise<DiscoveryRun | null> {
  authorize(ctx, "catalog:read");
  const { runId } = parseInput(FindDiscoveryRunInput, input);
  const row = await reader().discoveryRun.findUnique({ where: { id: runId }, select: RUN_SELECT });
  return row && toDiscoveryRun(row, ctx.now);
}
