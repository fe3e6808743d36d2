"use client";

import { CheckboxesField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { ACCESS_KIND_WORDS } from "@/components/access-reviews/access-review-words";
import { ACCESS_ITEM_KINDS } from "@/lib/kernel/access-item-state";

/** Starts an access review. */
export function StartReviewForm({ action, disabledReason }: { action: FormAction; disabledReason: string | null }) {
  return (
    <Form action={action} aria-label="Start an access review">
      <TextField name="name" label="Name" required maxLength={80} placeholder="Spring 2027" />
      <CheckboxesField
        name="kinds"
        label="Go through"
        required
        options={ACCESS_ITEM_KINDS.map((kind) => ({ value: kind, label: ACCESS_KIND_WORDS[kind] }))}
        defaultValues={ACCESS_ITEM_KINDS}
      />
      <TextField
        name="daysDue"
        label="Days until it is due"
        help="What nobody answered by then is suspended, not kept."
        required
        inputMode="numeric"
        defaultValue="14"
      />
      <FormActions>
        <SubmitButton pendingLabel="Starting…" disabledReason={disabledReason}>
          Start the review
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
