"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/app/(console)/paths";
import { formChoices, formText } from "@/app/form-text";
import { runAction } from "@/app/run-action";
import type { FormState } from "@/components/form/form-state";
import type { MadeWebhook } from "@/components/reviews/webhook-form";
import { WEBHOOK_TOPICS } from "@/lib/kernel/vocabulary";
import { makeWebhookEndpoint } from "@/lib/notices/make-webhook-endpoint";
import { redeliver } from "@/lib/notices/redeliver";
import { removeWebhookEndpoint } from "@/lib/notices/remove-webhook-endpoint";
import { rollWebhookSecret } from "@/lib/notices/roll-webhook-secret";
import { switchWebhookEndpoint } from "@/lib/notices/switch-webhook-endpoint";

/** The secret is in the answer once, and nowhere else. */
export async function makeWebhookAction(
  previous: FormState<MadeWebhook>,
  form: FormData,
): Promise<FormState<MadeWebhook>> {
  return runAction(previous, form, async (ctx) => {
    const { endpointId, secret } = await makeWebhookEndpoint(ctx, {
      name: formText(form, "name"),
      url: formText(form, "url"),
      topics: formChoices(form, "topics", WEBHOOK_TOPICS),
      agentId: formText(form, "agentId") || null,
    });
    return { data: { secret, href: paths.webhook(endpointId) } };
  });
}

export async function switchWebhookAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const isEnabled = formText(form, "isEnabled") === "true";
    await switchWebhookEndpoint(ctx, { endpointId: formText(form, "endpointId"), isEnabled });
    refresh();
    return { message: isEnabled ? "The webhook is on." : "The webhook is off." };
  });
}

/** As with a new one: the secret is in the answer once. */
export async function rollWebhookSecretAction(
  previous: FormState<{ secret: string }>,
  form: FormData,
): Promise<FormState<{ secret: string }>> {
  return runAction(previous, form, async (ctx) => {
    const data = await rollWebhookSecret(ctx, { endpointId: formText(form, "endpointId") });
    return { data };
  });
}

export async function removeWebhookAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await removeWebhookEndpoint(ctx, { endpointId: formText(form, "endpointId") });
    redirect(paths.webhookSettings());
  });
}

export async function redeliverAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await redeliver(ctx, { deliveryId: formText(form, "deliveryId") });
    refresh();
    return { message: "It is sent again in a moment." };
  });
}
