"use client";

import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";

/** What an agent may be given in a day over all its scopes. */
export function CapsForm({
  agentId,
  rowsPerDayMax,
  subjectsPerDayMax,
  action,
  disabledReason,
}: {
  agentId: string;
  rowsPerDayMax: number | null;
  subjectsPerDayMax: number | null;
  action: FormAction;
  disabledReason: string | null;
}) {
  return (
    <Form action={action} aria-label="Caps">
      <input type="hidden" name="agentId" value={agentId} />
      <TextField
        name="rowsPerDayMax"
        label="Rows per day"
        help="Over all its scopes; empty: no cap. A day is one of UTC."
        inputMode="numeric"
        defaultValue={rowsPerDayMax ?? ""}
      />
      <TextField
        name="subjectsPerDayMax"
        label="Customers per day"
        help="How many different ones it may see, against gathering them piece by piece; empty: no cap."
        inputMode="numeric"
        defaultValue={subjectsPerDayMax ?? ""}
      />
      <FormActions>
        <SubmitButton disabledReason={disabledReason}>Save the caps</SubmitButton>
      </FormActions>
    </Form>
  );
}
