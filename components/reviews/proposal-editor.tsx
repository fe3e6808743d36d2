"use client";

import { useDeferredValue, useEffect, useEffectEvent, useState } from "react";
import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField } from "@/components/form/text-field";
import { useInbox } from "@/components/reviews/inbox-desk";
import { JsonFields } from "@/components/reviews/json-fields";
import { toJsonDifferences } from "@/components/reviews/json-differences";
import { toLeaves } from "@/components/reviews/json-leaves";
import { toActionWord } from "@/components/reviews/review-words";
import { WordDifference } from "@/components/reviews/word-difference";
import { Button } from "@/components/ui/button";
import { DifferenceList } from "@/components/ui/difference-list";
import type { Json } from "@/lib/kernel/canonical-json";
import type { Action, Proposal } from "@/lib/reviews/release-payload";

/** What kind of action it is does not change in an edit; its parts do. */
function toFixed(action: Action): { type: string; name?: string } {
  return action.type === "custom" ? { type: action.type, name: action.name } : { type: action.type };
}

function toParts(action: Action): Json {
  const fixed = Object.keys(toFixed(action));
  return Object.fromEntries(Object.entries(action).filter(([name]) => !fixed.includes(name))) as Json;
}

/** The draft in clear, to change before it is approved. Says what the change is; what is sent is the edited version alone. */
export function ProposalEditor({
  draft,
  fields,
  action,
  approvalsNeeded,
  onCancel,
  onOk,
}: {
  draft: Proposal;
  /** Sent along: item, revision, digest. */
  fields: Readonly<Record<string, string>>;
  action: FormAction;
  /** A new wording starts to be approved anew. */
  approvalsNeeded: number;
  onCancel: () => void;
  onOk: () => void;
}) {
  const { keepOpen } = useInbox();
  const keep = useEffectEvent(keepOpen);
  useEffect(() => {
    keep(true);
    return () => keep(false);
  }, []);
  const before = draft.action === null ? null : toParts(draft.action);
  const [reply, setReply] = useState(draft.reply ?? "");
  const [parts, setParts] = useState<Json | null>(before);
  const [isValid, setValid] = useState(true);
  const shownReply = useDeferredValue(reply);
  const isEmptyAction = before === null || toLeaves(before).every(({ path }) => path.length === 0);
  const differences = before === null || parts === null ? [] : toJsonDifferences(before, parts);
  const isReplyChanged = reply !== (draft.reply ?? "");
  const isChanged = isReplyChanged || JSON.stringify(parts) !== JSON.stringify(before);
  const edited = {
    reply: draft.reply === null && reply === "" ? null : reply,
    action: draft.action === null ? null : { ...toFixed(draft.action), ...(parts as object) },
  };
  const why = isValid
    ? isChanged
      ? null
      : "Nothing is changed: approve it as it is."
    : "A value above is not right yet.";
  return (
    <Form action={action} guardUnsaved="also-here" onOk={onOk} aria-label="Edit the draft" className="space-y-4">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="edited" value={JSON.stringify(edited)} />
      <p className="text-ink-muted text-sm">You see the draft in clear, to edit it. That you do is on record.</p>
      <TextareaField
        name="reply"
        label="Reply to the customer"
        className="max-w-prose"
        rows={6}
        defaultValue={draft.reply ?? ""}
        onChange={(event) => setReply(event.target.value)}
        // biome-ignore lint/a11y/noAutofocus: the editor was asked for with a key, and typing is what comes next
        autoFocus
      />
      {draft.action !== null && before !== null && !isEmptyAction && (
        <JsonFields
          label={`Action: ${toActionWord(draft.action.type === "custom" ? draft.action.name : draft.action.type)}`}
          value={parts ?? before}
          onChange={(next) => {
            setValid(next !== null);
            if (next !== null) setParts(next);
          }}
        />
      )}
      {isChanged && (
        <section aria-label="What you changed" className="space-y-2">
          <h4 className="font-medium text-sm">What you changed</h4>
          {isReplyChanged && (
            <WordDifference label="Difference of the reply" before={draft.reply ?? ""} after={shownReply} />
          )}
          {differences.length > 0 && <DifferenceList items={differences} />}
        </section>
      )}
      <FormActions>
        <SubmitButton pendingLabel="Approving…" disabledReason={why}>
          {approvalsNeeded > 1 ? `Approve the edited version, 1 of ${approvalsNeeded}` : "Approve the edited version"}
        </SubmitButton>
        <Button variant="ghost" onClick={onCancel}>
          Leave it as it was
        </Button>
      </FormActions>
    </Form>
  );
}
