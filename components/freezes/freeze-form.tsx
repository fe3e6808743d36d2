"use client";

import { Snowflake } from "lucide-react";
import { SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField } from "@/components/form/text-field";
import { toAgentsWords } from "@/components/freezes/freeze-words";
import type { FreezeChoices } from "@/lib/freezes/list-freeze-choices";

/** One thing to freeze, each with how much it stops, and why. */
export function FreezeForm({ choices, action }: { choices: FreezeChoices; action: FormAction }) {
  const toOptions = (target: string, list: readonly { id: string; name: string; agentCount?: number }[]) =>
    list.map(({ id, name, agentCount }) => ({
      value: `${target} ${id}`,
      label: agentCount === undefined ? name : `${name} (stops ${toAgentsWords(agentCount)})`,
    }));
  return (
    <Form action={action} resetOnOk aria-label="Freeze">
      <SelectField
        name="what"
        label="What"
        required
        placeholder="Choose what to freeze"
        options={[
          { value: "everything", label: `Everything (stops ${toAgentsWords(choices.everything)})` },
          { label: "One vendor, and those that work through it", options: toOptions("vendor", choices.vendors) },
          { label: "One source", options: toOptions("source", choices.sources) },
          { label: "One agent", options: toOptions("agent", choices.agents) },
        ]}
      />
      <TextareaField name="reason" label="Reason" help="Kept in the audit log." required rows={2} />
      <FormActions>
        <SubmitButton variant="danger" icon={<Snowflake aria-hidden />} pendingLabel="Freezing…">
          Freeze it now
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
