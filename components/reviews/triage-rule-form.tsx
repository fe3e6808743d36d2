"use client";

import { CheckboxesField, CheckboxField, ComboboxField, SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField, TextField } from "@/components/form/text-field";
import type { Choice } from "@/components/reviews/item-actions";
import { KIND_WORDS, toLanguageWord } from "@/components/reviews/review-words";
import { ButtonLink } from "@/components/ui/button-link";
import { TRIAGE_KINDS, type TriageKind } from "@/lib/kernel/triage-kinds";
import { TRIAGE_LANGUAGES } from "@/lib/kernel/triage-languages";

export type TriageRuleValues = {
  ruleId: string;
  name: string;
  kind: TriageKind;
  agentId: string | null;
  phrases: readonly string[];
  amountMin: string | null;
  currency: string | null;
  customerFlags: readonly string[];
  languages: readonly string[];
  actionKinds: readonly string[];
  isEnabled: boolean;
};

/** A rule that holds what it fits: every condition that it names must be met. Without `values` a new one. */
export function TriageRuleForm({
  action,
  agents,
  values,
  submitLabel,
  disabledReason,
  cancelHref,
}: {
  action: FormAction;
  agents: readonly Choice[];
  values?: TriageRuleValues | undefined;
  submitLabel: string;
  disabledReason: string | null;
  cancelHref: string;
}) {
  return (
    <Form action={action} guardUnsaved aria-label={submitLabel}>
      {values !== undefined && <input type="hidden" name="ruleId" value={values.ruleId} />}
      <TextField
        name="name"
        label="Name"
        help="Reviewers read it as the reason."
        required
        maxLength={80}
        autoComplete="off"
        defaultValue={values?.name}
      />
      <SelectField
        name="kind"
        label="Holds for"
        required
        options={TRIAGE_KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind].word }))}
        defaultValue={values?.kind}
      />
      <ComboboxField
        name="agentId"
        label="Agent"
        options={[{ value: "", label: "Every agent" }, ...agents]}
        placeholder="Every agent"
        defaultValue={values?.agentId ?? ""}
      />
      <TextareaField
        name="phrases"
        label="Phrases"
        help="One a line. Any of them counts; capitals, accents and tricks of spelling make no difference."
        defaultValue={values?.phrases.join("\n")}
      />
      <div className="flex max-w-xl flex-wrap gap-4">
        <TextField
          name="amountMin"
          label="From this amount on"
          inputMode="decimal"
          placeholder="500.00"
          className="min-w-40 flex-1"
          defaultValue={values?.amountMin ?? ""}
        />
        <TextField
          name="currency"
          label="Currency"
          placeholder="EUR"
          maxLength={3}
          className="w-32"
          defaultValue={values?.currency ?? ""}
        />
      </div>
      <TextareaField
        name="customerFlags"
        label="Customer flags"
        help="As agents send them, one a line: key_account, minor, press."
        rows={2}
        defaultValue={values?.customerFlags.join("\n")}
      />
      <TextareaField
        name="actionKinds"
        label="Actions"
        help="refund, cancel_order, or the name of a custom action, one a line."
        rows={2}
        defaultValue={values?.actionKinds.join("\n")}
      />
      <CheckboxesField
        name="languages"
        label="Languages"
        options={TRIAGE_LANGUAGES.map((code) => ({ value: code, label: toLanguageWord(code) }))}
        defaultValues={values?.languages}
      />
      <CheckboxField name="isEnabled" label="It is in force" defaultChecked={values?.isEnabled ?? true} />
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
