"use client";

import { CircleCheck, CircleX } from "lucide-react";
import { useState } from "react";
import { RadioField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { KIND_WORDS, PRESET_WORDS } from "@/components/reviews/review-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { REJECT_PRESETS } from "@/lib/kernel/vocabulary";
import type { HeldItemRow } from "@/lib/reviews/list-held-items";

/** What became of one of the chosen items. */
export type BulkAnswer = { itemId: string; done: boolean; why: string | null };

const PRESETS = REJECT_PRESETS.filter((preset) => preset !== "other").map((preset) => ({
  value: preset,
  label: PRESET_WORDS[preset].word,
  help: PRESET_WORDS[preset].help,
}));

function toWords(count: number): string {
  return count === 1 ? "1 low-risk item" : `${count} low-risk items`;
}

/** Approves or rejects the chosen items at once, only where each is of low risk; says what became of each. */
export function BulkDecisions({
  rows: present,
  action,
  onDone,
}: {
  rows: readonly HeldItemRow[];
  action: FormAction<readonly BulkAnswer[]>;
  onDone: () => void;
}) {
  const [verdict, setVerdict] = useState<"approve" | "reject" | null>(null);
  const [answers, setAnswers] = useState<readonly BulkAnswer[] | null>(null);
  // Decided items leave the list while the dialog still says what became of them.
  const [asked, setAsked] = useState(present);
  const rows = verdict === null ? present : asked;
  const ask = (next: "approve" | "reject") => {
    setAsked(present);
    setVerdict(next);
  };
  const graver = rows.filter((row) => row.risk !== "low").length;
  const why =
    graver === 0
      ? null
      : `Only low risk is decided together: ${graver} of these ${graver === 1 ? "is" : "are"} of higher risk.`;
  const word = verdict === "reject" ? "Reject" : "Approve";
  const close = () => {
    if (answers !== null) onDone();
    setVerdict(null);
    setAnswers(null);
  };
  return (
    <>
      <Button variant="primary" disabledReason={why} onClick={() => ask("approve")}>
        Approve {toWords(rows.length)}
      </Button>
      <Button disabledReason={why} onClick={() => ask("reject")}>
        Reject…
      </Button>
      <Dialog
        title={answers === null ? `${word} ${toWords(rows.length)}?` : "What became of them"}
        isOpen={verdict !== null}
        onOpenChange={(next) => !next && close()}
      >
        {answers !== null ? (
          <div className="space-y-4">
            <Answers answers={answers} rows={rows} />
            <FormActions className="justify-end">
              <Button onClick={close}>Close</Button>
            </FormActions>
          </div>
        ) : (
          <Form action={action} onOk={(data) => setAnswers(data ?? [])} className="space-y-4">
            {rows.map((row) => (
              <input key={row.id} type="hidden" name="itemIds" value={row.id} />
            ))}
            <input type="hidden" name="verdict" value={verdict ?? ""} />
            <p className="text-ink-muted">
              {verdict === "reject"
                ? "Each agent gets this reason; nothing is done."
                : "Each agent may then do exactly what its draft says, once. Open an item to read it first."}
            </p>
            {verdict === "reject" && <RadioField name="preset" label="Reason for all of them" options={PRESETS} />}
            <FormActions className="justify-end">
              <Button onClick={close}>Cancel</Button>
              <SubmitButton variant={verdict === "reject" ? "danger" : "primary"} pendingLabel="Deciding…">
                {word} {toWords(rows.length)}
              </SubmitButton>
            </FormActions>
          </Form>
        )}
      </Dialog>
    </>
  );
}

function Answers({ answers, rows }: { answers: readonly BulkAnswer[]; rows: readonly HeldItemRow[] }) {
  return (
    <ul className="space-y-2">
      {answers.map((answer) => {
        const row = rows.find(({ id }) => id === answer.itemId);
        return (
          <li key={answer.itemId} className="flex items-start gap-2">
            {answer.done ? (
              <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-clear-ink" />
            ) : (
              <CircleX aria-hidden className="mt-0.5 size-4 shrink-0 text-denied-ink" />
            )}
            <span>
              {row === undefined ? "An item" : `${KIND_WORDS[row.kind].word} for ${row.agent.name}`}:{" "}
              {answer.done ? "done." : (answer.why ?? "not done.")}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
