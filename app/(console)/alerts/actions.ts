"use server";

import { refresh } from "next/cache";
import { formText } from "@/app/form-text";
import { runAction } from "@/app/run-action";
import type { FormState } from "@/components/form/form-state";
import { closeAlert } from "@/lib/notices/close-alert";

export async function closeAlertAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await closeAlert(ctx, { alertId: formText(form, "alertId"), note: formText(form, "reason") });
    refresh();
    return { message: "The alert is closed." };
  });
}
