import type { LockedWidening } from "./lock-widening";

/** What a widening is about, as its events tell it. */
export function toWideningSubject(
  wideningId: string,
  { kind, agentId, datasetId, scopeId }: Pick<LockedWidening, "kind" | "agentId" | "datasetId" | "scopeId">,
) {
  return {
    wideningId,
    kind,
    ...(agentId === null ? {} : { agentId }),
    ...(datasetId === null ? {} : { datasetId }),
    ...(scopeId === null ? {} : { scopeId }),
  };
}
