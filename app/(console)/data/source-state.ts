import type { SourceState } from "@/components/data/source-status";
import type { getSource } from "@/lib/catalog/get-source";

type Source = Awaited<ReturnType<typeof getSource>>;
export type DiscoveryRun = NonNullable<Source["latestRun"]>;

/** Whether a discovery goes on, or will as soon as its turn comes. */
export function isUnderWay(run: DiscoveryRun | null): boolean {
  return run !== null && (run.state === "queued" || run.state === "running" || run.state === "cancelling");
}

export function toSourceState(source: Source): SourceState {
  if (isUnderWay(source.latestRun)) return "discovering";
  if (source.testedAt === null) return "untested";
  return source.testError === null ? "connected" : "unreachable";
}
