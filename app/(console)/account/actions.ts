"use server";

import { revalidatePath } from "next/cache";
import { formText } from "@/app/form-text";
import { runAction } from "@/app/run-action";
import type { FormState } from "@/components/form/form-state";
import { DomainError } from "@/lib/kernel/domain-error";
import { NOTICE_MODES } from "@/lib/kernel/vocabulary";
import { markNoticesSeen } from "@/lib/notices/mark-notices-seen";
import { setNoticeMode } from "@/lib/notices/set-notice-mode";
import { endSession } from "@/lib/people/end-session";

export async function submitEndSession(sessionId: string, previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await endSession(ctx, { sessionId });
    revalidatePath("/account");
    return { message: "The session is ended." };
  });
}

export async function submitNoticeMode(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const mode = NOTICE_MODES.find((each) => each === formText(form, "mode"));
    if (mode === undefined) throw new DomainError("invalid_input", "Choose one of the three.", "mode");
    await setNoticeMode(ctx, { mode });
    revalidatePath("/account/notices");
    return { message: "Saved." };
  });
}

export async function submitNoticesSeen(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const count = await markNoticesSeen(ctx, {});
    revalidatePath("/account/notices");
    return { message: count === 1 ? "1 notice is marked." : `${count} notices are marked.` };
  });
}
