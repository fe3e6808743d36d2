"use client";

import { useState } from "react";
import { Field, useField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField, TextField } from "@/components/form/text-field";
import { ButtonLink } from "@/components/ui/button-link";
import { ChecklistChangeDialog } from "@/components/vendors/checklist-change-dialog";
import type { ChecklistChange, ChecklistChangeSteps } from "@/components/vendors/checklist-types";

const FILE_HELP = "YAML or CSV, as checklists are exported. It counts before the text below.";

function FileField() {
  const { control } = useField({ name: "file", help: FILE_HELP });
  return (
    <Field name="file" label="File" help={FILE_HELP}>
      <input {...control} type="file" accept=".yaml,.yml,.csv" className="block w-full text-sm" />
    </Field>
  );
}

function ContentField({ rows, text }: { rows: number; text?: string | undefined }) {
  return (
    <TextareaField
      name="text"
      label="Sections and questions"
      help="As YAML. A fault is named with its place, and nothing is lost."
      rows={rows}
      className="max-w-none [&_textarea]:max-h-none [&_textarea]:font-mono [&_textarea]:text-sm"
      spellCheck={false}
      defaultValue={text}
    />
  );
}

/** A new checklist, from a file or a text. */
export function NewChecklistForm({ action, cancelHref }: { action: FormAction; cancelHref: string }) {
  return (
    <Form action={action} guardUnsaved aria-label="Import the checklist">
      <TextField name="name" label="Name" required maxLength={120} autoComplete="off" />
      <FileField />
      <ContentField rows={10} />
      <FormActions>
        <SubmitButton pendingLabel="Saving…">Import the checklist</SubmitButton>
        <ButtonLink variant="ghost" href={cancelHref}>
          Cancel
        </ButtonLink>
      </FormActions>
    </Form>
  );
}

/** The next version of a checklist, from a file or a text. Before it is saved it is shown what that does. */
export function ChecklistFileForm({
  text,
  steps: { base, preview, save },
  disabledReason,
  cancelHref,
}: {
  /** What it says now, as YAML. */
  text: string;
  steps: ChecklistChangeSteps;
  disabledReason: string | null;
  cancelHref: string;
}) {
  const [change, setChange] = useState<ChecklistChange | null>(null);
  return (
    <>
      <Form action={preview} guardUnsaved onOk={(seen) => setChange(seen ?? null)} aria-label="Change the checklist">
        <input type="hidden" name="templateId" value={base.templateId} />
        <input type="hidden" name="baseNumber" value={base.number} />
        <FileField />
        <ContentField rows={30} text={text} />
        <FormActions>
          <SubmitButton pendingLabel="Looking…" disabledReason={disabledReason}>
            See what changes, then save
          </SubmitButton>
          <ButtonLink variant="ghost" href={cancelHref}>
            Cancel
          </ButtonLink>
        </FormActions>
      </Form>
      <ChecklistChangeDialog change={change} base={base} save={save} onClose={() => setChange(null)} />
    </>
  );
}
