"use client";

import { CheckboxesField } from "@/components/form/choice-field";
import { FieldSet } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import type { Choice } from "@/components/reviews/item-actions";
import { KIND_WORDS, toLanguageWord } from "@/components/reviews/review-words";
import { ButtonLink } from "@/components/ui/button-link";
import { NativeSelect } from "@/components/ui/native-select";
import { TRIAGE_KINDS, type TriageKind } from "@/lib/kernel/triage-kinds";
import { TRIAGE_LANGUAGES } from "@/lib/kernel/triage-languages";

export type QueueValues = {
  queueId: string;
  name: string;
  position: number;
  kinds: readonly TriageKind[];
  languages: readonly string[];
  amountMin: string | null;
  currency: string | null;
  escalationIds: readonly string[];
};

const PLACES_SHOWN = 3;

/** Where items wait: the first queue by its place that fits takes an item. Without `values` a new one. */
export function QueueForm({
  action,
  people,
  values,
  submitLabel,
  disabledReason,
  cancelHref,
}: {
  action: FormAction;
  /** Who can be called. */
  people: readonly Choice[];
  values?: QueueValues | undefined;
  submitLabel: string;
  disabledReason: string | null;
  cancelHref: string;
}) {
  const called = values?.escalationIds ?? [];
  const places = [...called, ...Array.from({ length: Math.max(1, PLACES_SHOWN - called.length) }, () => "")];
  return (
    <Form action={action} guardUnsaved aria-label={submitLabel}>
      {values !== undefined && <input type="hidden" name="queueId" value={values.queueId} />}
      <TextField name="name" label="Name" required maxLength={60} autoComplete="off" defaultValue={values?.name} />
      <TextField
        name="position"
        label="Place"
        help="The first queue that fits takes an item, counted from 1."
        required
        type="number"
        min={1}
        defaultValue={values?.position ?? 1}
      />
      <CheckboxesField
        name="kinds"
        label="Kinds"
        help="None chosen: every kind."
        options={TRIAGE_KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind].word }))}
        defaultValues={values?.kinds}
      />
      <CheckboxesField
        name="languages"
        label="Languages"
        help="None chosen: every language."
        options={TRIAGE_LANGUAGES.map((code) => ({ value: code, label: toLanguageWord(code) }))}
        defaultValues={values?.languages}
      />
      <div className="flex max-w-xl flex-wrap gap-4">
        <TextField
          name="amountMin"
          label="From this amount on"
          inputMode="decimal"
          className="min-w-40 flex-1"
          defaultValue={values?.amountMin ?? ""}
        />
        <TextField
          name="currency"
          label="Currency"
          maxLength={3}
          className="w-32"
          defaultValue={values?.currency ?? ""}
        />
      </div>
      <FieldSet
        name="escalationIds"
        label="Who is called when nobody decides"
        help="One after the other, in this order: active reviewers."
      >
        <div className="grid gap-2">
          {places.map((personId, index) => (
            <NativeSelect
              // biome-ignore lint/suspicious/noArrayIndexKey: the place is what identifies it
              key={index}
              name="escalationIds"
              aria-label={`Person ${index + 1} who is called`}
              options={people}
              placeholder="Nobody"
              defaultValue={personId}
            />
          ))}
        </div>
      </FieldSet>
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
