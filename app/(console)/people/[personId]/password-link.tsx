"use client";

import { useState } from "react";
import { type PasswordLink, submitPasswordLink } from "@/app/(console)/people/actions";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { SecretReveal } from "@/components/ui/secret-reveal";

export function PasswordLinkForm({ personId, disabledReason }: { personId: string; disabledReason: string | null }) {
  const [link, setLink] = useState<string | null>(null);
  if (link !== null) {
    return (
      <SecretReveal label="Link to choose a password" secret={link} onStored={() => setLink(null)}>
        Give it to the person yourself: whoever opens it first chooses the password. It works once, for 24 hours.
      </SecretReveal>
    );
  }
  return (
    <Form<PasswordLink>
      action={submitPasswordLink.bind(null, personId)}
      onOk={(data) => setLink(data?.passwordLink ?? null)}
    >
      <p className="text-ink-muted">
        For somebody new, or who forgot their password. Earlier links stop working; the present password works until the
        new one is set.
      </p>
      <SubmitButton variant="secondary" pendingLabel="Making the link…" disabledReason={disabledReason}>
        Make a password link
      </SubmitButton>
    </Form>
  );
}
