"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { FieldSet } from "@/components/form/field";
import { Form } from "@/components/form/form";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";

export type Purpose = { code: string; sentence: string };

/** The purposes that a scope allows; an agent declares one of them at each request. */
export function PurposePicker({
  purposes,
  chosen,
  onChange,
  onDefine,
}: {
  purposes: readonly Purpose[];
  chosen: readonly string[];
  onChange: (next: string[]) => void;
  onDefine: () => void;
}) {
  return (
    <FieldSet
      name="purposes"
      label="Purposes"
      help="An agent declares one at each request; another is refused."
      required
      className="max-w-3xl"
    >
      {purposes.length === 0 && <p className="text-ink-muted">No purpose is defined yet.</p>}
      <div className="grid gap-x-6 sm:grid-cols-2">
        {purposes.map(({ code, sentence }) => (
          <label key={code} className="flex cursor-pointer items-start gap-3 py-1.5">
            <Checkbox
              name="purposes"
              value={code}
              checked={chosen.includes(code)}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, code] : chosen.filter((each) => each !== code))
              }
              className="mt-0.5"
            />
            <span className="min-w-0">
              <span className="block font-mono text-sm">{code}</span>
              <span className="block text-ink-muted text-sm">{sentence}</span>
            </span>
          </label>
        ))}
      </div>
      <Button size="sm" icon={<Plus aria-hidden />} onClick={onDefine}>
        Define a purpose
      </Button>
    </FieldSet>
  );
}

/** Stands outside the scope's form: a form within a form would send both. */
export function DefinePurposeDialog({
  isOpen,
  onOpenChange,
  onDefined,
  action,
}: {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onDefined: (code: string) => void;
  action: FormAction<{ code: string }>;
}) {
  const [form, setForm] = useState(0);
  return (
    <Dialog title="Define a purpose" isOpen={isOpen} onOpenChange={onOpenChange}>
      <Form
        key={form}
        action={action}
        onOk={(data) => {
          if (data === undefined) return;
          onDefined(data.code);
          onOpenChange(false);
          setForm(form + 1);
        }}
      >
        <TextField
          name="code"
          label="Code"
          help="As agents send it: lower-case letters, digits and underscores."
          required
          placeholder="customer_support"
          autoComplete="off"
          spellCheck={false}
        />
        <TextField
          name="sentence"
          label="Sentence"
          help="What data is read for, in words."
          required
          maxLength={200}
          autoComplete="off"
        />
        <div className="flex justify-end gap-2">
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <SubmitButton pendingLabel="Saving…">Define it</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
