"use client";

import { Fragment } from "react";
import { Form } from "@/components/form/form";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { InlineCode } from "@/components/ui/code-block";
import { Dialog } from "@/components/ui/dialog";
import type { ChecklistChange } from "@/components/vendors/checklist-types";

function Keys({ word, keys }: { word: string; keys: readonly string[] }) {
  if (keys.length === 0) return null;
  return (
    <li>
      <span className="font-medium">
        {keys.length} {word}:
      </span>
      {keys.map((key) => (
        <Fragment key={key}>
          {" "}
          <InlineCode>{key}</InlineCode>
        </Fragment>
      ))}
    </li>
  );
}

function StaleList({ stale }: Pick<ChecklistChange, "stale">) {
  if (stale.length === 0) return <p className="text-ink-muted">It makes no assessment stale.</p>;
  return (
    <section aria-label="Assessments made stale" className="space-y-2">
      <p>
        <span className="font-medium">
          It makes {stale.length === 1 ? "1 assessment" : `${stale.length} assessments`} stale.
        </span>{" "}
        Each stays with its version, and what is in force stays so.
      </p>
      <ul className="max-h-56 divide-y divide-line overflow-y-auto rounded-lg border border-line">
        {stale.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-2 gap-y-1 px-3 py-1.5 text-sm">
            <a className="underline underline-offset-2" href={one.href} target="_blank" rel="noreferrer">
              {one.vendor}, assessment {one.number}
            </a>
            <Badge>{one.state}</Badge>
            <span className="ms-auto text-ink-muted">
              Version {one.versionNumber}, {one.questions} {one.questions === 1 ? "question" : "questions"} asked
              otherwise
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a change of a checklist does, before it is saved: the questions that are different, and the assessments it makes stale. */
export function ChecklistChangeDialog({
  change,
  base,
  save,
  onClose,
}: {
  /** Null: nothing is looked at, and the dialog is closed. */
  change: ChecklistChange | null;
  base: { templateId: string; number: number };
  save: FormAction;
  onClose: () => void;
}) {
  if (change === null) return null;
  const { added, changed, removed } = change;
  const isSameQuestions = added.length + changed.length + removed.length === 0;
  return (
    <Dialog
      size="lg"
      title={`Save version ${change.number}?`}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Form action={save} aria-label={`Save version ${change.number}`}>
        <input type="hidden" name="templateId" value={base.templateId} />
        <input type="hidden" name="baseNumber" value={base.number} />
        <input type="hidden" name="content" value={change.content} />
        <ul className="space-y-1 text-sm">
          {isSameQuestions && <li>The questions are the same; their order or their sections are not.</li>}
          <Keys word="new" keys={added} />
          <Keys word="changed" keys={changed} />
          <Keys word="gone" keys={removed} />
        </ul>
        <StaleList stale={change.stale} />
        <TextField name="note" label="What this version changes" maxLength={500} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Go on editing</Button>
          <SubmitButton pendingLabel="Saving…">Save version {change.number}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
