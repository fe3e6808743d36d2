"use server";

import { refresh } from "next/cache";
import { formText } from "@/app/form-text";
import { runAction } from "@/app/run-action";
import type { FormState } from "@/components/form/form-state";
import { approveLift } from "@/lib/freezes/approve-lift";
import { freezeAccess, type FreezeAccessInput } from "@/lib/freezes/freeze-access";
import { proposeLift } from "@/lib/freezes/propose-lift";
import { runDrill } from "@/lib/policy/run-drill";

/** `what` is a target with the id of the thing after it: "agent 01a2…". */
export async function freezeAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const [target = "", id = ""] = formText(form, "what").split(" ");
    const thing = { target, vendorId: id, sourceId: id, agentId: id, reason: formText(form, "reason") };
    await freezeAccess(ctx, thing as FreezeAccessInput);
    refresh();
    return { message: "It is frozen." };
  });
}

export async function proposeLiftAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await proposeLift(ctx, { freezeId: formText(form, "freezeId"), reason: formText(form, "reason") });
    refresh();
    return { message: "Proposed. A second admin approves it on this page." };
  });
}

export async function approveLiftAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await approveLift(ctx, { freezeId: formText(form, "freezeId") });
    refresh();
    return { message: "The freeze is lifted." };
  });
}

export async function runDrillAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const { hasPassed, obstacle } = await runDrill(ctx, { agentId: formText(form, "agentId") });
    refresh();
    return { message: obstacle ?? (hasPassed ? "The drill has passed." : "The drill has failed: see what it found.") };
  });
}
