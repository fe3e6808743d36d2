"use client";

import { CheckboxField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField, TextField } from "@/components/form/text-field";
import { KIND_WORDS } from "@/components/reviews/review-words";
import { TRIAGE_KINDS, type TriageKind } from "@/lib/kernel/triage-kinds";

export type AgentPolicyValues = {
  isAllHeld: boolean;
  heldActionKinds: readonly string[];
  thresholds: Readonly<Partial<Record<TriageKind, number>>>;
  ordinaryMin: number | null;
  approvalsNeeded: number;
};

/** What this agent is held for beyond what holds for every agent. */
export function AgentPolicyForm({
  agentId,
  action,
  values,
  usual,
  disabledReason,
}: {
  agentId: string;
  action: FormAction;
  values: AgentPolicyValues;
  /** What counts where a field is left empty. */
  usual: { thresholds: Readonly<Record<TriageKind, number>>; ordinaryMin: number };
  disabledReason: string | null;
}) {
  const score = { type: "number", min: 0, max: 1, step: 0.01, className: "max-w-xs" } as const;
  return (
    <Form action={action} guardUnsaved aria-label="What this agent is held for">
      <input type="hidden" name="agentId" value={agentId} />
      <CheckboxField
        name="isAllHeld"
        label="Hold everything"
        help="Nothing of it goes out without a person: for an agent that is new, or that went wrong."
        defaultChecked={values.isAllHeld}
      />
      <TextareaField
        name="heldActionKinds"
        label="Actions that always wait"
        help="refund, cancel_order, or the name of a custom action, one a line."
        rows={2}
        defaultValue={values.heldActionKinds.join("\n")}
      />
      <TextField
        name="approvalsNeeded"
        label="People who must approve, at least"
        type="number"
        required
        min={1}
        max={5}
        className="max-w-xs"
        defaultValue={values.approvalsNeeded}
      />
      <div className="grid max-w-xl gap-4 sm:grid-cols-2">
        {TRIAGE_KINDS.map((kind) => (
          <TextField
            key={kind}
            {...score}
            name={`thresholds.${kind}`}
            label={`${KIND_WORDS[kind].word} from`}
            help={`Empty: ${usual.thresholds[kind]}, as for every agent. Only lower counts.`}
            defaultValue={values.thresholds[kind] ?? ""}
          />
        ))}
        <TextField
          {...score}
          name="ordinaryMin"
          label="Ordinary from"
          help={`Empty: ${usual.ordinaryMin}, as for every agent. Only higher counts.`}
          defaultValue={values.ordinaryMin ?? ""}
        />
      </div>
      <FormActions>
        <SubmitButton pendingLabel="Saving…" disabledReason={disabledReason}>
          Save what it is held for
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
