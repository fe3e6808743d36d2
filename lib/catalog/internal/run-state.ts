import type { Transaction } from "@/lib/db/client";
import type { DiscoveryRunId, SourceId } from "@/lib/kernel/ids";

/** The run that a process works on. `clock`: a discovery lasts minutes, and each of its events has its own time. */
export type RunAtWork = {
  readonly runId: DiscoveryRunId;
  readonly sourceId: SourceId;
  readonly sourceName: string;
  /** When it was read; tells whether another process took it since. */
  readonly heartbeatAt: Date | null;
  readonly clock: () => Date;
};

/** Locks the run's row and says whether it is still to go on; another process or a person may have ended it. */
export async function isStillRunning(tx: Transaction, runId: string): Promise<boolean> {
  await tx.$executeRaw`SELECT 1 FROM discovery_run WHERE id = ${runId}::uuid FOR UPDATE`;
  const run = await tx.discoveryRun.findUniqueOrThrow({ where: { id: runId }, select: { status: true } });
  return run.status === "running";
}

/** Thrown by a step to undo itself when its run was ended meanwhile. */
export class RunEndedError extends Error {
  override readonly name = "RunEndedError";
}
