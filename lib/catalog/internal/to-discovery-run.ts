import type { DiscoveryStatus } from "@/lib/db/generated/enums";
import type { DiscoveryRunId, SourceId } from "@/lib/kernel/ids";

/** A running discovery that has stored nothing for so long has lost its process. */
export const HEARTBEAT_STALE_MS = 120_000;

/** One discovery and how far it is. `interrupted`: it runs no longer and did not end; a new one may be requested. */
export type DiscoveryRun = {
  id: DiscoveryRunId;
  sourceId: SourceId;
  state: DiscoveryStatus | "cancelling" | "interrupted";
  /** Zero until the source has been listed. */
  datasetsTotal: number;
  datasetsDone: number;
  /** Tables that the source's user may not read. */
  datasetsSkipped: number;
  fieldsNew: number;
  fieldsChanged: number;
  fieldsVanished: number;
  /** A sentence a person can act on, when failed. */
  error: string | null;
  createdAt: Date;
  finishedAt: Date | null;
};

export const RUN_SELECT = {
  id: true,
  sourceId: true,
  status: true,
  cancelRequested: true,
  datasetsTotal: true,
  datasetsDone: true,
  datasetsSkipped: true,
  fieldsNew: true,
  fieldsChanged: true,
  fieldsVanished: true,
  error: true,
  createdAt: true,
  heartbeatAt: true,
  finishedAt: true,
} as const;

export type RunRow = Omit<DiscoveryRun, "id" | "sourceId" | "state"> & {
  id: string;
  sourceId: string;
  status: DiscoveryStatus;
  cancelRequested: boolean;
  heartbeatAt: Date | null;
};

export function isStale(run: { status: DiscoveryStatus; heartbeatAt: Date | null }, now: Date): boolean {
  return run.status === "running" && now.getTime() - (run.heartbeatAt?.getTime() ?? 0) > HEARTBEAT_STALE_MS;
}

export function toDiscoveryRun({ status, cancelRequested, heartbeatAt, ...row }: RunRow, now: Date): DiscoveryRun {
  const isInterrupted = isStale({ status, heartbeatAt }, now);
  const state = isInterrupted ? "interrupted" : status === "running" && cancelRequested ? "cancelling" : status;
  return { ...row, id: row.id as DiscoveryRunId, sourceId: row.sourceId as SourceId, state };
}
