import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import type { Transaction } from "@/lib/db/client";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { TriageRuleId } from "@/lib/kernel/ids";
import { TRIAGE_KINDS } from "@/lib/kernel/triage-kinds";
import { explainRuleFault } from "@/lib/kernel/triage-rules";
import { newId } from "@/lib/runtime/new-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { RULE_SELECT, type RuleFacts, toRuleFacts } from "./internal/to-rule-facts";
import { ActionKinds, checkMoney, Languages, MoneyShape, SettingName } from "./settings-input";

const texts = (max: number, what: string) =>
  z
    .array(z.string().trim().min(1, "must not be empty").max(200, "use at most 200 characters"), "must be a list")
    .max(max, `name at most ${max} ${what}`)
    .transform((list) => [...new Set(list)])
    .default([]);

export const SaveTriageRuleInput = z
  .object({
    /** Left out: a new rule. */
    ruleId: z.uuid("names no rule").optional(),
    name: SettingName,
    kind: z.enum(TRIAGE_KINDS, "choose a kind"),
    agentId: z.uuid("choose an agent, or none").nullable().default(null),
    phrases: texts(200, "phrases"),
    ...MoneyShape,
    customerFlags: texts(50, "flags"),
    languages: Languages.default([]),
    actionKinds: ActionKinds.default([]),
    isEnabled: z.boolean().default(true),
  })
  .superRefine(checkMoney);
export type SaveTriageRuleInput = z.input<typeof SaveTriageRuleInput>;

/** A rule that triage could not apply would hold nothing, unnoticed. */
function assertRule({ phrases, customerFlags, languages, actionKinds, amountMin, ...rule }: RuleFacts): void {
  const named = (list: readonly string[]) => (list.length === 0 ? undefined : list);
  const { name, kind, currency } = rule;
  const fault = explainRuleFault({
    name,
    kind,
    phrases: named(phrases),
    customerFlags: named(customerFlags),
    languages: named(languages),
    actionKinds: named(actionKinds),
    amountMin: amountMin === null ? undefined : { amount: amountMin, currency: currency ?? undefined },
  });
  if (fault !== null) throw new DomainError("invalid_input", fault, "phrases");
}

async function assertPossible(tx: Transaction, id: string, { name, agentId }: RuleFacts): Promise<void> {
  const taken = await tx.triageRule.findFirst({ where: { name, NOT: { id } }, select: { id: true } });
  if (taken !== null) throw new DomainError("conflict", "A rule has this name already: choose another one.", "name");
  if (agentId === null) return;
  const agent = await tx.agent.findUnique({ where: { id: agentId }, select: { id: true } });
  if (agent === null) throw new DomainError("not_found", "There is no such agent.", "agentId");
}

async function findRule(tx: Transaction, ruleId: string | undefined): Promise<RuleFacts | null> {
  if (ruleId === undefined) return null;
  await tx.$executeRaw`SELECT 1 FROM triage_rule WHERE id = ${ruleId}::uuid FOR UPDATE`;
  const rule = await tx.triageRule.findUnique({ where: { id: ruleId }, select: RULE_SELECT });
  if (rule === null) throw new DomainError("not_found", "There is no such rule.");
  return toRuleFacts(rule);
}

/** Makes or changes a rule that holds messages; it counts for the next message. A rule can never let one through. */
export async function saveTriageRule(ctx: RequestContext, input: SaveTriageRuleInput): Promise<TriageRuleId> {
  authorize(ctx, "triage:write");
  const { ruleId, ...after } = parseInput(SaveTriageRuleInput, input);
  assertRule(after);
  return commit(ctx, async (tx) => {
    const before = await findRule(tx, ruleId);
    const id = (ruleId ?? newId(ctx.now)) as TriageRuleId;
    await assertPossible(tx, id, after);
    if (before === null) {
      await tx.triageRule.create({ data: { id, ...after, createdAt: ctx.now } });
      return { result: id, events: [{ action: "triage_rule.made", ruleId: id, after }] };
    }
    await tx.triageRule.update({ where: { id }, data: after });
    return { result: id, events: [{ action: "triage_rule.changed", ruleId: id, before, after }] };
  });
}
