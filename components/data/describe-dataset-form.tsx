"use client";

import { SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { RECORD_KIND_WORDS } from "@/components/ui/category-words";
import { RECORD_KINDS, type RecordKind } from "@/lib/kernel/vocabulary";

/** What a dataset holds, and which of its fields names the customer that a row is about. */
export function DescribeDatasetForm({
  datasetId,
  recordKind,
  subjectKey,
  fieldNames,
  isConfirmed,
  action,
  disabledReason,
}: {
  datasetId: string;
  recordKind: RecordKind;
  subjectKey: string | null;
  fieldNames: readonly string[];
  isConfirmed: boolean;
  action: FormAction;
  disabledReason: string | null;
}) {
  return (
    <Form action={action} className="space-y-4">
      <input type="hidden" name="datasetId" value={datasetId} />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          name="recordKind"
          label="A row is"
          required
          defaultValue={recordKind}
          options={RECORD_KINDS.map((kind) => ({ value: kind, label: RECORD_KIND_WORDS[kind] }))}
        />
        <SelectField
          name="subjectKey"
          label="Names its customer"
          placeholder="Rows are about nobody"
          defaultValue={subjectKey ?? undefined}
          options={fieldNames.map((name) => ({ value: name, label: name }))}
        />
      </div>
      <FormActions>
        <SubmitButton
          variant={isConfirmed ? "secondary" : "primary"}
          pendingLabel="Saving…"
          disabledReason={disabledReason}
        >
          {isConfirmed ? "Save" : "Confirm"}
        </SubmitButton>
        {!isConfirmed && (
          <span className="text-ink-muted text-sm">This is a suggestion until somebody confirms it.</span>
        )}
      </FormActions>
    </Form>
  );
}
