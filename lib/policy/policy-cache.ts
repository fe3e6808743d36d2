import type { AgentId } from "@/lib/kernel/ids";
import type { AgentPolicy } from "./agent-policy";
import { loadAgentPolicy } from "./load-agent-policy";

const AGENTS_MAX = 5_000;
const cache = new Map<AgentId, Promise<AgentPolicy | null>>();

/** The agent's policy as this process last read it. Whether it is still in force is what `evaluateAccess` confirms. */
export function getCachedPolicy(agentId: AgentId): Promise<AgentPolicy | null> {
  const known = cache.get(agentId);
  if (known !== undefined) return known;
  const loading = loadAgentPolicy(agentId);
  if (cache.size >= AGENTS_MAX) cache.clear();
  cache.set(agentId, loading);
  // A policy that cannot be read, and an agent that is not there yet, are asked for again next time.
  loading.then(
    (policy) => policy === null && cache.delete(agentId),
    () => cache.delete(agentId),
  );
  return loading;
}

/** Forgets every policy: the next decision reads anew. */
export function dropPolicies(): void {
  cache.clear();
}
