"use client";

import { submitReviewKinds } from "@/app/(console)/people/actions";
import { CheckboxesField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import { SubmitButton } from "@/components/form/submit-button";
import { KIND_WORDS } from "@/components/reviews/review-words";
import { TRIAGE_KINDS, type TriageKind } from "@/lib/kernel/triage-kinds";

const OPTIONS = TRIAGE_KINDS.map((kind) => ({
  value: kind,
  label: KIND_WORDS[kind].word,
  help: KIND_WORDS[kind].help,
}));

export function ReviewKindsForm({
  personId,
  kinds,
  disabledReason,
}: {
  personId: string;
  kinds: readonly TriageKind[];
  disabledReason: string | null;
}) {
  return (
    <Form action={submitReviewKinds.bind(null, personId)} guardUnsaved>
      <CheckboxesField
        name="kinds"
        label="Kinds of held items"
        help="An item that is held for several kinds needs somebody who decides about all of them."
        required
        options={OPTIONS}
        defaultValues={kinds}
      />
      <FormActions>
        <SubmitButton pendingLabel="Saving…" disabledReason={disabledReason}>
          Save the kinds
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
