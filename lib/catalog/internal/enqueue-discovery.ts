import type { Transaction } from "@/lib/db/client";

/** One job for a run, however often it is asked for; it starts when the transaction is committed. */
export async function enqueueDiscovery(tx: Transaction, runId: string): Promise<void> {
  await tx.$executeRaw`
    SELECT graphile_worker.add_job('discover_source', json_build_object('runId', ${runId}::text),
      job_key := ${`discover_source:${runId}`}::text, max_attempts := 3)`;
}
