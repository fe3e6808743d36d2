"use server";

import { refresh } from "next/cache";
import { formText } from "@/app/form-text";
import { runAction } from "@/app/run-action";
import type { FormState } from "@/components/form/form-state";
import { approveWidening } from "@/lib/scopes/approve-widening";
import { rejectWidening } from "@/lib/scopes/reject-widening";
import { withdrawWidening } from "@/lib/scopes/withdraw-widening";

const toDecision = (form: FormData) => ({ wideningId: formText(form, "wideningId"), note: formText(form, "reason") });

export async function approveWideningAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await approveWidening(ctx, toDecision(form));
    refresh();
    return { message: "It is in force." };
  });
}

export async function rejectWideningAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await rejectWidening(ctx, toDecision(form));
    refresh();
    return { message: "It is rejected." };
  });
}

export async function withdrawWideningAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await withdrawWidening(ctx, { wideningId: formText(form, "wideningId") });
    refresh();
    return { message: "It is withdrawn." };
  });
}
