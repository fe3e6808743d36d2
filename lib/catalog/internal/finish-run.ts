import type { CatalogEvent } from "@/lib/audit/event";
import type { Transaction } from "@/lib/db/client";

type Ending = { outcome: "done" | "cancelled" | "failed"; error: string | null; now: Date };

/** Ends a run; its event is for the same commit. */
export async function finishRun(
  tx: Transaction,
  runId: string,
  { outcome, error, now }: Ending,
): Promise<CatalogEvent> {
  const { sourceId, ...counts } = await tx.discoveryRun.update({
    where: { id: runId },
    data: { status: outcome, error, finishedAt: now },
    select: { sourceId: true, fieldsNew: true, fieldsChanged: true, fieldsVanished: true },
  });
  return { action: "discovery.finished", sourceId, runId, outcome, ...counts };
}
