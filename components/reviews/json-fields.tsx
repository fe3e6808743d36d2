"use client";

import { useId, useState } from "react";
import { type JsonLeaf, readJson, readLeaf, toLeaves, toPathWords, withLeaf } from "@/components/reviews/json-leaves";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import type { Json } from "@/lib/kernel/canonical-json";

const TYPE_WORDS: Readonly<Record<JsonLeaf["kind"], string>> = {
  text: "text",
  number: "number",
  truth: "yes or no",
  nothing: "nothing",
  list: "empty list",
  group: "empty group",
};

type Props = {
  /** Names the group. */
  label: string;
  value: Json;
  /** Null while something typed is not a value: nothing can be approved then. */
  onChange: (value: Json | null) => void;
};

/** JSON as a field for each of its values, which keeps the type it has; or as text, where a type has to change. */
export function JsonFields({ label, value, onChange }: Props) {
  const [isText, setText] = useState(false);
  return (
    <fieldset className="min-w-0 space-y-2">
      <legend className="font-medium text-sm">{label}</legend>
      {isText ? (
        <AsText label={label} value={value} onChange={onChange} />
      ) : (
        <AsFields value={value} onChange={onChange} />
      )}
      <Button
        size="sm"
        variant="ghost"
        onClick={() => {
          onChange(value);
          setText(!isText);
        }}
      >
        {isText ? "Edit field by field" : "Edit as JSON text"}
      </Button>
    </fieldset>
  );
}

function AsFields({ value, onChange }: Omit<Props, "label">) {
  const id = useId();
  const [current, setCurrent] = useState(value);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const type = (leaf: JsonLeaf, text: string) => {
    const key = JSON.stringify(leaf.path);
    const reading = readLeaf(leaf.kind, text);
    const { [key]: _, ...others } = wrong;
    const next = reading.ok ? withLeaf(current, leaf.path, reading.value) : current;
    const stillWrong = reading.ok ? others : { ...others, [key]: reading.why };
    setCurrent(next);
    setWrong(stillWrong);
    onChange(Object.keys(stillWrong).length === 0 ? next : null);
  };
  return (
    <div className="grid gap-2">
      {toLeaves(current).map((leaf, index) => {
        const key = JSON.stringify(leaf.path);
        const fieldId = `${id}-${index}`;
        const control = {
          id: fieldId,
          defaultValue: leaf.text,
          "aria-invalid": wrong[key] !== undefined || undefined,
          "aria-describedby": wrong[key] === undefined ? undefined : `${fieldId}-error`,
        };
        return (
          <div key={key} className="grid items-center gap-x-3 gap-y-1 sm:grid-cols-[minmax(8rem,1fr)_3fr]">
            <label htmlFor={fieldId} className="min-w-0 break-words text-sm">
              {toPathWords(leaf.path)} <span className="text-ink-faint text-xs">{TYPE_WORDS[leaf.kind]}</span>
            </label>
            {leaf.kind === "truth" ? (
              <NativeSelect
                {...control}
                options={[
                  { value: "true", label: "Yes (true)" },
                  { value: "false", label: "No (false)" },
                ]}
                onChange={(event) => type(leaf, event.target.value)}
              />
            ) : (
              <Input
                {...control}
                readOnly={leaf.kind === "nothing" || leaf.kind === "list" || leaf.kind === "group"}
                inputMode={leaf.kind === "number" ? "decimal" : undefined}
                onChange={(event) => type(leaf, event.target.value)}
              />
            )}
            {wrong[key] !== undefined && (
              <p id={`${fieldId}-error`} role="alert" className="text-denied-ink text-sm sm:col-start-2">
                {wrong[key]}
              </p>
            )}
          </div>
        );
      })}
    </div>
  );
}

function AsText({ label, value, onChange }: Props) {
  const id = useId();
  const [why, setWhy] = useState<string | null>(null);
  return (
    <div className="space-y-1">
      <Textarea
        aria-label={`${label} as JSON text`}
        aria-invalid={why !== null || undefined}
        aria-describedby={why === null ? undefined : id}
        rows={8}
        spellCheck={false}
        className="font-mono text-sm"
        defaultValue={JSON.stringify(value, null, 2)}
        onChange={(event) => {
          const reading = readJson(event.target.value);
          setWhy(reading.ok ? null : reading.why);
          onChange(reading.ok ? reading.value : null);
        }}
      />
      {why !== null && (
        <p id={id} role="alert" className="text-denied-ink text-sm">
          {why}
        </p>
      )}
    </div>
  );
}
