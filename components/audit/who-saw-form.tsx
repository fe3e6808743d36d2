"use client";

import { SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";

/** Asks for one customer: by the id that a dataset knows them by, or by the log's pseudonym. */
export function WhoSawForm({
  action,
  datasets,
}: {
  action: FormAction;
  datasets: readonly { value: string; label: string }[];
}) {
  const reason =
    datasets.length === 0 ? "No dataset has a subject key yet: a steward names one on the dataset's page." : null;
  return (
    <Form
      action={action}
      className="flex flex-wrap items-end gap-4 space-y-0 print:hidden"
      aria-label="Find a customer"
    >
      <SelectField name="datasetId" label="Known from" required options={datasets} className="w-full sm:w-64" />
      <TextField
        name="customer"
        label="Customer's id, or pseudonym"
        help="Stays in this request and is written nowhere."
        required
        autoComplete="off"
        className="w-full sm:w-80"
      />
      <SubmitButton pendingLabel="Looking" disabledReason={reason}>
        Show who saw them
      </SubmitButton>
    </Form>
  );
}
