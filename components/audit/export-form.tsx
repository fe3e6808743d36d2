"use client";

import { RadioField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { ButtonLink } from "@/components/ui/button-link";

/** Asks for the events of a table's address in one of three formats. */
export function ExportForm({
  action,
  query,
  filterNames,
  tableHref,
}: {
  action: FormAction;
  /** The audit page's address after the question mark. */
  query: string;
  filterNames: readonly string[];
  tableHref: string;
}) {
  const what = filterNames.length === 0 ? "The whole log." : `Only what fits: ${filterNames.join(", ")}.`;
  return (
    <Form action={action} aria-label="Export events">
      <input type="hidden" name="query" value={query} />
      <p className="text-sm">{what}</p>
      <RadioField
        name="format"
        label="Format"
        defaultValue="ndjson"
        options={[
          { value: "ndjson", label: "NDJSON", help: "The exact text of every event, one a line." },
          { value: "csv", label: "CSV", help: "For a spreadsheet; formulas are made harmless." },
          { value: "ocsf", label: "OCSF 1.8", help: "For a SIEM." },
        ]}
      />
      <FormActions>
        <SubmitButton pendingLabel="Asking">Export</SubmitButton>
        <ButtonLink href={tableHref}>Choose other events</ButtonLink>
      </FormActions>
    </Form>
  );
}
