"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type PasswordLink, submitPerson } from "@/app/(console)/people/actions";
import { ROLE_OPTIONS } from "@/app/role-words";
import { CheckboxesField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { ButtonLink } from "@/components/ui/button-link";
import { SecretReveal } from "@/components/ui/secret-reveal";

export function AddPersonForm() {
  const router = useRouter();
  const [added, setAdded] = useState<PasswordLink | null>(null);
  if (added !== null) {
    return (
      <SecretReveal
        label="Link to choose a password"
        secret={added.passwordLink}
        onStored={() => router.push(`/people/${added.personId}`)}
      >
        Give it to the person yourself: whoever opens it first chooses the password. It works once, for 24 hours.
      </SecretReveal>
    );
  }
  return (
    <Form<PasswordLink> action={submitPerson} onOk={(data) => setAdded(data ?? null)}>
      <TextField name="name" label="Name" autoComplete="off" required maxLength={120} />
      <TextField
        name="email"
        label="E-mail"
        type="email"
        help="What they sign in with."
        autoComplete="off"
        required
        maxLength={254}
      />
      <CheckboxesField
        name="roles"
        label="Roles"
        help="Roles add up; give the fewest that do."
        required
        options={ROLE_OPTIONS}
      />
      <FormActions>
        <SubmitButton pendingLabel="Adding…">Add and make the link</SubmitButton>
        <ButtonLink href="/people" variant="ghost">
          Cancel
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
