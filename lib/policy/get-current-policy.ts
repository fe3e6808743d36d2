import { reader } from "@/lib/db/reader";
import { DomainError } from "@/lib/kernel/domain-error";
import type { AgentId } from "@/lib/kernel/ids";
import { log } from "@/lib/runtime/log";
import { toErrorFacts } from "@/lib/runtime/to-error-facts";
import type { AgentPolicy } from "./agent-policy";
import { dropPolicies, getCachedPolicy } from "./policy-cache";

const TRIES_MAX = 4;

async function readVersion(): Promise<string | null> {
  const clock = await reader().policyClock.findUnique({ where: { id: 1 }, select: { version: true } });
  return clock === null ? null : String(clock.version);
}

/** An agent's policy that was in force after it was asked for, to explain it: what is read is decided by `evaluateAccess`. Throws `unavailable`. */
export async function getCurrentPolicy(agentId: AgentId): Promise<AgentPolicy> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const [version, policy] = await Promise.all([readVersion(), getCachedPolicy(agentId)]).catch((error: unknown) => {
      log("error", "policy_unavailable", toErrorFacts(error));
      throw new DomainError(
        "unavailable",
        "Gatehouse cannot reach its database, so it refuses: try again in a moment.",
      );
    });
    if (policy === null) throw new DomainError("unauthenticated", "This agent does not exist any more.");
    if (policy.snapshot.policyVersion === version) return policy;
    dropPolicies();
  }
  throw new DomainError("unavailable", "The policy keeps changing: try again in a moment.");
}
