"use client";

import { useState } from "react";
import { Form } from "@/components/form/form";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { SECRET_KEPT } from "@/components/reviews/webhook-form";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { SecretReveal } from "@/components/ui/secret-reveal";

type Props = {
  endpointId: string;
  name: string;
  isEnabled: boolean;
  actions: { switch: FormAction; roll: FormAction<{ secret: string }>; remove: FormAction };
  disabledReason: string | null;
};

/** What can be done to a webhook. */
export function WebhookButtons({ endpointId, name, isEnabled, actions, disabledReason }: Props) {
  return (
    <>
      <ConfirmDialog
        trigger={<Button disabledReason={disabledReason}>{isEnabled ? "Switch off" : "Switch on"}</Button>}
        title={isEnabled ? `Switch ${name} off?` : `Switch ${name} on?`}
        confirmLabel={isEnabled ? "Switch it off" : "Switch it on"}
        tone={isEnabled ? "danger" : "primary"}
        action={actions.switch}
        fields={{ endpointId, isEnabled: String(!isEnabled) }}
      >
        <p>
          {isEnabled
            ? "It hears nothing while it is off. What is in line for it is given up, and can be sent again later."
            : "It hears what happens from now on. What it missed can be sent again from its log."}
        </p>
      </ConfirmDialog>
      <RollSecret endpointId={endpointId} name={name} action={actions.roll} disabledReason={disabledReason} />
      <ConfirmDialog
        trigger={
          <Button variant="danger-quiet" disabledReason={disabledReason}>
            Remove
          </Button>
        }
        title={`Remove ${name}?`}
        confirmLabel="Remove the webhook"
        action={actions.remove}
        fields={{ endpointId }}
        typeToConfirm={name}
      >
        <p>Its address hears nothing any more, and its delivery log goes with it. The audit log keeps each attempt.</p>
      </ConfirmDialog>
    </>
  );
}

function RollSecret({
  endpointId,
  name,
  action,
  disabledReason,
}: Pick<Props, "endpointId" | "name" | "disabledReason"> & { action: FormAction<{ secret: string }> }) {
  const [isOpen, setOpen] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const close = () => {
    setOpen(false);
    setSecret(null);
  };
  return (
    <Dialog
      size="md"
      title={secret === null ? `Give ${name} a new secret?` : "The new secret"}
      isOpen={isOpen}
      // A secret that is shown once is not lost by a stray click: only its own button closes it.
      onOpenChange={(next) => (next ? setOpen(true) : secret === null && close())}
      trigger={<Button disabledReason={disabledReason}>Roll the secret</Button>}
    >
      {secret === null ? (
        <Form action={action} onOk={(data) => setSecret(data?.secret ?? null)} className="space-y-4">
          <input type="hidden" name="endpointId" value={endpointId} />
          <p className="text-ink-muted">For a day each request is signed with both, so that you can change over.</p>
          <div className="flex justify-end gap-2">
            <Button onClick={close}>Cancel</Button>
            <SubmitButton pendingLabel="Rolling…">Make a new secret</SubmitButton>
          </div>
        </Form>
      ) : (
        <SecretReveal label={`Secret of ${name}`} secret={secret} kept={SECRET_KEPT} onStored={close} />
      )}
    </Dialog>
  );
}
