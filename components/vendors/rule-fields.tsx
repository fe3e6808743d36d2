"use client";

import { useState } from "react";
import { SelectField } from "@/components/form/choice-field";
import { Field, useField } from "@/components/form/field";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { type GoodRule, type Question, RULES_OF, type RuleKind } from "@/lib/kernel/checklist";
import { withRule } from "@/lib/kernel/edit-checklist";

const RULE_WORDS: Record<RuleKind, string> = {
  is: "It is the answer named here",
  one_of: "It is one of these",
  all_of: "All of these are chosen",
  none_of: "None of these is chosen",
  at_most: "It is at most",
  at_least: "It is at least",
  within_days: "It is at most so many days ago",
  given: "Anything is answered at all",
};

type Props = { name: string; question: Question; onChange: (next: Question) => void };

/** A number as it is typed; empty is null where the field may be empty. */
function NumberField({
  name,
  label,
  value,
  required = false,
  onChange,
}: {
  name: string;
  label: string;
  value: number | null;
  required?: boolean;
  onChange: (value: number | null) => void;
}) {
  const { control } = useField({ name, required });
  const [text, setText] = useState(value === null ? "" : String(value));
  return (
    <Field name={name} label={label} required={required}>
      <Input
        {...control}
        className="max-w-40"
        inputMode="decimal"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          const number = Number(event.target.value.replace(",", "."));
          const isNone = event.target.value.trim() === "" || Number.isNaN(number);
          onChange(isNone ? null : number);
        }}
      />
    </Field>
  );
}

/** Which of the question's options a rule names. */
function OptionTicks({
  legend,
  options,
  chosen,
  onChange,
}: {
  legend: string;
  options: Question["options"];
  chosen: readonly string[];
  onChange: (values: string[]) => void;
}) {
  return (
    <fieldset className="space-y-1">
      <legend className="font-medium text-sm">{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value} className="flex items-start gap-3 py-0.5 text-sm">
          <Checkbox
            className="mt-0.5"
            checked={chosen.includes(value)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
            }
          />
          {label || value}
        </label>
      ))}
    </fieldset>
  );
}

function RuleDetails({ name, question, onChange }: Props) {
  const { rule, options } = question;
  const set = (next: GoodRule) => onChange({ ...question, rule: next });
  switch (rule.kind) {
    case "is":
      return (
        <SelectField
          name={`${name}.rule.value`}
          label="The good answer"
          required
          options={[
            { value: "yes", label: "Yes" },
            { value: "no", label: "No" },
          ]}
          value={rule.value}
          onValueChange={(value) => set({ kind: "is", value: value === "no" ? "no" : "yes" })}
        />
      );
    case "one_of":
      return (
        <div className="grid gap-4 sm:grid-cols-2">
          <OptionTicks
            legend="Good"
            options={options}
            chosen={rule.good}
            onChange={(good) => set({ ...rule, good, fair: rule.fair.filter((one) => !good.includes(one)) })}
          />
          <OptionTicks
            legend="Fair"
            options={options.filter(({ value }) => !rule.good.includes(value))}
            chosen={rule.fair}
            onChange={(fair) => set({ ...rule, fair })}
          />
        </div>
      );
    case "all_of":
    case "none_of":
      return (
        <OptionTicks
          legend="Which"
          options={options}
          chosen={rule.values}
          onChange={(values) => set({ ...rule, values })}
        />
      );
    case "at_most":
    case "at_least":
      return (
        <div className="grid gap-4 sm:grid-cols-2">
          <NumberField
            name={`${name}.rule.good`}
            label="Good"
            required
            value={rule.good}
            onChange={(good) => set({ ...rule, good: good ?? 0 })}
          />
          <NumberField
            name={`${name}.rule.fair`}
            label="Still fair"
            value={rule.fair}
            onChange={(fair) => set({ ...rule, fair })}
          />
        </div>
      );
    case "within_days":
      return (
        <NumberField
          name={`${name}.rule.days`}
          label="Days"
          required
          value={rule.days}
          onChange={(days) => set({ ...rule, days: days ?? 0 })}
        />
      );
    case "given":
      return null;
  }
}

/** What makes an answer good for the score, as the question's type allows. */
export function RuleFields({ name, question, onChange }: Props) {
  const kinds = RULES_OF[question.type];
  return (
    <div className="space-y-3">
      <SelectField
        name={`${name}.rule`}
        label="Counts as good when"
        required
        options={kinds.map((kind) => ({ value: kind, label: RULE_WORDS[kind] }))}
        value={question.rule.kind}
        onValueChange={(kind) => {
          const next = kinds.find((one) => one === kind);
          if (next !== undefined) onChange(withRule(question, next));
        }}
      />
      <RuleDetails key={question.rule.kind} name={name} question={question} onChange={onChange} />
    </div>
  );
}
