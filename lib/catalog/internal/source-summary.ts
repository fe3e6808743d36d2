import type { Prisma } from "@/lib/db/generated/client";
import type { TlsMode } from "@/lib/db/generated/enums";
import type { SourceId } from "@/lib/kernel/ids";
import { type DiscoveryRun, RUN_SELECT, type RunRow, toDiscoveryRun } from "./to-discovery-run";

/** A source as people see it: no password in any form. */
export type Source = {
  id: SourceId;
  name: string;
  host: string;
  port: number;
  database: string;
  username: string;
  tlsMode: TlsMode;
  createdAt: Date;
  testedAt: Date | null;
  /** An error code, or null when the last test passed or there was none. */
  testError: string | null;
  /** Tables and views that are there now. */
  datasetCount: number;
  latestRun: DiscoveryRun | null;
};

export const SOURCE_SELECT = {
  id: true,
  name: true,
  host: true,
  port: true,
  database: true,
  username: true,
  tlsMode: true,
  createdAt: true,
  testedAt: true,
  testError: true,
  _count: { select: { datasets: { where: { status: { not: "vanished" } } } } },
  discoveryRuns: { select: RUN_SELECT, orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: 1 },
} satisfies Prisma.SourceSelect;

type SourceRow = Omit<Source, "id" | "datasetCount" | "latestRun"> & {
  id: string;
  _count: { datasets: number };
  discoveryRuns: RunRow[];
};

export function toSource({ _count, discoveryRuns, id, ...row }: SourceRow, now: Date): Source {
  const run = discoveryRuns[0];
  return {
    ...row,
    id: id as SourceId,
    datasetCount: _count.datasets,
    latestRun: run ? toDiscoveryRun(run, now) : null,
  };
}
