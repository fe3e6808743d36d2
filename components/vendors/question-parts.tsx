"use client";

import { Plus, Trash2 } from "lucide-react";
import { SelectField } from "@/components/form/choice-field";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { Question } from "@/lib/kernel/checklist";
import { toFreeKey, withOptions } from "@/lib/kernel/edit-checklist";
import { FRAMEWORK_WORDS, FRAMEWORKS } from "@/lib/kernel/vendor-vocabulary";

type Props = { name: string; question: Question; onChange: (next: Question) => void };

const OPTIONS_MAX = 50;
const CLAUSES_MAX = 30;

/** What can be chosen. An option keeps its key when its words change, so that answers to it stay answers to it. */
export function OptionRows({ name, question, onChange }: Props) {
  const { options } = question;
  const taken = options.map(({ value }) => value);
  return (
    <fieldset className="space-y-2">
      <legend className="font-medium text-sm">Options</legend>
      {options.map((option, index) => (
        <div key={option.value} className="flex items-end gap-2">
          <TextField
            name={`${name}.options.${index}.label`}
            label={`Option ${index + 1}`}
            required
            maxLength={200}
            className="min-w-0 flex-1"
            value={option.label}
            onChange={(event) => {
              const label = event.target.value;
              onChange({ ...question, options: options.map((one) => (one === option ? { ...one, label } : one)) });
            }}
          />
          <IconButton
            label={`Remove option ${index + 1}`}
            icon={<Trash2 aria-hidden />}
            disabledReason={options.length === 1 ? "A question of this type needs an option." : null}
            onClick={() =>
              onChange(
                withOptions(
                  question,
                  options.filter((one) => one !== option),
                ),
              )
            }
          />
        </div>
      ))}
      <Button
        size="sm"
        icon={<Plus aria-hidden />}
        disabledReason={options.length >= OPTIONS_MAX ? `A question has at most ${OPTIONS_MAX} options.` : null}
        onClick={() => onChange(withOptions(question, [...options, { value: toFreeKey("option", taken), label: "" }]))}
      >
        Add an option
      </Button>
    </fieldset>
  );
}

/** The clauses that a question serves. */
export function ClauseRows({ name, question, onChange }: Props) {
  const { clauses } = question;
  const change = (at: number, next: Partial<(typeof clauses)[number]>) =>
    onChange({ ...question, clauses: clauses.map((one, index) => (index === at ? { ...one, ...next } : one)) });
  return (
    <fieldset className="space-y-2">
      <legend className="font-medium text-sm">Clauses it serves</legend>
      {clauses.map((clause, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a clause is named by its place; its fields hold nothing of their own
        <div key={index} className="flex items-end gap-2">
          <SelectField
            name={`${name}.clauses.${index}.framework`}
            label={`Framework ${index + 1}`}
            required
            className="min-w-0 flex-1"
            options={FRAMEWORKS.map((value) => ({ value, label: FRAMEWORK_WORDS[value] }))}
            value={clause.framework}
            onValueChange={(value) => {
              const framework = FRAMEWORKS.find((one) => one === value);
              if (framework !== undefined) change(index, { framework });
            }}
          />
          <TextField
            name={`${name}.clauses.${index}.ref`}
            label={`Clause ${index + 1}`}
            required
            maxLength={60}
            className="min-w-0 flex-1"
            value={clause.ref}
            onChange={(event) => change(index, { ref: event.target.value })}
          />
          <IconButton
            label={`Remove clause ${index + 1}`}
            icon={<Trash2 aria-hidden />}
            onClick={() => onChange({ ...question, clauses: clauses.filter((_, at) => at !== index) })}
          />
        </div>
      ))}
      <Button
        size="sm"
        icon={<Plus aria-hidden />}
        disabledReason={clauses.length >= CLAUSES_MAX ? `A question names at most ${CLAUSES_MAX} clauses.` : null}
        onClick={() => onChange({ ...question, clauses: [...clauses, { framework: "gdpr", ref: "" }] })}
      >
        Add a clause
      </Button>
    </fieldset>
  );
}
