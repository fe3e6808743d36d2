"use client";

import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { RadioGroup, type RadioOption } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import type { AnswerValue, Question } from "@/lib/kernel/checklist";

export type AskedOf = Pick<Question, "key" | "type" | "text" | "options" | "unit">;

type ControlProps = {
  question: AskedOf;
  value: AnswerValue | null;
  onChange: (value: AnswerValue | null) => void;
  labelledBy: string;
  describedBy?: string | undefined;
};

const NOT_STATED: RadioOption = { value: "", label: "Not stated" };

/** A number is kept as it is typed, so that "1." can become "1.5". */
function NumberControl({ question, value, onChange, labelledBy, describedBy }: ControlProps) {
  const [text, setText] = useState(value === null ? "" : String(value));
  const shown = value !== null && Number(text.replace(",", ".")) !== value ? String(value) : text;
  return (
    <span className="flex max-w-xs items-center gap-2">
      <Input
        inputMode="decimal"
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        value={shown}
        onChange={(event) => {
          setText(event.target.value);
          const number = Number(event.target.value.replace(",", "."));
          onChange(event.target.value.trim() === "" || Number.isNaN(number) ? null : number);
        }}
      />
      <span className="shrink-0 text-ink-muted">{question.unit}</span>
    </span>
  );
}

function MultipleControl({ question, value, onChange }: ControlProps) {
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  const isStated = value !== null;
  const tick = (option: string, isOn: boolean) =>
    onChange(isOn ? [...chosen, option] : chosen.filter((one) => one !== option));
  return (
    <div className="grid gap-1">
      {question.options.map(({ value: option, label }) => (
        <label key={option} className="flex items-start gap-3 py-1">
          <Checkbox
            className="mt-0.5"
            checked={chosen.includes(option)}
            onChange={(event) => tick(option, event.target.checked)}
          />
          {label}
        </label>
      ))}
      <label className="flex items-start gap-3 py-1">
        <Checkbox
          className="mt-0.5"
          checked={isStated && chosen.length === 0}
          onChange={(event) => onChange(event.target.checked ? [] : null)}
        />
        None of these
      </label>
      <label className="flex items-start gap-3 py-1">
        <Checkbox
          className="mt-0.5"
          checked={!isStated}
          onChange={(event) => onChange(event.target.checked ? null : [])}
        />
        Not stated
      </label>
    </div>
  );
}

/** The control that a question's type needs. Null is "not stated", which every type has. A file's is `EvidencePart`. */
export function AnswerControl(props: ControlProps) {
  const { question, value, onChange, labelledBy, describedBy } = props;
  switch (question.type) {
    case "yes_no":
    case "choice": {
      const options =
        question.type === "yes_no"
          ? [
              { value: "yes", label: "Yes" },
              { value: "no", label: "No" },
            ]
          : question.options;
      return (
        <RadioGroup
          name={`answer-${question.key}`}
          options={[...options, NOT_STATED]}
          value={value === null ? "" : String(value)}
          onValueChange={(next) => onChange(next === "" ? null : next)}
          aria-describedby={describedBy}
        />
      );
    }
    case "multiple":
      return <MultipleControl {...props} />;
    case "number":
      return <NumberControl {...props} />;
    case "date":
      return (
        <Input
          type="date"
          className="max-w-xs"
          aria-labelledby={labelledBy}
          aria-describedby={describedBy}
          value={value === null ? "" : String(value)}
          onChange={(event) => onChange(event.target.value === "" ? null : event.target.value)}
        />
      );
    case "text":
      return (
        <Textarea
          aria-labelledby={labelledBy}
          aria-describedby={describedBy}
          maxLength={10_000}
          value={value === null ? "" : String(value)}
          onChange={(event) => onChange(event.target.value === "" ? null : event.target.value)}
        />
      );
    case "file":
      return <p className="text-ink-muted text-sm">Attach the file below; without one it is not stated.</p>;
  }
}
