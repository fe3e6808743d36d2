"use client";

import { type ReactElement, type ReactNode, useState } from "react";
import { Form } from "@/components/form/form";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

/** A short form over the page that closes when the server took it. `children` are its fields. */
export function FormDialog({
  trigger,
  title,
  action,
  fields,
  submitLabel,
  children,
}: {
  trigger: ReactElement;
  title: string;
  action: FormAction;
  /** Sent along, as hidden fields. */
  fields: Readonly<Record<string, string>>;
  submitLabel: string;
  children: ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog trigger={trigger} title={title} size="md" isOpen={isOpen} onOpenChange={setOpen}>
      <Form action={action} onOk={() => setOpen(false)} aria-label={title}>
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => setOpen(false)}>Cancel</Button>
          <SubmitButton pendingLabel="Saving…">{submitLabel}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
