"use server";

import { revalidatePath } from "next/cache";
import { formChoices, formText } from "@/app/form-text";
import { runAction } from "@/app/run-action";
import type { FormState } from "@/components/form/form-state";
import { TRIAGE_KINDS } from "@/lib/kernel/triage-kinds";
import { ROLES, type Role } from "@/lib/kernel/vocabulary";
import { addPerson } from "@/lib/people/add-person";
import { disablePerson } from "@/lib/people/disable-person";
import { enablePerson } from "@/lib/people/enable-person";
import { endPersonSessions } from "@/lib/people/end-person-sessions";
import { makePasswordLink } from "@/lib/people/make-password-link";
import { setReviewKinds } from "@/lib/people/set-review-kinds";
import { setRoles } from "@/lib/people/set-roles";

export type PasswordLink = { personId: string; passwordLink: string };

function rolesOf(form: FormData): Role[] {
  const chosen = form.getAll("roles");
  return ROLES.filter((role) => chosen.includes(role));
}

export async function submitPerson(
  previous: FormState<PasswordLink>,
  form: FormData,
): Promise<FormState<PasswordLink>> {
  return runAction(previous, form, async (ctx) => {
    const added = await addPerson(ctx, {
      name: formText(form, "name"),
      email: formText(form, "email"),
      roles: rolesOf(form),
    });
    revalidatePath("/people");
    return { data: added };
  });
}

export async function submitRoles(personId: string, previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await setRoles(ctx, { personId, roles: rolesOf(form) });
    revalidatePath("/people", "layout");
    return { message: "The roles are changed." };
  });
}

export async function submitReviewKinds(personId: string, previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await setReviewKinds(ctx, { personId, kinds: formChoices(form, "kinds", TRIAGE_KINDS) });
    revalidatePath("/people", "layout");
    return { message: "The kinds are changed. They count from the next decision on." };
  });
}

export async function submitPasswordLink(
  personId: string,
  previous: FormState<PasswordLink>,
  form: FormData,
): Promise<FormState<PasswordLink>> {
  return runAction(previous, form, async (ctx) => {
    const { passwordLink } = await makePasswordLink(ctx, { personId });
    return { data: { personId, passwordLink } };
  });
}

export async function submitDisable(personId: string, previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await disablePerson(ctx, { personId });
    revalidatePath("/people", "layout");
    return { message: "The person is disabled and signed out." };
  });
}

export async function submitEnable(personId: string, previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await enablePerson(ctx, { personId });
    revalidatePath("/people", "layout");
    return { message: "The person is enabled." };
  });
}

export async function submitEndSessions(personId: string, previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const ended = await endPersonSessions(ctx, { personId });
    revalidatePath("/people", "layout");
    return { message: ended === 1 ? "One session is ended." : `${ended} sessions are ended.` };
  });
}
