"use client";

import type { FormAction } from "@/components/form/form-state";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

/** Brings back the terms of the version before, as a version of its own. */
export function UndoChangeButton({
  scopeId,
  version,
  action,
  disabledReason,
}: {
  scopeId: string;
  version: number;
  action: FormAction;
  disabledReason: string | null;
}) {
  return (
    <ConfirmDialog
      title={`Undo version ${version}?`}
      confirmLabel="Undo it"
      tone="primary"
      action={action}
      fields={{ scopeId, versionSeen: String(version), number: String(version - 1) }}
      reason="required"
      trigger={
        <Button variant="ghost" disabledReason={disabledReason}>
          Undo version {version}
        </Button>
      }
    >
      <p>
        What version {version - 1} granted counts again, as version {version + 1}. Where that lets the agent see more
        and the two-person rule is on, another person has to agree first.
      </p>
    </ConfirmDialog>
  );
}
