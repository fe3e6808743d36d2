"use client";

import { SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";

/** Asks for an evidence pack: a framework and a period. */
export function EvidenceForm({
  action,
  frameworks,
  from,
  to,
}: {
  action: FormAction;
  frameworks: readonly { value: string; label: string }[];
  from: string;
  to: string;
}) {
  return (
    <Form action={action} aria-label="Evidence pack">
      <input type="hidden" name="format" value="evidence" />
      <SelectField name="framework" label="Framework" required options={frameworks} />
      <div className="flex flex-wrap gap-4">
        <TextField name="from" type="date" label="From" help="Days are counted in UTC." required defaultValue={from} />
        <TextField name="to" type="date" label="To" help="This day is the last." required defaultValue={to} />
      </div>
      <FormActions>
        <SubmitButton pendingLabel="Asking">Make the pack</SubmitButton>
      </FormActions>
    </Form>
  );
}
