"use client";

import { useState } from "react";
import { CheckboxesField, SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField, TextField } from "@/components/form/text-field";
import { CATEGORY_WORDS } from "@/components/ui/category-words";
import { RadioGroup } from "@/components/ui/radio-group";
import { SENSITIVITY_WORDS } from "@/components/vendors/words";
import { type AssessmentOutcome, SENSITIVITIES } from "@/lib/kernel/vendor-vocabulary";
import { CATEGORIES } from "@/lib/kernel/vocabulary";

const SUBMIT_WORDS: Record<AssessmentOutcome, string> = {
  approved: "Approve the vendor",
  approved_with_conditions: "Approve with these conditions",
  rejected: "Reject: refuse the vendor's agents",
};

/** Approve, approve with conditions, or reject. Conditions narrow what the vendor's agents may touch, whatever their scopes say. */
export function DecisionForm({
  action,
  assessmentId,
  answersDigest,
  purposes,
  suggestedUntil,
  openMusts,
  disabledReason,
}: {
  action: FormAction;
  assessmentId: string;
  answersDigest: string;
  purposes: readonly { code: string; sentence: string }[];
  /** A day as YYYY-MM-DD. */
  suggestedUntil: string;
  /** Musts that nothing bears: an approval is not possible. */
  openMusts: number;
  disabledReason: string | null;
}) {
  const [outcome, setOutcome] = useState<AssessmentOutcome>("approved");
  const closed =
    openMusts > 0
      ? `${openMusts} open ${openMusts === 1 ? "must is" : "musts are"} borne by no exception: record exceptions, give it back, or reject.`
      : undefined;
  const chosen = closed === undefined ? outcome : "rejected";
  return (
    <Form action={action} guardUnsaved aria-label="Decide the assessment">
      <input type="hidden" name="assessmentId" value={assessmentId} />
      <input type="hidden" name="answersDigest" value={answersDigest} />
      <fieldset className="max-w-xl space-y-1.5">
        <legend className="font-medium text-sm">Outcome</legend>
        <RadioGroup
          name="outcome"
          value={chosen}
          onValueChange={(value) => setOutcome(value as AssessmentOutcome)}
          options={[
            {
              value: "approved",
              label: "Approve",
              help: "Its agents read what their scopes grant.",
              disabledReason: closed,
            },
            {
              value: "approved_with_conditions",
              label: "Approve with conditions",
              help: "The same, less what the conditions leave out, from the next request on.",
              disabledReason: closed,
            },
            { value: "rejected", label: "Reject", help: "Its agents are refused from the next request on." },
          ]}
        />
      </fieldset>
      {chosen === "approved_with_conditions" && (
        <fieldset className="max-w-xl space-y-4 rounded-lg border border-line-strong p-4">
          <legend className="px-1 font-medium text-sm">Conditions</legend>
          <SelectField
            name="conditions.highestSensitivity"
            label="Highest sensitivity"
            placeholder="Not limited"
            options={SENSITIVITIES.map((value) => ({ value, label: SENSITIVITY_WORDS[value] }))}
          />
          <CheckboxesField
            name="conditions.categories"
            label="Only these categories"
            help="None ticked: not limited in this."
            options={CATEGORIES.map((value) => ({ value, label: CATEGORY_WORDS[value] }))}
          />
          {purposes.length > 0 && (
            <CheckboxesField
              name="conditions.purposes"
              label="Only for these purposes"
              help="None ticked: not limited in this."
              options={purposes.map(({ code, sentence }) => ({ value: code, label: code, help: sentence }))}
            />
          )}
          <TextField
            name="conditions.regions"
            label="Only where the agent runs in"
            help="EU, EEA or countries' two letters, parted by commas; empty: anywhere."
          />
        </fieldset>
      )}
      {chosen !== "rejected" && (
        <>
          <TextField
            name="validUntil"
            label="Valid until"
            help="The last day. After it its agents are refused."
            type="date"
            required
            defaultValue={suggestedUntil}
          />
          <TextField
            name="graceDays"
            label="Days of grace"
            help="How long access goes on after something lapses. 0 is none; while it runs it shows everywhere."
            type="number"
            min={0}
            max={90}
            defaultValue="0"
          />
        </>
      )}
      <TextareaField
        name="note"
        label="Why"
        help="Stays with the decision, for whoever reads it later."
        required={chosen === "rejected"}
        maxLength={2000}
      />
      <FormActions>
        <SubmitButton
          variant={chosen === "rejected" ? "danger" : "primary"}
          pendingLabel="Deciding…"
          disabledReason={disabledReason}
        >
          {SUBMIT_WORDS[chosen]}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
