import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { TriageKind } from "@/lib/kernel/triage-kinds";
import { isUuid } from "@/lib/runtime/is-uuid";
import { POLICY_SELECT, type PolicyFacts, toPolicyFacts } from "./internal/to-policy-facts";

export type AgentReviewPolicy = {
  /** What the agent's own policy adds; null without one. */
  own: PolicyFacts | null;
  /** What holds for every agent: an own policy can only be stricter. */
  defaults: { thresholds: Record<TriageKind, number>; ordinaryMin: number };
};

/** What an agent's messages are held for beyond the defaults. Throws `not_found`. */
export async function getAgentReviewPolicy(ctx: RequestContext, agentId: string): Promise<AgentReviewPolicy> {
  authorize(ctx, "triage:read");
  const agent = isUuid(agentId)
    ? await reader().agent.findUnique({ where: { id: agentId }, select: { reviewPolicy: { select: POLICY_SELECT } } })
    : null;
  if (agent === null) throw new DomainError("not_found", "There is no such agent.");
  const rules = await reader().kindRule.findMany({ select: { kind: true, threshold: true } });
  const { ordinaryMin } = await reader().reviewSetting.findUniqueOrThrow({
    where: { id: 1 },
    select: { ordinaryMin: true },
  });
  const toThreshold = (kind: TriageKind): number => rules.find((rule) => rule.kind === kind)?.threshold ?? 0;
  return {
    own: agent.reviewPolicy === null ? null : toPolicyFacts(agent.reviewPolicy),
    defaults: {
      thresholds: {
        legal_issue: toThreshold("legal_issue"),
        payment_dispute: toThreshold("payment_dispute"),
        complaint: toThreshold("complaint"),
        unusual_request: toThreshold("unusual_request"),
      },
      ordinaryMin,
    },
  };
}
