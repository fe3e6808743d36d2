"use client";

import type { FormAction } from "@/components/form/form-state";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

/** Switches the two-person rule on, or proposes to switch it off. */
export function TwoPersonRule({
  isOn,
  action,
  disabledReason,
}: {
  isOn: boolean;
  action: FormAction;
  disabledReason: string | null;
}) {
  return (
    <ConfirmDialog
      title={isOn ? "Propose to switch the two-person rule off?" : "Switch the two-person rule on?"}
      confirmLabel={isOn ? "Propose it" : "Switch it on"}
      tone={isOn ? "danger" : "primary"}
      action={action}
      fields={{ isOn: String(!isOn) }}
      reason="required"
      trigger={
        <Button variant={isOn ? "danger-quiet" : "primary"} disabledReason={disabledReason}>
          {isOn ? "Propose to switch it off" : "Switch it on"}
        </Button>
      }
    >
      {isOn ? (
        <p>Another admin has to agree. Until then it stays on.</p>
      ) : (
        <p>
          From then on a new scope, an added field, a looser treatment, a longer life, more rows or a bound taken away
          waits for another person. What narrows never waits. Switching it off takes two admins.
        </p>
      )}
    </ConfirmDialog>
  );
}
