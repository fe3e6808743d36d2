"use client";

import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField } from "@/components/form/text-field";
import { ButtonLink } from "@/components/ui/button-link";

/** The one click that takes something away, with its reason. */
export function NarrowForm({
  scopeId,
  version,
  less,
  label,
  action,
  cancelHref,
}: {
  scopeId: string;
  version: number;
  /** What is taken away, as JSON. */
  less: string;
  label: string;
  action: FormAction;
  cancelHref: string;
}) {
  return (
    <Form action={action} aria-label={label}>
      <input type="hidden" name="scopeId" value={scopeId} />
      <input type="hidden" name="versionSeen" value={version} />
      <input type="hidden" name="less" value={less} />
      <TextareaField
        name="reason"
        label="Why"
        help="Kept in the scope's history and in the audit log."
        required
        rows={2}
        maxLength={500}
        defaultValue="Not needed, as its use shows."
      />
      <FormActions>
        <SubmitButton pendingLabel="Narrowing…">{label}</SubmitButton>
        <ButtonLink variant="ghost" href={cancelHref}>
          Cancel
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
