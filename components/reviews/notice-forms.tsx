"use client";

import { RadioField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { NOTICE_MODE_WORDS } from "@/components/reviews/review-words";
import { Callout } from "@/components/ui/callout";
import { NOTICE_MODES, type NoticeMode } from "@/lib/kernel/vocabulary";

const MODES = NOTICE_MODES.map((mode) => ({ value: mode, ...NOTICE_MODE_WORDS[mode] }));

/** How a person gets notices by mail. */
export function NoticeModeForm({
  action,
  mode,
  isMailSetUp,
}: {
  action: FormAction;
  mode: NoticeMode;
  isMailSetUp: boolean;
}) {
  return (
    <Form action={action} guardUnsaved className="space-y-4">
      {!isMailSetUp && (
        <Callout title="No mail goes out yet.">
          Whoever runs Gatehouse has not named a mail server. What you choose counts from the day they do.
        </Callout>
      )}
      <RadioField
        name="mode"
        label="Notices by mail"
        help="A mail names what happened and links here; it holds nothing of a customer."
        options={MODES}
        defaultValue={mode}
      />
      <FormActions>
        <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
      </FormActions>
    </Form>
  );
}

export function MarkSeenForm({ action, unseen }: { action: FormAction; unseen: number }) {
  return (
    <Form action={action}>
      <SubmitButton
        variant="secondary"
        pendingLabel="Marking…"
        disabledReason={unseen === 0 ? "You have seen all of them." : null}
      >
        Mark all as seen
      </SubmitButton>
    </Form>
  );
}
