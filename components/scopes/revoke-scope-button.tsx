"use client";

import type { FormAction } from "@/components/form/form-state";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

/** Ends a scope at once, with a reason. */
export function RevokeScopeButton({
  scopeId,
  agentName,
  datasetName,
  action,
  disabledReason,
}: {
  scopeId: string;
  agentName: string;
  datasetName: string;
  action: FormAction;
  disabledReason: string | null;
}) {
  return (
    <ConfirmDialog
      title={`Revoke ${agentName}'s scope on ${datasetName}?`}
      confirmLabel="Revoke the scope"
      action={action}
      fields={{ scopeId }}
      reason="required"
      trigger={
        <Button variant="danger-quiet" disabledReason={disabledReason}>
          Revoke
        </Button>
      }
    >
      <p>
        From the next request on, {agentName} gets nothing of {datasetName} by it. A revoked scope cannot be brought
        back; its history stays.
      </p>
    </ConfirmDialog>
  );
}
