"use client";

import type { ReactNode } from "react";
import { useLinkToken } from "@/app/(sign-in)/use-link-token";
import { Form } from "@/components/form/form";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Callout } from "@/components/ui/callout";

/** A form that a one-time link opens. `children` are fields before the password. */
export function LinkForm({
  action,
  submitLabel,
  howToGetLink,
  children,
}: {
  action: FormAction;
  submitLabel: string;
  howToGetLink: string;
  children?: ReactNode;
}) {
  const token = useLinkToken();
  if (token === "") {
    return (
      <Callout tone="warn" title="This page needs its whole link.">
        {howToGetLink}
      </Callout>
    );
  }
  return (
    <Form action={action}>
      <noscript>
        This page needs JavaScript, which keeps the secret part of the link in your browser until you send the form.
      </noscript>
      <input type="hidden" name="token" value={token ?? ""} />
      {children}
      <TextField
        name="password"
        label="Password"
        type="password"
        help="At least 12 characters. A few words in a row are easy to remember and hard to guess."
        autoComplete="new-password"
        required
        maxLength={200}
      />
      <SubmitButton size="lg" className="w-full" pendingLabel="One moment…">
        {submitLabel}
      </SubmitButton>
    </Form>
  );
}
