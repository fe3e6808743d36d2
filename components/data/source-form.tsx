"use client";

import { SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { ButtonLink } from "@/components/ui/button-link";

export type SourceFormValues = {
  sourceId: string;
  name: string;
  host: string;
  port: number;
  database: string;
  username: string;
  tlsMode: string;
};

const TLS = [
  { value: "verify_full", label: "On, and the server's certificate is checked" },
  { value: "require", label: "On, without checking the certificate" },
  { value: "disable", label: "Off: only on this machine or a network of your own" },
] as const;

/** How a Postgres source is reached: a connection URL, or its parts. With `values` it changes one. */
export function SourceForm({
  action,
  values,
  submitLabel,
  cancelHref,
}: {
  action: FormAction;
  values?: SourceFormValues | undefined;
  submitLabel: string;
  cancelHref: string;
}) {
  const isNew = values === undefined;
  return (
    <Form action={action} guardUnsaved aria-label={submitLabel}>
      {!isNew && <input type="hidden" name="sourceId" value={values.sourceId} />}
      <TextField
        name="name"
        label="Name"
        help="What people here call it, such as Webshop or CRM."
        required
        maxLength={80}
        autoComplete="off"
        defaultValue={values?.name}
      />
      {isNew && (
        <TextField
          name="url"
          label="Connection URL"
          help="postgresql://user:password@host:5432/database. What is given below counts instead of its part."
          autoComplete="off"
          spellCheck={false}
          className="max-w-3xl"
        />
      )}
      <div className="grid max-w-3xl gap-5 sm:grid-cols-2">
        <TextField name="host" label="Host" autoComplete="off" spellCheck={false} defaultValue={values?.host} />
        <TextField
          name="port"
          label="Port"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={values?.port}
          placeholder="5432"
        />
        <TextField
          name="database"
          label="Database"
          autoComplete="off"
          spellCheck={false}
          defaultValue={values?.database}
        />
        <TextField name="username" label="User" autoComplete="off" spellCheck={false} defaultValue={values?.username} />
        <TextField
          name="password"
          label="Password"
          type="password"
          autoComplete="new-password"
          help={isNew ? undefined : "Leave it empty to keep the one that is stored."}
        />
        <SelectField
          name="tlsMode"
          label="TLS"
          options={TLS}
          placeholder={isNew ? "On and checked, unless it is this machine" : undefined}
          defaultValue={values?.tlsMode}
        />
      </div>
      <p className="max-w-xl text-ink-muted text-sm">
        The password is kept encrypted and shown to nobody. A database user that may only read is enough and safer.
      </p>
      <FormActions>
        <SubmitButton pendingLabel="Saving…">{submitLabel}</SubmitButton>
        <ButtonLink variant="ghost" href={cancelHref}>
          Cancel
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
