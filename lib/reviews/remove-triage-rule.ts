import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { RULE_SELECT, toRuleFacts } from "./internal/to-rule-facts";

export const RemoveTriageRuleInput = z.object({ ruleId: z.uuid("names no rule") });
export type RemoveTriageRuleInput = z.input<typeof RemoveTriageRuleInput>;

/** Removes a rule; what it held stays held. Throws `not_found`. */
export async function removeTriageRule(ctx: RequestContext, input: RemoveTriageRuleInput): Promise<void> {
  authorize(ctx, "triage:write");
  const { ruleId } = parseInput(RemoveTriageRuleInput, input);
  return commit(ctx, async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM triage_rule WHERE id = ${ruleId}::uuid FOR UPDATE`;
    const rule = await tx.triageRule.findUnique({ where: { id: ruleId }, select: RULE_SELECT });
    if (rule === null) throw new DomainError("not_found", "There is no such rule.");
    await tx.triageRule.delete({ where: { id: ruleId } });
    return { result: undefined, events: [{ action: "triage_rule.removed", ruleId, before: toRuleFacts(rule) }] };
  });
}
