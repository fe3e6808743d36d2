"use client";

import { useCallback, useId, useMemo, useState } from "react";
import { UnsavedGuard } from "@/components/form/unsaved-guard";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Textarea } from "@/components/ui/textarea";
import { AnswerControl } from "@/components/vendors/answer-control";
import { type AnswerDraft, EMPTY_DRAFT, type EvidenceItem, type SaveAnswer } from "@/components/vendors/answer-types";
import { EvidencePart } from "@/components/vendors/evidence-part";
import { ProgressRing } from "@/components/vendors/progress-ring";
import { type AnswerState, useAnswers } from "@/components/vendors/use-answers";
import { toDayWords } from "@/components/vendors/words";
import type { AskedQuestion, OpenedVendorLink, OwnAnswer } from "@/lib/vendors/open-vendor-link";
import { attachOwnFileAction, saveOwnAnswerAction, submitOwnAnswersAction } from "./actions";

const HANDED_OVER = { draft: null, offered: "Handed over", taken: "Handed over", dismissed: "Handed over" } as const;

function toState({ value, note, links, files, revision }: OwnAnswer): AnswerState {
  const draft = { ...EMPTY_DRAFT, value, note, links, fileIds: files.map(({ id }) => id) };
  if (value !== null) draft.strength = "claimed";
  return { draft, revision, status: "saved", message: null, theirs: null };
}

const SAVE_WORDS = {
  saved: "Saved",
  waiting: "Not saved yet",
  saving: "Saving…",
  refused: "Not saved",
  conflict: "Not saved",
};

function OwnQuestion({
  question,
  number,
  state,
  isHandedOver,
  files,
  token,
  onChange,
  onFiles,
}: {
  question: AskedQuestion;
  number: number;
  state: AnswerState | undefined;
  isHandedOver: boolean;
  files: readonly EvidenceItem[];
  token: string;
  onChange: (patch: Partial<AnswerDraft>) => void;
  onFiles: (files: EvidenceItem[]) => void;
}) {
  const id = useId();
  const draft = state?.draft ?? EMPTY_DRAFT;
  return (
    <fieldset
      disabled={isHandedOver}
      className="min-w-0 space-y-4 rounded-xl border border-line bg-surface p-4 shadow-xs"
    >
      <legend className="sr-only">{question.text}</legend>
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <p id={`${id}-text`} className="min-w-0 flex-1 basis-64 font-medium">
          <span className="text-ink-muted tabular-nums">{number}.</span> {question.text}
        </p>
        {isHandedOver && <Badge tone="good">Handed over</Badge>}
      </div>
      <p id={`${id}-why`} className="text-ink-muted text-sm">
        {question.why}
      </p>
      <AnswerControl
        question={question}
        value={draft.value}
        labelledBy={`${id}-text`}
        describedBy={`${id}-why`}
        onChange={(value) => onChange({ value })}
      />
      <div className="space-y-1.5">
        <label htmlFor={`${id}-note`} className="font-medium text-sm">
          Note
        </label>
        <Textarea
          id={`${id}-note`}
          rows={2}
          className="min-h-14"
          maxLength={4000}
          value={draft.note}
          onChange={(event) => onChange({ note: event.target.value })}
        />
      </div>
      <EvidencePart
        questionText={question.text}
        links={draft.links}
        onLinks={(links) => onChange({ links })}
        files={files}
        onFiles={onFiles}
        attach={attachOwnFileAction.bind(null, token)}
        unavailable={isHandedOver ? "This answer was handed over already." : null}
      />
      <p role="status" className="min-h-5 text-ink-muted text-sm">
        {state === undefined ? "" : SAVE_WORDS[state.status]}
      </p>
      {state?.message && (
        <Callout tone="danger" title="This answer is not saved. It stays here until it is.">
          {state.message}
        </Callout>
      )}
    </fieldset>
  );
}

