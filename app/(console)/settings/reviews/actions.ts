"use server";

import { refresh } from "next/cache";
import { formChoices, formNumber, formText } from "@/app/form-text";
import { runAction } from "@/app/run-action";
import type { FormState } from "@/components/form/form-state";
import { DomainError } from "@/lib/kernel/domain-error";
import { TRIAGE_KINDS } from "@/lib/kernel/triage-kinds";
import { saveKindRule } from "@/lib/reviews/save-kind-rule";
import { saveReviewSettings } from "@/lib/reviews/save-review-settings";

/** Minutes after midnight of "08:30"; "24:00" is the end of the day. */
function toMinute(form: FormData, name: string): number {
  const match = /^(\d{1,2}):([0-5]\d)$/.exec(formText(form, name).trim());
  if (match === null) throw new DomainError("invalid_input", "Write a time like 08:30.", name);
  return Number(match[1]) * 60 + Number(match[2]);
}

export async function saveKindRuleAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const [kind] = formChoices(form, "kind", TRIAGE_KINDS);
    if (kind === undefined) throw new DomainError("invalid_input", "Choose a kind.", "kind");
    await saveKindRule(ctx, {
      kind,
      minutesToDecide: formNumber(form, "minutesToDecide"),
      remindMinutesBefore: formNumber(form, "remindMinutesBefore"),
      escalateMinutesBefore: formNumber(form, "escalateMinutesBefore"),
      approvalsNeeded: formNumber(form, "approvalsNeeded"),
      threshold: formNumber(form, "threshold"),
      isWorkingTime: formText(form, "isWorkingTime") === "on",
    });
    refresh();
    return { message: "Saved. It counts for what comes from now on." };
  });
}

export async function saveReviewSettingsAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const classifierUrl = formText(form, "classifierUrl").trim() || null;
    const secret = formText(form, "classifierSecret");
    await saveReviewSettings(ctx, {
      version: formNumber(form, "version"),
      timeZone: formText(form, "timeZone"),
      workDays: form.getAll("workDays").map(Number),
      workStartMinute: toMinute(form, "workStartMinute"),
      workEndMinute: toMinute(form, "workEndMinute"),
      claimMinutes: formNumber(form, "claimMinutes"),
      releaseMinutes: formNumber(form, "releaseMinutes"),
      outcomeMinutes: formNumber(form, "outcomeMinutes"),
      twoPersonAmount: formText(form, "twoPersonAmount"),
      twoPersonCurrency: formText(form, "twoPersonCurrency").toUpperCase(),
      sampleShare: formNumber(form, "sampleShare"),
      ordinaryMin: formNumber(form, "ordinaryMin"),
      classifierUrl,
      // Without a classifier there is nothing to keep a secret for.
      classifierSecret: classifierUrl === null ? null : secret === "" ? undefined : secret,
    });
    refresh();
    return { message: "The settings are saved." };
  });
}
