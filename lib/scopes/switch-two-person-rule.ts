import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { WideningId } from "@/lib/kernel/ids";
import { parseInput } from "@/lib/runtime/parse-input";
import { propose } from "./internal/propose";

export const SwitchTwoPersonRuleInput = z.object({
  isOn: z.boolean(),
  note: z.string().trim().min(1, "say why in a sentence").max(500, "must be at most 500 characters"),
});
export type SwitchTwoPersonRuleInput = z.input<typeof SwitchTwoPersonRuleInput>;

/** Switches the rule on at once; switching it off is a widening itself and waits for another admin. Throws `conflict` where it is so already. */
export async function switchTwoPersonRule(
  ctx: RequestContext,
  input: SwitchTwoPersonRuleInput,
): Promise<{ wideningId: WideningId | null }> {
  authorize(ctx, "access_settings:write");
  const { isOn, note } = parseInput(SwitchTwoPersonRuleInput, input);
  return commit<{ wideningId: WideningId | null }>(ctx, async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM access_settings WHERE id = 1 FOR UPDATE`;
    const now = await tx.accessSettings.findUniqueOrThrow({ where: { id: 1 } });
    if (now.isTwoPersonRuleOn === isOn)
      throw new DomainError("conflict", `The two-person rule is ${isOn ? "on" : "off"} already.`);
    if (isOn) {
      await tx.accessSettings.update({ where: { id: 1 }, data: { isTwoPersonRuleOn: true } });
      return { result: { wideningId: null }, events: [{ action: "two_person_rule.switched", after: { isOn } }] };
    }
    if ((await tx.widening.count({ where: { kind: "rule_off", state: "waiting" } })) > 0)
      throw new DomainError(
        "conflict",
        "Switching the two-person rule off is proposed already: another admin decides.",
      );
    const { wideningId, event } = await propose(tx, ctx, { kind: "rule_off", note });
    return { result: { wideningId }, events: [event] };
  });
}
