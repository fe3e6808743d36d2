import { reader } from "@/lib/db/reader";
import { DomainError } from "@/lib/kernel/domain-error";
import type { AgentId } from "@/lib/kernel/ids";
import { loadReviewPolicy, type ReviewPolicy } from "./load-review-policy";

const NOBODY = "00000000-0000-0000-0000-000000000000";

/** What would decide about the messages of an agent that is nothing yet: the defaults and the rules for every agent. */
export async function loadGeneralPolicy(): Promise<ReviewPolicy> {
  const any = await reader().agent.findFirst({ orderBy: { id: "asc" }, select: { id: true } });
  const policy = any === null ? null : await loadReviewPolicy(any.id as AgentId);
  if (policy === null) throw new DomainError("conflict", "Register an agent first: there is nothing to try it for.");
  const rules = await reader().triageRule.findMany({
    where: { isEnabled: true, agentId: null },
    select: { name: true },
  });
  const names = new Set(rules.map(({ name }) => name));
  return {
    ...policy,
    ownerId: NOBODY,
    sponsorId: NOBODY,
    topics: [],
    own: null,
    rules: policy.rules.filter(({ name }) => names.has(name)),
  };
}
