"use client";

import { useState } from "react";
import { ComboboxField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";

export type DecisionChoice = {
  key: string;
  label: string;
  effect: string;
  tone: "primary" | "danger";
  fields: Record<string, string>;
  disabledReason: string | null;
};

/** What can be decided about one item of an access review. */
export function ItemDecisions({
  label,
  itemId,
  choices,
  decide,
  handOver,
  handOverReason,
  people,
}: {
  label: string;
  itemId: string;
  choices: readonly DecisionChoice[];
  decide: FormAction;
  handOver: FormAction;
  handOverReason: string | null;
  people: readonly { value: string; label: string }[];
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="flex flex-wrap gap-2">
      {choices.map(({ key, label: word, effect, tone, fields, disabledReason }) => (
        <ConfirmDialog
          key={key}
          title={`${word}: ${label}?`}
          confirmLabel={word}
          tone={tone}
          action={decide}
          fields={{ itemId, ...fields }}
          reason="required"
          trigger={
            <Button size="sm" variant={tone === "danger" ? "danger-quiet" : undefined} disabledReason={disabledReason}>
              {word}
            </Button>
          }
        >
          <p>{effect}</p>
        </ConfirmDialog>
      ))}
      <Dialog
        title={`Hand over: ${label}`}
        isOpen={isOpen}
        onOpenChange={setOpen}
        trigger={
          <Button size="sm" variant="ghost" disabledReason={handOverReason}>
            Hand over
          </Button>
        }
      >
        <Form action={handOver} onOk={() => setOpen(false)}>
          <input type="hidden" name="itemId" value={itemId} />
          <ComboboxField name="toId" label="To" required options={people} placeholder="Choose a person" />
          <TextareaField name="reason" label="Reason" required rows={2} maxLength={500} />
          <SubmitButton pendingLabel="Handing over…">Hand it over</SubmitButton>
        </Form>
      </Dialog>
    </div>
  );
}
