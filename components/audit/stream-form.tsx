"use client";

import { useState } from "react";
import { CheckboxField, SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField, TextField } from "@/components/form/text-field";
import { SecretReveal } from "@/components/ui/secret-reveal";

/** Makes a stream; a webhook's secret is shown once, here. */
export function StreamForm({
  action,
  disabledReason,
}: {
  action: FormAction<{ secret: string | null }>;
  disabledReason: string | null;
}) {
  const [secret, setSecret] = useState<string | null>(null);
  if (secret !== null) {
    return <SecretReveal secret={secret} label="Secret of the webhook" onStored={() => setSecret(null)} />;
  }
  return (
    <Form action={action} resetOnOk onOk={(data) => setSecret(data?.secret ?? null)} aria-label="Make a stream">
      <TextField name="name" label="Name" required autoComplete="off" />
      <SelectField
        name="kind"
        label="Kind"
        required
        options={[
          { value: "webhook", label: "Webhook (Standard Webhooks, signed)" },
          { value: "syslog", label: "Syslog (RFC 5424 over TLS)" },
        ]}
      />
      <TextField name="target" label="Where to" help="An https address, or host:port of a syslog server." required />
      <TextareaField
        name="authorities"
        label="Certificates"
        help="PEM, that a syslog server is known by; without, those that the system trusts."
        rows={2}
      />
      <CheckboxField name="isFromStart" label="From the log's first entry on" help="Otherwise from now." />
      <FormActions>
        <SubmitButton disabledReason={disabledReason}>Make the stream</SubmitButton>
      </FormActions>
    </Form>
  );
}
