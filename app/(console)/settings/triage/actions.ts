"use server";

import { redirect } from "next/navigation";
import { paths } from "@/app/(console)/paths";
import { formChoices, formLines, formText } from "@/app/form-text";
import { runAction } from "@/app/run-action";
import type { FormState } from "@/components/form/form-state";
import { DomainError } from "@/lib/kernel/domain-error";
import { TRIAGE_KINDS } from "@/lib/kernel/triage-kinds";
import { TRIAGE_LANGUAGES } from "@/lib/kernel/triage-languages";
import { CHANNELS } from "@/lib/kernel/vocabulary";
import { removeTriageRule } from "@/lib/reviews/remove-triage-rule";
import { saveTriageRule } from "@/lib/reviews/save-triage-rule";
import { type TriedTriage, tryTriage } from "@/lib/reviews/try-triage";

export async function saveTriageRuleAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const [kind] = formChoices(form, "kind", TRIAGE_KINDS);
    if (kind === undefined) throw new DomainError("invalid_input", "Choose a kind.", "kind");
    await saveTriageRule(ctx, {
      ruleId: formText(form, "ruleId") || undefined,
      name: formText(form, "name"),
      kind,
      agentId: formText(form, "agentId") || null,
      phrases: formLines(form, "phrases"),
      amountMin: formText(form, "amountMin") || null,
      currency: formText(form, "currency").toUpperCase() || null,
      customerFlags: formLines(form, "customerFlags"),
      languages: formChoices(form, "languages", TRIAGE_LANGUAGES),
      actionKinds: formLines(form, "actionKinds"),
      isEnabled: formText(form, "isEnabled") === "on",
    });
    redirect(paths.triageSettings());
  });
}

export async function removeTriageRuleAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await removeTriageRule(ctx, { ruleId: formText(form, "ruleId") });
    redirect(paths.triageSettings());
  });
}

export async function tryTriageAction(
  previous: FormState<TriedTriage>,
  form: FormData,
): Promise<FormState<TriedTriage>> {
  return runAction(previous, form, async (ctx) => {
    const [channel] = formChoices(form, "channel", CHANNELS);
    const amount = formText(form, "amount");
    const currency = formText(form, "currency").toUpperCase();
    const data = await tryTriage(ctx, {
      text: formText(form, "text"),
      agentId: formText(form, "agentId") || undefined,
      channel,
      reply: formText(form, "reply") || undefined,
      action: amount === "" ? undefined : { type: "refund", amount, currency },
      customerFlags: formLines(form, "customerFlags"),
    });
    return { data };
  });
}
