import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import type { AuditEvent } from "@/lib/audit/event";
import type { Transaction } from "@/lib/db/client";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { DiscoveryRunId } from "@/lib/kernel/ids";
import { newId } from "@/lib/runtime/new-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { enqueueDiscovery } from "./internal/enqueue-discovery";
import { finishRun } from "./internal/finish-run";
import { isStale } from "./internal/to-discovery-run";

export const RequestDiscoveryInput = z.object({ sourceId: z.uuid({ error: "must be a source's id" }) });
export type RequestDiscoveryInput = z.input<typeof RequestDiscoveryInput>;

/** Ends a run that lost its process; refuses while one is queued or under way. */
async function clearTheWay(ctx: RequestContext, tx: Transaction, sourceId: string): Promise<AuditEvent[]> {
  const active = await tx.discoveryRun.findMany({
    where: { sourceId, status: { in: ["queued", "running"] } },
    select: { id: true, status: true, heartbeatAt: true },
  });
  if (active.some((run) => !isStale(run, ctx.now))) {
    throw new DomainError("conflict", "A discovery of this source is queued or running: wait for it or cancel it.");
  }
  const ended: AuditEvent[] = [];
  for (const run of active) {
    ended.push(await finishRun(tx, run.id, { outcome: "failed", error: "It was interrupted.", now: ctx.now }));
  }
  return ended;
}

/** Queues a discovery of a source. Throws `not_found`, or `conflict` while one is queued or running. */
export async function requestDiscovery(ctx: RequestContext, input: RequestDiscoveryInput): Promise<DiscoveryRunId> {
  authorize(ctx, "catalog:write");
  const { sourceId } = parseInput(RequestDiscoveryInput, input);
  const runId = newId(ctx.now);
  return commit(ctx, async (tx) => {
    // The source's row is the lock: of two requests at once, one waits and then sees the other's run.
    const sources = await tx.$queryRaw<unknown[]>`SELECT 1 FROM source WHERE id = ${sourceId}::uuid FOR UPDATE`;
    if (sources.length === 0) throw new DomainError("not_found", "There is no such source.");
    const ended = await clearTheWay(ctx, tx, sourceId);
    await tx.discoveryRun.create({ data: { id: runId, sourceId, createdAt: ctx.now }, select: { id: true } });
    await enqueueDiscovery(tx, runId);
    return { result: runId as DiscoveryRunId, events: [{ action: "discovery.requested", sourceId, runId }, ...ended] };
  });
}
