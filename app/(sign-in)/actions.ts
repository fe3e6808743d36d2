"use server";

import { redirect } from "next/navigation";
import { getClientAddress } from "@/app/client-address";
import { formText } from "@/app/form-text";
import { runAction } from "@/app/run-action";
import type { FormState } from "@/components/form/form-state";
import { newContext } from "@/lib/identity/new-context";
import { useOneTimeLink } from "@/lib/people/use-one-time-link";

/** Whoever holds a link acts as nobody in particular, also when somebody is signed in in this browser. */
export async function makeFirstAdmin(previous: FormState, form: FormData): Promise<FormState> {
  const state = await runAction(previous, form, async () => {
    await useOneTimeLink(newContext({ kind: "anonymous" }, await getClientAddress()), {
      purpose: "first_admin",
      token: formText(form, "token"),
      name: formText(form, "name"),
      email: formText(form, "email"),
      password: formText(form, "password"),
    });
    return undefined;
  });
  if (state.status === "ok") redirect("/sign-in?done=first-admin");
  return state;
}

export async function setPassword(previous: FormState, form: FormData): Promise<FormState> {
  const state = await runAction(previous, form, async () => {
    await useOneTimeLink(newContext({ kind: "anonymous" }, await getClientAddress()), {
      purpose: "set_password",
      token: formText(form, "token"),
      password: formText(form, "password"),
    });
    return undefined;
  });
  if (state.status === "ok") redirect("/sign-in?done=password-set");
  return state;
}
