import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { TRIAGE_KINDS } from "@/lib/kernel/triage-kinds";
import { parseInput } from "@/lib/runtime/parse-input";
import { Approvals, Share } from "./settings-input";

const MINUTES_MIN = 5;
/** Thirty days. */
const MINUTES_MAX = 43_200;
const LEGAL_PEOPLE_MIN = 2;

const minutesBefore = z
  .int("must be whole minutes")
  .min(0, "must be at least 0")
  .max(MINUTES_MAX, `must be at most ${MINUTES_MAX} minutes`);

export const SaveKindRuleInput = z
  .object({
    kind: z.enum(TRIAGE_KINDS, "choose a kind"),
    minutesToDecide: z
      .int("must be whole minutes")
      .min(MINUTES_MIN, `must be at least ${MINUTES_MIN} minutes`)
      .max(MINUTES_MAX, `must be at most ${MINUTES_MAX} minutes`),
    remindMinutesBefore: minutesBefore,
    escalateMinutesBefore: minutesBefore,
    isWorkingTime: z.boolean("must be true or false"),
    approvalsNeeded: Approvals,
    threshold: Share,
  })
  .superRefine(({ kind, approvalsNeeded, minutesToDecide, ...rule }, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (kind === "legal_issue" && approvalsNeeded < LEGAL_PEOPLE_MIN)
      refuse("approvalsNeeded", "must be at least 2: a legal issue takes two different people");
    for (const name of ["remindMinutesBefore", "escalateMinutesBefore"] as const)
      if (rule[name] >= minutesToDecide) refuse(name, "must be less than the time to decide");
  });
export type SaveKindRuleInput = z.input<typeof SaveKindRuleInput>;

/** Changes a kind's clock, its people and its threshold, for what comes from now on. */
export async function saveKindRule(ctx: RequestContext, input: SaveKindRuleInput): Promise<void> {
  authorize(ctx, "review_settings:write");
  const { kind, ...after } = parseInput(SaveKindRuleInput, input);
  return commit(ctx, async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM kind_rule WHERE kind = ${kind}::hold_kind FOR UPDATE`;
    const { kind: _, ...before } = await tx.kindRule.findUniqueOrThrow({ where: { kind } });
    await tx.kindRule.update({ where: { kind }, data: after });
    return { result: undefined, events: [{ action: "kind_rule.changed", kind, before, after }] };
  });
}
