"use server";

import { revalidatePath } from "next/cache";
import { runAction } from "@/app/run-action";
import type { FormState } from "@/components/form/form-state";
import { endSession } from "@/lib/people/end-session";

export async function submitEndSession(sessionId: string, previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await endSession(ctx, { sessionId });
    revalidatePath("/account");
    return { message: "The session is ended." };
  });
}
