"use client";

import type { ReactNode } from "react";
import { CheckboxesField, RadioField, SelectField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField } from "@/components/form/text-field";
import type { Choice } from "@/components/reviews/item-actions";
import { KIND_WORDS, PRESET_WORDS, toEffectWords } from "@/components/reviews/review-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TRIAGE_KINDS, type TriageKind } from "@/lib/kernel/triage-kinds";
import { REJECT_PRESETS } from "@/lib/kernel/vocabulary";
import type { HeldItemDetail } from "@/lib/reviews/get-held-item";
import type { RevealedHeldItem } from "@/lib/reviews/reveal-held-item";

type DialogProps = {
  itemId: string;
  revision: number;
  isOpen: boolean;
  onClose: () => void;
};

/** A dialog around one form of an item: what decides carries the revision that was on the screen. */
function ItemDialog<Data = undefined>({
  itemId,
  revision,
  isOpen,
  onClose,
  title,
  description,
  action,
  onOk,
  submitLabel,
  tone = "primary",
  isSentByEnter = false,
  children,
}: DialogProps & {
  title: string;
  description?: ReactNode;
  action: FormAction<Data>;
  onOk?: ((data: Data | undefined) => void) | undefined;
  submitLabel: string;
  tone?: "primary" | "danger";
  /** There is nothing to fill in: the button has the focus, and Enter presses it. */
  isSentByEnter?: boolean;
  children: ReactNode;
}) {
  return (
    <Dialog title={title} description={description} isOpen={isOpen} onOpenChange={(next) => !next && onClose()}>
      <Form
        action={action}
        className="space-y-4"
        onOk={(data) => {
          onClose();
          onOk?.(data);
        }}
      >
        <input type="hidden" name="itemId" value={itemId} />
        <input type="hidden" name="revision" value={revision} />
        {children}
        <FormActions className="justify-end">
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton variant={tone} pendingLabel="Sending…" autoFocus={isSentByEnter}>
            {submitLabel}
          </SubmitButton>
        </FormActions>
      </Form>
    </Dialog>
  );
}

const PRESETS = REJECT_PRESETS.map((preset) => ({
  value: preset,
  label: PRESET_WORDS[preset].word,
  help: PRESET_WORDS[preset].help,
}));

/** "Approve", or which of how many approvals it is. */
export function toApproveWord({ approvals, approvalsNeeded }: HeldItemDetail): string {
  return approvalsNeeded > 1 ? `Approve, ${approvals + 1} of ${approvalsNeeded}` : "Approve";
}

/** One more look at what the approval lets happen. */
export function ApproveDialog({
  action,
  item,
  onOk,
  ...rest
}: DialogProps & { action: FormAction; item: HeldItemDetail; onOk: () => void }) {
  const proposal = item.proposals.at(-1);
  const isLast = item.approvals + 1 >= item.approvalsNeeded;
  return (
    <ItemDialog
      {...rest}
      title={`${toApproveWord(item)}?`}
      action={action}
      onOk={onOk}
      submitLabel={toApproveWord(item)}
      isSentByEnter
    >
      <input type="hidden" name="digest" value={proposal?.digest ?? ""} />
      <p className="text-ink-muted">
        {isLast
          ? "The agent may then do exactly this, once: "
          : "It needs another person after you. Then the agent may do exactly this, once: "}
        <strong className="font-medium text-ink">{toEffectWords(item)}</strong>
        {(proposal?.reply ?? null) !== null && ", with the reply as it stands in the draft"}.
      </p>
    </ItemDialog>
  );
}

export function RejectDialog({ action, onOk, ...rest }: DialogProps & { action: FormAction; onOk: () => void }) {
  return (
    <ItemDialog
      {...rest}
      title="Reject it"
      description="The agent gets the reason and your words; nothing is done."
      action={action}
      onOk={onOk}
      submitLabel="Reject it"
      tone="danger"
    >
      <RadioField name="preset" label="Reason" options={PRESETS} />
      <TextareaField name="note" label="Your words to the agent" rows={2} maxLength={2_000} />
    </ItemDialog>
  );
}

export function AskDialog({
  action,
  colleagues,
  ...rest
}: DialogProps & { action: FormAction; colleagues: readonly Choice[] }) {
  return (
    <ItemDialog
      {...rest}
      title="Ask about it"
      description="The clock goes on. The answer stands beside the item, and you are told."
      action={action}
      submitLabel="Ask"
    >
      <SelectField
        name="to"
        label="Whom"
        required
        defaultValue="agent"
        options={[
          { value: "agent", label: "The agent" },
          { label: "Colleagues", options: colleagues.map((each) => ({ ...each, value: `person ${each.value}` })) },
        ]}
      />
      <TextareaField name="text" label="Question" required rows={3} maxLength={2_000} />
    </ItemDialog>
  );
}

export function HandOverDialog({
  action,
  successors,
  queues,
  onOk,
  ...rest
}: DialogProps & {
  action: FormAction;
  successors: readonly Choice[];
  queues: readonly Choice[];
  onOk: () => void;
}) {
  return (
    <ItemDialog
      {...rest}
      title="Hand it over"
      description="Your claim ends. Whoever gets it is told."
      action={action}
      onOk={onOk}
      submitLabel="Hand it over"
    >
      <SelectField
        name="to"
        label="To whom"
        required
        placeholder="Choose…"
        options={[
          { label: "Colleagues", options: successors.map((each) => ({ ...each, value: `person ${each.value}` })) },
          { label: "Queues", options: queues.map((each) => ({ ...each, value: `queue ${each.value}` })) },
        ]}
      />
      <TextareaField
        name="note"
        label="What they should know"
        help="Kept in the audit log: no customer's words."
        required
        rows={2}
        maxLength={200}
      />
    </ItemDialog>
  );
}

export const REVEAL_TO_EDIT = "To edit the draft";
const REVEAL_REASONS = [
  "To check what the customer says against our records",
  REVEAL_TO_EDIT,
  "To answer the customer myself",
  "The masked text cannot be judged",
] as const;

export function RevealDialog({
  action,
  onOk,
  ...rest
}: DialogProps & { action: FormAction<RevealedHeldItem>; onOk: (item: RevealedHeldItem | undefined) => void }) {
  return (
    <ItemDialog
      {...rest}
      title="Show the hidden values"
      description="You see the customer's values in clear. That you did, when and why, is kept in the audit log."
      action={action}
      onOk={onOk}
      submitLabel="Show them"
    >
      <RadioField
        name="preset"
        label="Why"
        defaultValue={REVEAL_REASONS[0]}
        options={[
          ...REVEAL_REASONS.map((reason) => ({ value: reason, label: reason })),
          { value: "", label: "Another reason" },
        ]}
      />
      <TextareaField name="note" label="In your own words" help="Needed for another reason." rows={2} maxLength={200} />
    </ItemDialog>
  );
}

const KINDS = TRIAGE_KINDS.map((kind) => ({
  value: kind,
  label: KIND_WORDS[kind].word,
  help: KIND_WORDS[kind].help,
}));

export function CorrectDialog({
  action,
  kinds,
  ...rest
}: DialogProps & { action: FormAction; kinds: readonly TriageKind[] }) {
  return (
    <ItemDialog
      {...rest}
      title="Correct the triage"
      description="What this is in truth. It becomes an example that triage can learn from; the decision stays as it is."
      action={action}
      submitLabel="Save the correction"
    >
      <CheckboxesField
        name="kinds"
        label="It should have been held for"
        help="None: it need not have been held at all."
        options={KINDS}
        defaultValues={kinds}
      />
    </ItemDialog>
  );
}
