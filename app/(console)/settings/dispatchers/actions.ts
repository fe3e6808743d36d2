"use server";

import { refresh } from "next/cache";
import { formText } from "@/app/form-text";
import { runAction } from "@/app/run-action";
import type { FormState } from "@/components/form/form-state";
import { issueDispatcherKey } from "@/lib/cases/issue-dispatcher-key";
import { revokeDispatcherKey } from "@/lib/cases/revoke-dispatcher-key";

/** The key is in the answer once, and nowhere else. */
export async function issueDispatcherKeyAction(
  previous: FormState<{ key: string }>,
  form: FormData,
): Promise<FormState<{ key: string }>> {
  return runAction(previous, form, async (ctx) => {
    const { key } = await issueDispatcherKey(ctx, {
      label: formText(form, "label"),
      daysValid: formText(form, "daysValid"),
    });
    refresh();
    return { data: { key } };
  });
}

export async function revokeDispatcherKeyAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await revokeDispatcherKey(ctx, { dispatcherKeyId: formText(form, "keyId") });
    refresh();
    return { message: "The key is revoked." };
  });
}
