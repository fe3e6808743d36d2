import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { finishRun } from "./internal/finish-run";
import { isStale } from "./internal/to-discovery-run";

export const CancelDiscoveryInput = z.object({ runId: z.uuid({ error: "must be a discovery's id" }) });
export type CancelDiscoveryInput = z.input<typeof CancelDiscoveryInput>;

/** Stops a discovery: at once when it is queued or interrupted, else after the dataset at hand. What is stored stays. Throws `not_found`, `conflict`. */
export async function cancelDiscovery(ctx: RequestContext, input: CancelDiscoveryInput): Promise<void> {
  authorize(ctx, "catalog:write");
  const { runId } = parseInput(CancelDiscoveryInput, input);
  await commit(ctx, async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM discovery_run WHERE id = ${runId}::uuid FOR UPDATE`;
    const run = await tx.discoveryRun.findUnique({
      where: { id: runId },
      select: { sourceId: true, status: true, heartbeatAt: true },
    });
    if (!run) throw new DomainError("not_found", "There is no such discovery.");
    if (run.status !== "queued" && run.status !== "running") {
      throw new DomainError("conflict", "This discovery has ended already.");
    }
    await tx.discoveryRun.update({ where: { id: runId }, data: { cancelRequested: true }, select: { id: true } });
    const requested = { action: "discovery.cancel_requested", sourceId: run.sourceId, runId } as const;
    const isIdle = run.status === "queued" || isStale(run, ctx.now);
    if (!isIdle) return { result: undefined, events: [requested] };
    const finished = await finishRun(tx, runId, { outcome: "cancelled", error: null, now: ctx.now });
    return { result: undefined, events: [requested, finished] };
  });
}
