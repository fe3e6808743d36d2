import { DomainError } from "@/lib/kernel/domain-error";
import type { AgentId } from "@/lib/kernel/ids";
import type { AgentPolicy } from "@/lib/policy/agent-policy";
import { dropPolicies, getCachedPolicy } from "@/lib/policy/policy-cache";
import { toUnavailable } from "./to-unavailable";
import { loadReviewPolicy, type ReviewPolicy } from "./load-review-policy";

/** An agent's policy and that for its messages, both of one version. */
export type AgentReview = { version: string; policy: AgentPolicy; review: ReviewPolicy };

const AGENTS_MAX = 5_000;
const TRIES_MAX = 4;
const cache = new Map<AgentId, Promise<ReviewPolicy | null>>();

function getCachedReview(agentId: AgentId): Promise<ReviewPolicy | null> {
  const known = cache.get(agentId);
  if (known !== undefined) return known;
  const loading = loadReviewPolicy(agentId);
  if (cache.size >= AGENTS_MAX) cache.clear();
  cache.set(agentId, loading);
  loading.then(
    (review) => review === null && cache.delete(agentId),
    () => cache.delete(agentId),
  );
  return loading;
}

/** The newest that this process knows, of one version. Whether it is still in force is what `commitAt` confirms. */
async function getAgentReview(agentId: AgentId): Promise<AgentReview> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const [policy, review] = await Promise.all([getCachedPolicy(agentId), getCachedReview(agentId)]);
    if (policy === null || review === null)
      throw new DomainError("unauthenticated", "This agent does not exist any more.");
    const version = policy.snapshot.policyVersion;
    if (version === review.policyVersion) return { version, policy, review };
    if (BigInt(version) < BigInt(review.policyVersion)) dropPolicies();
    else cache.delete(agentId);
  }
  throw new DomainError("unavailable", "The policy keeps changing: try again in a moment.");
}

/**
 * Decides at the agent's policy in force: `attempt` answers null when the policy had changed by the time its answer was to be stored, and
 * is then made again. Throws `unavailable` when the policy cannot be read or keeps changing.
 */
export async function decideAtPolicy<Result>(
  agentId: AgentId,
  attempt: (review: AgentReview) => Promise<Result | null>,
): Promise<Result> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const current = await getAgentReview(agentId).catch((error: unknown) => {
      throw toUnavailable(error);
    });
    const result = await attempt(current);
    if (result !== null) return result;
    dropPolicies();
    cache.delete(agentId);
  }
  throw new DomainError("unavailable", "The policy keeps changing: try again in a moment.");
}
