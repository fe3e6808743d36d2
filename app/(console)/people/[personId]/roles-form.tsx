"use client";

import { submitRoles } from "@/app/(console)/people/actions";
import { ROLE_OPTIONS } from "@/app/role-words";
import { CheckboxesField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import { SubmitButton } from "@/components/form/submit-button";
import type { Role } from "@/lib/kernel/vocabulary";

export function RolesForm({
  personId,
  roles,
  disabledReason,
}: {
  personId: string;
  roles: readonly Role[];
  disabledReason: string | null;
}) {
  return (
    <Form action={submitRoles.bind(null, personId)} guardUnsaved>
      <CheckboxesField
        name="roles"
        label="Roles"
        help="A change ends all sessions of the person at once."
        required
        options={ROLE_OPTIONS}
        defaultValues={roles}
      />
      <FormActions>
        <SubmitButton pendingLabel="Saving…" disabledReason={disabledReason}>
          Save the roles
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
