"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/app/(console)/paths";
import { formChoices, formText } from "@/app/form-text";
import { runAction } from "@/app/run-action";
import type { FormState } from "@/components/form/form-state";
import { decideAccessItem } from "@/lib/access-reviews/decide-access-item";
import { handOverAccessItem } from "@/lib/access-reviews/hand-over-access-item";
import { startAccessReview } from "@/lib/access-reviews/start-access-review";
import { ACCESS_DECISIONS, ACCESS_ITEM_KINDS } from "@/lib/kernel/access-item-state";
import { DomainError } from "@/lib/kernel/domain-error";
import { FINDING_KINDS } from "@/lib/kernel/find-scope-findings";
import { ROLES } from "@/lib/kernel/vocabulary";

export async function startAccessReviewAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const kinds = formChoices(form, "kinds", ACCESS_ITEM_KINDS);
    const input = { name: formText(form, "name"), kinds, daysDue: formText(form, "daysDue") };
    redirect(paths.accessReview(await startAccessReview(ctx, input)));
  });
}

export async function decideAccessItemAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const [decision] = formChoices(form, "decision", ACCESS_DECISIONS);
    if (decision === undefined) throw new DomainError("invalid_input", "Choose what becomes of it.", "decision");
    const [finding] = formChoices(form, "finding", FINDING_KINDS);
    const roles = formText(form, "roles").split(",");
    const kept = ROLES.filter((role) => roles.includes(role));
    const note = formText(form, "reason");
    await decideAccessItem(ctx, { itemId: formText(form, "itemId"), decision, finding, roles: kept, note });
    refresh();
    return { message: "It is decided." };
  });
}

export async function handOverAccessItemAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const note = formText(form, "reason");
    await handOverAccessItem(ctx, { itemId: formText(form, "itemId"), toId: formText(form, "toId"), note });
    refresh();
    return { message: "It is handed over." };
  });
}
