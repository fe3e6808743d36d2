import { loadSourceConnection, type SourceConnection } from "@/lib/catalog/connector/source-connection";
import type { SourceId } from "@/lib/kernel/ids";

type Known = { policyVersion: string; source: Promise<SourceConnection> };
const known = new Map<SourceId, Known>();

/** How a source is reached, as of a policy version: a change of a source is a change of the policy too, so this is never stale. */
export function getPolicySource(sourceId: SourceId, policyVersion: string): Promise<SourceConnection> {
  const remembered = known.get(sourceId);
  if (remembered?.policyVersion === policyVersion) return remembered.source;
  const source = loadSourceConnection(sourceId);
  known.set(sourceId, { policyVersion, source });
  source.catch(() => known.delete(sourceId));
  return source;
}
