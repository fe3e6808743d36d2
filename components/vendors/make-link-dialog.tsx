"use client";

import { Link2 } from "lucide-react";
import { useState } from "react";
import { SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SecretReveal } from "@/components/ui/secret-reveal";

/** Makes a link with which a vendor answers without an account, and shows it once. */
export function MakeLinkDialog({
  assessmentId,
  vendorName,
  action,
  disabledReason,
}: {
  assessmentId: string;
  vendorName: string;
  action: FormAction<{ link: string }>;
  disabledReason: string | null;
}) {
  const [isOpen, setOpen] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const close = () => {
    setOpen(false);
    setLink(null);
  };
  return (
    <Dialog
      size="md"
      title={link === null ? `A link for ${vendorName}` : "The new link"}
      isOpen={isOpen}
      // What is shown once is not lost by a stray click: only its own button closes it.
      onOpenChange={(next) => (next ? setOpen(true) : link === null && close())}
      trigger={
        <Button size="sm" icon={<Link2 aria-hidden />} disabledReason={disabledReason}>
          Make a link
        </Button>
      }
    >
      {link === null ? (
        <Form action={action} onOk={(data) => setLink(data?.link ?? null)}>
          <input type="hidden" name="assessmentId" value={assessmentId} />
          <p className="text-ink-muted">
            Whoever holds it sees the questions and answers them. It shows nothing of your own answers, and nothing
            counts until you take it.
          </p>
          <SelectField
            name="daysValid"
            label="Valid for"
            required
            options={["7", "14", "30", "60", "90"].map((value) => ({ value, label: `${value} days` }))}
            defaultValue="14"
          />
          <div className="flex justify-end gap-2">
            <Button onClick={close}>Cancel</Button>
            <SubmitButton pendingLabel="Making…">Make the link</SubmitButton>
          </div>
        </Form>
      ) : (
        <SecretReveal label={`Link for ${vendorName}`} secret={link} onStored={close}>
          Send it to the person at the vendor who knows the answers.
        </SecretReveal>
      )}
    </Dialog>
  );
}
