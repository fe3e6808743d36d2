"use client";

import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextareaField } from "@/components/form/text-field";
import { PieceText } from "@/components/reviews/piece-text";
import { RelativeTime } from "@/components/ui/relative-time";
import type { HeldItemDetail } from "@/lib/reviews/get-held-item";

/** Questions and answers beside an item: with the agent and among colleagues. */
export function NotesThread({
  itemId,
  notes,
  answer,
}: {
  itemId: string;
  notes: HeldItemDetail["notes"];
  answer: FormAction;
}) {
  return (
    <ol className="space-y-3">
      {notes.map((note) => (
        <li key={note.id} className="rounded-lg border border-line bg-canvas p-3">
          <p className="mb-1 flex flex-wrap gap-x-2 text-ink-muted text-xs">
            <span className="font-medium text-ink">{note.author}</span>
            {note.to !== null && <span>asks {note.to}</span>}
            <RelativeTime at={note.at} />
            {note.to !== null && (
              <span className="ms-auto">{note.answeredAt === null ? "Waits for an answer" : "Answered"}</span>
            )}
          </p>
          <PieceText pieces={note.pieces} className="text-sm" />
          {note.isQuestionToMe && note.answeredAt === null && (
            <Form action={answer} resetOnOk className="mt-3 space-y-3" aria-label="Answer the question">
              <input type="hidden" name="itemId" value={itemId} />
              <input type="hidden" name="noteId" value={note.id} />
              <TextareaField name="text" label="Your answer" required rows={2} maxLength={2_000} />
              <FormActions>
                <SubmitButton size="sm" pendingLabel="Sending…">
                  Answer
                </SubmitButton>
              </FormActions>
            </Form>
          )}
        </li>
      ))}
    </ol>
  );
}
