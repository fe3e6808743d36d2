"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { CheckboxesField, ComboboxField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import type { Choice } from "@/components/reviews/item-actions";
import { WEBHOOK_TOPIC_WORDS } from "@/components/reviews/review-words";
import { ButtonLink } from "@/components/ui/button-link";
import { SecretReveal } from "@/components/ui/secret-reveal";
import { WEBHOOK_TOPICS } from "@/lib/kernel/vocabulary";

export type MadeWebhook = { secret: string; href: string };

export const SECRET_KEPT =
  "Gatehouse keeps it sealed, to sign with. If it is lost, roll it: the former one counts for another day.";

const TOPICS = WEBHOOK_TOPICS.map((topic) => ({ value: topic, ...WEBHOOK_TOPIC_WORDS[topic] }));

/** Adds a webhook and shows its secret once. */
export function WebhookForm({
  action,
  agents,
  disabledReason,
  cancelHref,
}: {
  action: FormAction<MadeWebhook>;
  agents: readonly Choice[];
  disabledReason: string | null;
  cancelHref: string;
}) {
  const router = useRouter();
  const [made, setMade] = useState<MadeWebhook | null>(null);
  if (made !== null) {
    return (
      <div className="max-w-xl">
        <SecretReveal
          label="Secret of the webhook"
          secret={made.secret}
          kept={SECRET_KEPT}
          onStored={() => router.push(made.href)}
        >
          Every request carries webhook-id, webhook-timestamp and webhook-signature, as Standard Webhooks 1.0 says.
          Check the signature with this secret before you believe one.
        </SecretReveal>
      </div>
    );
  }
  return (
    <Form<MadeWebhook> action={action} guardUnsaved onOk={(data) => setMade(data ?? null)} aria-label="Add a webhook">
      <TextField name="name" label="Name" required maxLength={80} autoComplete="off" />
      <TextField
        name="url"
        label="Address"
        help="Gets a POST with ids, codes and times. Never a word of a customer."
        required
        type="url"
        placeholder="https://hooks.example.com/gatehouse"
      />
      <CheckboxesField name="topics" label="What it hears" required options={TOPICS} />
      <ComboboxField
        name="agentId"
        label="Only what concerns"
        options={[{ value: "", label: "Every agent" }, ...agents]}
        placeholder="Every agent"
      />
      <FormActions>
        <SubmitButton pendingLabel="Adding…" disabledReason={disabledReason}>
          Add the webhook
        </SubmitButton>
        <ButtonLink variant="ghost" href={cancelHref}>
          Cancel
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
