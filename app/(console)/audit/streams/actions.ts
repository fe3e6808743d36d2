"use server";

import { refresh } from "next/cache";
import { formText } from "@/app/form-text";
import { runAction } from "@/app/run-action";
import type { FormState } from "@/components/form/form-state";
import { makeStream, type MakeStreamInput } from "@/lib/audit/make-stream";
import { removeStream } from "@/lib/audit/remove-stream";
import { switchStream } from "@/lib/audit/switch-stream";

type Made = { secret: string | null };

export async function makeStreamAction(previous: FormState<Made>, form: FormData): Promise<FormState<Made>> {
  return runAction<Made>(previous, form, async (ctx) => {
    const { secret } = await makeStream(ctx, {
      name: formText(form, "name"),
      kind: formText(form, "kind") as MakeStreamInput["kind"],
      target: formText(form, "target"),
      authorities: formText(form, "authorities").trim() || undefined,
      isFromStart: formText(form, "isFromStart") === "on",
    });
    refresh();
    return { message: "The stream is made.", data: { secret } };
  });
}

export async function switchStreamAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const isOn = formText(form, "isOn") === "yes";
    await switchStream(ctx, { streamId: formText(form, "streamId"), isOn });
    refresh();
    return { message: isOn ? "The stream goes on where it stopped." : "The stream is off. It keeps its place." };
  });
}

export async function removeStreamAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await removeStream(ctx, { streamId: formText(form, "streamId") });
    refresh();
    return { message: "The stream is removed." };
  });
}
