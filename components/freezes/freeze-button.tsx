"use client";

import { Snowflake } from "lucide-react";
import type { FormAction } from "@/components/form/form-state";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

/** Freezes one thing after one question that names the effect. */
export function FreezeButton({
  word,
  title,
  confirmLabel,
  fields,
  action,
  disabledReason,
}: {
  word: string;
  title: string;
  confirmLabel: string;
  /** What is frozen, as the action reads it. */
  fields: Record<string, string>;
  action: FormAction;
  disabledReason: string | null;
}) {
  return (
    <ConfirmDialog
      title={title}
      confirmLabel={confirmLabel}
      action={action}
      fields={fields}
      reason="required"
      trigger={
        <Button
          variant="danger-quiet"
          icon={<Snowflake aria-hidden />}
          disabledReason={disabledReason}
          aria-label={title}
        >
          {word}
        </Button>
      }
    >
      <p>
        It is in force within a second in every gate process; reads under way release nothing. Lifting it takes a reason
        and two admins.
      </p>
    </ConfirmDialog>
  );
}
