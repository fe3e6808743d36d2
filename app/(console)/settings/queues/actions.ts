"use server";

import { redirect } from "next/navigation";
import { paths } from "@/app/(console)/paths";
import { formChoices, formNumber, formText } from "@/app/form-text";
import { runAction } from "@/app/run-action";
import type { FormState } from "@/components/form/form-state";
import { TRIAGE_KINDS } from "@/lib/kernel/triage-kinds";
import { TRIAGE_LANGUAGES } from "@/lib/kernel/triage-languages";
import { removeReviewQueue } from "@/lib/reviews/remove-review-queue";
import { saveReviewQueue } from "@/lib/reviews/save-review-queue";

export async function saveQueueAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await saveReviewQueue(ctx, {
      queueId: formText(form, "queueId") || undefined,
      name: formText(form, "name"),
      position: formNumber(form, "position"),
      kinds: formChoices(form, "kinds", TRIAGE_KINDS),
      languages: formChoices(form, "languages", TRIAGE_LANGUAGES),
      amountMin: formText(form, "amountMin") || null,
      currency: formText(form, "currency").toUpperCase() || null,
      escalationIds: form.getAll("escalationIds").filter((id): id is string => typeof id === "string" && id !== ""),
    });
    redirect(paths.queueSettings());
  });
}

export async function removeQueueAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await removeReviewQueue(ctx, { queueId: formText(form, "queueId") });
    redirect(paths.queueSettings());
  });
}
