"use client";

import { KeyRound } from "lucide-react";
import { useState } from "react";
import { SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SecretReveal } from "@/components/ui/secret-reveal";

const TERMS = [
  { value: "7", label: "7 days" },
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "180", label: "180 days" },
  { value: "365", label: "365 days" },
] as const;

/** Issues a key and shows it once. */
export function IssueKeyDialog({
  fields,
  ownerName,
  isDispatcher = false,
  action,
  disabledReason,
}: {
  /** Sent along, as hidden fields. */
  fields: Readonly<Record<string, string>>;
  /** Whose key it is: an agent's name, or the dispatcher. */
  ownerName: string;
  isDispatcher?: boolean | undefined;
  action: FormAction<{ key: string }>;
  disabledReason: string | null;
}) {
  const [isOpen, setOpen] = useState(false);
  const [key, setKey] = useState<string | null>(null);
  const [isWarned, setWarned] = useState(false);
  const close = () => {
    setOpen(false);
    setKey(null);
    setWarned(false);
  };
  // A key that is shown once is not lost by a stray click: only its own button closes it.
  const change = (next: boolean) => {
    if (next) setOpen(true);
    else if (key === null) close();
    else setWarned(true);
  };
  return (
    <Dialog
      size="md"
      title={key === null ? `Issue a key for ${ownerName}` : "The new key"}
      isOpen={isOpen}
      onOpenChange={change}
      trigger={
        <Button variant="primary" icon={<KeyRound aria-hidden />} disabledReason={disabledReason}>
          Issue a key
        </Button>
      }
    >
      {key === null ? (
        <Form action={action} onOk={(data) => setKey(data?.key ?? null)}>
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <TextField
            name="label"
            label="Label"
            help="Where it is used, such as production or Ana's laptop."
            required
            maxLength={60}
            autoComplete="off"
          />
          <SelectField name="daysValid" label="Valid for" required options={TERMS} defaultValue="90" />
          <div className="flex justify-end gap-2">
            <Button onClick={close}>Cancel</Button>
            <SubmitButton pendingLabel="Issuing…">Issue the key</SubmitButton>
          </div>
        </Form>
      ) : (
        <SecretReveal label={`Key for ${ownerName}`} secret={key} onStored={close}>
          {isDispatcher
            ? "Give it to the system that opens cases. It is sent with each request as"
            : "Give it to the agent as the environment variable GATEHOUSE_KEY. It is sent with each request as"}{" "}
          <code className="font-mono text-sm">Authorization: Bearer …</code>
          {isWarned && (
            <span role="alert" className="mt-2 block font-medium text-masked-ink">
              Store the key first, then close this with the button below.
            </span>
          )}
        </SecretReveal>
      )}
    </Dialog>
  );
}
