"use client";

import type { ReactNode } from "react";
import { Form } from "@/components/form/form";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import type { ButtonVariant } from "@/components/ui/button-styles";

/** One button that calls a server action at once; a refusal stands above it. */
export function ActionButton({
  action,
  fields,
  variant = "secondary",
  icon,
  pendingLabel,
  disabledReason,
  children,
}: {
  action: FormAction;
  /** Sent along, as hidden fields; as pairs where one name stands several times. */
  fields: Record<string, string> | readonly (readonly [string, string])[];
  variant?: ButtonVariant | undefined;
  icon?: ReactNode;
  pendingLabel?: string | undefined;
  disabledReason: string | null;
  children: ReactNode;
}) {
  return (
    <Form action={action} className="space-y-2">
      {(Array.isArray(fields) ? fields : Object.entries(fields)).map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton variant={variant} icon={icon} pendingLabel={pendingLabel} disabledReason={disabledReason}>
        {children}
      </SubmitButton>
    </Form>
  );
}
