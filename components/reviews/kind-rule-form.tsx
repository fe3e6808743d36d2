"use client";

import { CheckboxField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { KIND_WORDS } from "@/components/reviews/review-words";
import type { TriageKind } from "@/lib/kernel/triage-kinds";

export type KindRuleValues = {
  kind: TriageKind;
  minutesToDecide: number;
  remindMinutesBefore: number;
  escalateMinutesBefore: number;
  isWorkingTime: boolean;
  approvalsNeeded: number;
  threshold: number;
};

/** How long a kind may wait, how many people it needs, and how sure triage must be of it. */
export function KindRuleForm({
  action,
  rule,
  disabledReason,
}: {
  action: FormAction;
  rule: KindRuleValues;
  disabledReason: string | null;
}) {
  const word = KIND_WORDS[rule.kind].word;
  return (
    <Form action={action} guardUnsaved aria-label={`Rules for ${word}`}>
      <input type="hidden" name="kind" value={rule.kind} />
      <div className="grid max-w-xl gap-4 sm:grid-cols-2">
        <TextField
          name="minutesToDecide"
          label="Minutes to decide"
          help="Then it counts as rejected."
          required
          type="number"
          min={1}
          defaultValue={rule.minutesToDecide}
        />
        <TextField
          name="approvalsNeeded"
          label="People who must approve"
          help="Each a different one."
          required
          type="number"
          min={1}
          max={5}
          defaultValue={rule.approvalsNeeded}
        />
        <TextField
          name="remindMinutesBefore"
          label="Remind, minutes before"
          help="0 reminds nobody."
          required
          type="number"
          min={0}
          defaultValue={rule.remindMinutesBefore}
        />
        <TextField
          name="escalateMinutesBefore"
          label="Escalate, minutes before"
          help="0 calls nobody else."
          required
          type="number"
          min={0}
          defaultValue={rule.escalateMinutesBefore}
        />
        <TextField
          name="threshold"
          label="Held from this score on"
          help="0 to 1. Lower holds more."
          required
          type="number"
          min={0}
          max={1}
          step={0.01}
          defaultValue={rule.threshold}
        />
      </div>
      <CheckboxField
        name="isWorkingTime"
        label="Only working hours count"
        help="Else the clock runs day and night."
        defaultChecked={rule.isWorkingTime}
      />
      <FormActions>
        <SubmitButton pendingLabel="Saving…" disabledReason={disabledReason}>
          Save<span className="sr-only"> for {word}</span>
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
