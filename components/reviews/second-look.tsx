"use client";

import { CircleCheck, Hand } from "lucide-react";
import { useState } from "react";
import { CheckboxesField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import { useForm } from "@/components/form/form-context";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { ITEM_TITLE_ID, useInbox } from "@/components/reviews/inbox-desk";
import { KeyedButton } from "@/components/reviews/keyed-button";
import { MessageThread } from "@/components/reviews/message-thread";
import { CHANNEL_WORDS, KIND_WORDS, toLanguageWord } from "@/components/reviews/review-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { TRIAGE_KINDS } from "@/lib/kernel/triage-kinds";
import type { SecondLookDetail } from "@/lib/reviews/open-second-look";

const KINDS = TRIAGE_KINDS.map((kind) => ({
  value: kind,
  label: KIND_WORDS[kind].word,
  help: KIND_WORDS[kind].help,
}));

function ProceedSubmit({ disabledReason }: { disabledReason: string | null }) {
  const { isPending } = useForm();
  return (
    <KeyedButton
      type="submit"
      shortcut="p"
      variant="primary"
      icon={<CircleCheck aria-hidden />}
      disabledReason={disabledReason}
      isPending={isPending}
    >
      Right to proceed
    </KeyedButton>
  );
}

/** Asks whether triage was right. What is said becomes an example that triage can learn from. */
export function SecondLook({ look, give }: { look: SecondLookDetail; give: FormAction }) {
  const inbox = useInbox();
  const [isOpen, setOpen] = useState(false);
  const why = look.lookedAt === null ? look.obstacle : "Somebody looked at it already.";
  return (
    <article aria-labelledby={ITEM_TITLE_ID} className="space-y-6">
      <header className="space-y-1">
        <h3 id={ITEM_TITLE_ID} tabIndex={-1} className="font-semibold text-lg outline-none">
          Was it right to let this proceed?
        </h3>
        <p className="text-ink-muted text-sm">
          {look.agent.name}, {CHANNEL_WORDS[look.channel].toLowerCase()}, {toLanguageWord(look.language)},{" "}
          <RelativeTime at={look.createdAt} />
        </p>
      </header>
      <div
        role="toolbar"
        aria-label="What to say of it"
        className="sticky -top-4 z-10 -mx-4 flex flex-wrap items-start gap-2 border-line border-y bg-surface px-4 py-2"
      >
        <Form action={give} onOk={inbox.goNext} className="space-y-2">
          <input type="hidden" name="secondLookId" value={look.id} />
          <ProceedSubmit disabledReason={why} />
        </Form>
        <KeyedButton
          shortcut="h"
          icon={<Hand aria-hidden />}
          aria-haspopup="dialog"
          disabledReason={why}
          onClick={() => setOpen(true)}
        >
          Should have been held
        </KeyedButton>
      </div>
      <Section headingLevel={3} title="What the customer wrote">
        <MessageThread thread={look.thread} />
      </Section>
      <Dialog title="What should it have been held for?" isOpen={isOpen} onOpenChange={setOpen}>
        <Form
          action={give}
          className="space-y-4"
          onOk={() => {
            setOpen(false);
            inbox.goNext();
          }}
        >
          <input type="hidden" name="secondLookId" value={look.id} />
          <input type="hidden" name="isMissed" value="yes" />
          <CheckboxesField name="kinds" label="Held for" required options={KINDS} />
          <FormActions className="justify-end">
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <SubmitButton pendingLabel="Saving…">Save it</SubmitButton>
          </FormActions>
        </Form>
      </Dialog>
    </article>
  );
}
