"use client";

import { Field, useField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField, TextField } from "@/components/form/text-field";
import { ButtonLink } from "@/components/ui/button-link";

const FILE_HELP = "YAML or CSV, as checklists are exported. It counts before the text below.";

function FileField() {
  const { control } = useField({ name: "file", help: FILE_HELP });
  return (
    <Field name="file" label="File" help={FILE_HELP}>
      <input {...control} type="file" accept=".yaml,.yml,.csv" className="block w-full text-sm" />
    </Field>
  );
}

/** A checklist from a file or a text: a new one by name, or the next version of `base`. */
export function ChecklistFileForm({
  action,
  base,
  text,
  submitLabel,
  disabledReason,
  cancelHref,
}: {
  action: FormAction;
  base?: { templateId: string; number: number } | undefined;
  /** What it says now, as YAML. */
  text?: string | undefined;
  submitLabel: string;
  disabledReason: string | null;
  cancelHref: string;
}) {
  return (
    <Form action={action} guardUnsaved aria-label={submitLabel}>
      {base === undefined ? (
        <TextField name="name" label="Name" required maxLength={120} autoComplete="off" />
      ) : (
        <>
          <input type="hidden" name="templateId" value={base.templateId} />
          <input type="hidden" name="baseNumber" value={base.number} />
          <TextField name="note" label="What this version changes" maxLength={500} />
        </>
      )}
      <FileField />
      <TextareaField
        name="text"
        label="Sections and questions"
        help="As YAML. A fault is named with its place, and nothing is lost."
        rows={base === undefined ? 10 : 30}
        className="max-w-none [&_textarea]:max-h-none [&_textarea]:font-mono [&_textarea]:text-sm"
        spellCheck={false}
        defaultValue={text}
      />
      <FormActions>
        <SubmitButton pendingLabel="Saving…" disabledReason={disabledReason}>
          {submitLabel}
        </SubmitButton>
        <ButtonLink variant="ghost" href={cancelHref}>
          Cancel
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