/** The questions as a vendor answers them: saved as one types, handed over with one button. */
export function OwnAnswersForm({ token, opened }: { token: string; opened: OpenedVendorLink }) {
  const { vendor, expiresAt, sections, questions, answers } = opened;
  const initial = useMemo(() => Object.fromEntries(answers.map((one) => [one.questionKey, toState(one)])), [answers]);
  const save: SaveAnswer = useCallback(
    async ({ questionKey, revision, draft: { value, note, links, fileIds } }) => {
      const result = await saveOwnAnswerAction(token, { questionKey, revision, value, note, links, fileIds });
      return result.status === "ok" ? { status: "saved", revision: result.data.revision } : result;
    },
    [token],
  );
  const { states, change, flush, isUnsaved } = useAnswers(initial, save);
  const [files, setFiles] = useState<readonly EvidenceItem[]>(answers.flatMap((one) => one.files));
  const [handedOver, setHandedOver] = useState<ReadonlySet<string>>(
    new Set(answers.filter(({ state }) => HANDED_OVER[state] !== null).map(({ questionKey }) => questionKey)),
  );
  const [outcome, setOutcome] = useState<{ tone: "good" | "danger"; text: string } | null>(null);
  const [isPending, setPending] = useState(false);
  const ordered = sections.flatMap(({ key }) => questions.filter(({ section }) => section === key));
  const answered = ordered.filter(({ key }) => (states[key]?.draft.value ?? null) !== null).length;
  const waiting = Object.keys(states).filter((key) => !handedOver.has(key));
  const submit = async () => {
    setPending(true);
    const result = await submitOwnAnswersAction(token).catch(
      () => ({ status: "refused", message: "The server could not be reached. Nothing is lost: try again." }) as const,
    );
    setPending(false);
    if (result.status === "refused") return setOutcome({ tone: "danger", text: result.message });
    setHandedOver(new Set(Object.keys(states)));
    const { count } = result.data;
    setOutcome({ tone: "good", text: `${count} ${count === 1 ? "answer is" : "answers are"} handed over. Thank you.` });
  };
  const why = isUnsaved
    ? "An answer is not saved yet: wait a moment, or see what it lacks."
    : waiting.length === 0
      ? "There is no answer that was not handed over already."
      : null;
  return (
    <div className="space-y-8">
      <UnsavedGuard isDirty={isUnsaved} onLeave={flush} />
      <div className="flex flex-wrap items-center gap-4">
        <ProgressRing answered={answered} questions={questions.length} />
        <div className="min-w-0 flex-1">
          <h1 className="font-semibold text-xl">Questions for {vendor}</h1>
          <p className="text-ink-muted">
            Answer what you know; the rest may stay open. It is saved as you type, and goes to the people who asked when
            you hand it over. The link works until {toDayWords(expiresAt)}.
          </p>
        </div>
      </div>
      {sections.map((section) => (
        <section key={section.key} aria-label={section.title} className="space-y-4">
          <h2 className="font-semibold text-md">{section.title}</h2>
          {ordered
            .filter((question) => question.section === section.key)
            .map((question) => {
              const fileIds = states[question.key]?.draft.fileIds ?? [];
              return (
                <OwnQuestion
                  key={question.key}
                  question={question}
                  number={ordered.indexOf(question) + 1}
                  state={states[question.key]}
                  isHandedOver={handedOver.has(question.key)}
                  files={files.filter(({ id }) => fileIds.includes(id))}
                  token={token}
                  onChange={(patch) => change(question.key, patch)}
                  onFiles={(next) => {
                    setFiles((all) => [...all.filter(({ id }) => !next.some((one) => one.id === id)), ...next]);
                    const ids = next.map(({ id }) => id);
                    change(question.key, {
                      fileIds: ids,
                      ...(question.type === "file" && { value: ids.length === 0 ? null : ids }),
                    });
                  }}
                />
              );
            })}
        </section>
      ))}
      <div className="space-y-4">
        {outcome !== null && (
          <div role="alert">
            <Callout tone={outcome.tone} title={outcome.text} />
          </div>
        )}
        <Button variant="primary" size="lg" isPending={isPending} disabledReason={why} onClick={() => void submit()}>
          Hand over {waiting.length > 0 && `${waiting.length} ${waiting.length === 1 ? "answer" : "answers"}`}
        </Button>
        <p className="text-ink-muted text-sm">What is handed over cannot be changed here any more.</p>
      </div>
    </div>
  );
}
