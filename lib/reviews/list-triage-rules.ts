import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { TriageRuleId } from "@/lib/kernel/ids";
import { RULE_SELECT, type RuleFacts, toRuleFacts } from "./internal/to-rule-facts";

export type TriageRuleRow = RuleFacts & { id: TriageRuleId; agentName: string | null; createdAt: Date };

/** Every rule by name, those that are switched off too. */
export async function listTriageRules(ctx: RequestContext): Promise<TriageRuleRow[]> {
  authorize(ctx, "triage:read");
  const rules = await reader().triageRule.findMany({
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, createdAt: true, agent: { select: { name: true } }, ...RULE_SELECT },
  });
  return rules.map(({ id, createdAt, agent, ...rule }) => ({
    ...toRuleFacts(rule),
    id: id as TriageRuleId,
    agentName: agent?.name ?? null,
    createdAt,
  }));
}
