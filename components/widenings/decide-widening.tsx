"use client";

import type { FormAction } from "@/components/form/form-state";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

export type DecisionButton = { action: FormAction; disabledReason: string | null };

/** Approve or reject as the second person, or take back one's own. A button that is closed says why. */
export function DecideWidening({
  wideningId,
  effect,
  approve,
  reject,
  withdraw,
}: {
  wideningId: string;
  /** What approving does, in a sentence. */
  effect: string;
  approve: DecisionButton;
  reject: DecisionButton;
  /** Null for everybody but whoever proposed it. */
  withdraw: DecisionButton | null;
}) {
  const fields = { wideningId };
  return (
    <>
      {withdraw !== null && (
        <ConfirmDialog
          title="Withdraw what you proposed?"
          confirmLabel="Withdraw it"
          action={withdraw.action}
          fields={fields}
          trigger={
            <Button variant="ghost" disabledReason={withdraw.disabledReason}>
              Withdraw
            </Button>
          }
        >
          <p>Nothing changes. It can be proposed again.</p>
        </ConfirmDialog>
      )}
      <ConfirmDialog
        title="Reject it?"
        confirmLabel="Reject it"
        action={reject.action}
        fields={fields}
        reason="required"
        trigger={
          <Button variant="danger-quiet" disabledReason={reject.disabledReason}>
            Reject
          </Button>
        }
      >
        <p>Nothing changes. Whoever proposed it reads your reason.</p>
      </ConfirmDialog>
      <ConfirmDialog
        title="Approve it?"
        confirmLabel="Approve it"
        tone="primary"
        action={approve.action}
        fields={fields}
        reason="required"
        trigger={
          <Button variant="primary" disabledReason={approve.disabledReason}>
            Approve
          </Button>
        }
      >
        <p>{effect}</p>
      </ConfirmDialog>
    </>
  );
}
