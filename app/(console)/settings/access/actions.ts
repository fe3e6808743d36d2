"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/app/(console)/paths";
import { formText } from "@/app/form-text";
import { runAction } from "@/app/run-action";
import type { FormState } from "@/components/form/form-state";
import { switchTwoPersonRule } from "@/lib/scopes/switch-two-person-rule";

export async function switchTwoPersonRuleAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const isOn = formText(form, "isOn") === "true";
    const { wideningId } = await switchTwoPersonRule(ctx, { isOn, note: formText(form, "reason") });
    if (wideningId !== null) redirect(paths.widening(wideningId));
    refresh();
    return { message: "The two-person rule is on." };
  });
}
