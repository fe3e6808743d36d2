"use client";

import { type ReactElement, type ReactNode, useState } from "react";
import { Form } from "@/components/form/form";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField, TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

/**
 * Asks before something that is hard to take back. `confirmLabel` names the effect ("Freeze 14 agents"), `children` say what
 * will happen and what will not. Its form carries `fields`, `reason` where one is asked for, and calls the server action.
 */
export function ConfirmDialog({
  trigger,
  title,
  confirmLabel,
  pendingLabel,
  action,
  fields = {},
  tone = "danger",
  reason,
  typeToConfirm,
  isOpen: controlled,
  onOpenChange,
  onOk,
  children,
}: {
  trigger?: ReactElement | undefined;
  title: string;
  confirmLabel: string;
  pendingLabel?: string | undefined;
  action: FormAction;
  /** Sent along, as hidden fields. */
  fields?: Record<string, string> | undefined;
  tone?: "danger" | "primary" | undefined;
  /** Asks for a reason, sent as `reason`. */
  reason?: "optional" | "required" | undefined;
  /** The button stays closed until this is typed: for what cannot be taken back at all. */
  typeToConfirm?: string | undefined;
  isOpen?: boolean | undefined;
  onOpenChange?: ((isOpen: boolean) => void) | undefined;
  onOk?: (() => void) | undefined;
  children?: ReactNode;
}) {
  const [own, setOwn] = useState(false);
  const [typed, setTyped] = useState("");
  const setOpen = (next: boolean) => {
    setOwn(next);
    setTyped("");
    onOpenChange?.(next);
  };
  const isUntyped = typeToConfirm !== undefined && typed.trim() !== typeToConfirm;
  return (
    <Dialog trigger={trigger} title={title} isOpen={controlled ?? own} onOpenChange={setOpen}>
      <Form
        action={action}
        className="space-y-4"
        onOk={() => {
          setOpen(false);
          onOk?.();
        }}
      >
        {children !== undefined && <div className="space-y-2 text-ink-muted">{children}</div>}
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {reason !== undefined && (
          <TextareaField
            name="reason"
            label="Reason"
            help="Kept in the audit log."
            required={reason === "required"}
            rows={2}
          />
        )}
        {typeToConfirm !== undefined && (
          <TextField
            name="confirmation"
            label={`Type ${typeToConfirm} to confirm`}
            required
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
        <div className="-mx-5 -mb-4 flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3">
          <Button onClick={() => setOpen(false)}>Cancel</Button>
          <SubmitButton
            variant={tone}
            pendingLabel={pendingLabel}
            disabledReason={isUntyped ? `Type ${typeToConfirm} in the field above first.` : null}
          >
            {confirmLabel}
          </SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
