"use client";

import { Check, CircleAlert, Loader } from "lucide-react";
import { memo, type ReactNode, useId } from "react";
import { Badge, type Tone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { AnswerControl } from "@/components/vendors/answer-control";
import type { AnswerDraft, AttachFile, EvidenceItem } from "@/components/vendors/answer-types";
import { EvidencePart } from "@/components/vendors/evidence-part";
import type { AnswerState } from "@/components/vendors/use-answers";
import { STANDING_WORDS, STRENGTH_WORDS, toValueWords } from "@/components/vendors/words";
import type { Question } from "@/lib/kernel/checklist";
import type { AnswerStanding, JudgedQuestion } from "@/lib/kernel/score-checklist";
import { FRAMEWORK_WORDS, STRENGTHS } from "@/lib/kernel/vendor-vocabulary";

const STANDING_TONES: Record<AnswerStanding, Tone> = {
  good: "good",
  fair: "warn",
  poor: "danger",
  not_stated: "neutral",
  refuted: "danger",
  rejected: "danger",
  expired: "danger",
};

/** What an answer comes to, and whether it leaves a must open. */
export function StandingBadges({ question, judged }: { question: Question; judged: JudgedQuestion }) {
  return (
    <>
      <Badge tone={STANDING_TONES[judged.standing]}>{STANDING_WORDS[judged.standing]}</Badge>
      {question.isMust && (
        <Badge tone={judged.openBecause === null ? "good" : "danger"}>
          {judged.openBecause === null
            ? "Must: met"
            : judged.openBecause === "too_weak"
              ? `Must: open, needs ${STRENGTH_WORDS[question.strengthMin].label.toLowerCase()} or better`
              : "Must: open"}
        </Badge>
      )}
    </>
  );
}

function SaveMark({ state }: { state: AnswerState | undefined }) {
  const status = state?.status ?? "saved";
  const words = {
    saved: state?.revision ? "Saved" : "",
    waiting: "Not saved yet",
    saving: "Saving…",
    refused: "Not saved",
    conflict: "Not saved",
  };
  return (
    <span role="status" className="inline-flex min-h-5 items-center gap-1 text-ink-muted text-sm [&_svg]:size-3.5">
      {status === "saved" && words.saved !== "" && <Check aria-hidden className="text-clear-ink" />}
      {(status === "saving" || status === "waiting") && <Loader aria-hidden />}
      {(status === "refused" || status === "conflict") && <CircleAlert aria-hidden className="text-denied-ink" />}
      {words[status]}
    </span>
  );
}

/** Why it is asked, what a good answer is, which clauses it serves. */
export function QuestionBackground({ question }: { question: Question }) {
  return (
    <details className="text-sm">
      <summary className="w-fit rounded-sm text-ink-muted hover:text-ink">Why it is asked, and what is good</summary>
      <dl className="mt-2 space-y-2 border-line border-s-2 ps-3 text-ink-muted">
        <div>
          <dt className="font-medium text-ink">Why</dt>
          <dd>{question.why}</dd>
        </div>
        <div>
          <dt className="font-medium text-ink">A good answer</dt>
          <dd>{question.good}</dd>
        </div>
        {question.clauses.length > 0 && (
          <div>
            <dt className="font-medium text-ink">Serves</dt>
            <dd>{question.clauses.map(({ framework, ref }) => `${FRAMEWORK_WORDS[framework]} ${ref}`).join("; ")}</dd>
          </div>
        )}
      </dl>
    </details>
  );
}

function Conflict({
  question,
  state,
  onSettle,
}: {
  question: Question;
  state: AnswerState;
  onSettle: (keep: "mine" | "theirs") => void;
}) {
  const { theirs, draft } = state;
  if (theirs === null) return null;
  return (
    <Callout
      tone="warn"
      title={`${theirs.by} saved this answer meanwhile. Both are here.`}
      actions={
        <>
          <Button size="sm" onClick={() => onSettle("theirs")}>
            Take theirs
          </Button>
          <Button size="sm" variant="primary" onClick={() => onSettle("mine")}>
            Save mine instead
          </Button>
        </>
      }
    >
      <dl className="space-y-1">
        <div>
          <dt className="inline font-medium">Theirs: </dt>
          <dd className="inline">
            {toValueWords(question, theirs.draft.value)} ({STRENGTH_WORDS[theirs.draft.strength].label.toLowerCase()})
            {theirs.draft.note !== "" && `. ${theirs.draft.note}`}
          </dd>
        </div>
        <div>
          <dt className="inline font-medium">Yours, not saved: </dt>
          <dd className="inline">
            {toValueWords(question, draft.value)}
            {draft.note !== "" && `. ${draft.note}`}
          </dd>
        </div>
      </dl>
    </Callout>
  );
}

/** What is under the fold, so that nobody has to open it to know. */
function toEvidenceWords({ note, links, fileIds }: AnswerDraft): string {
  const count = (number: number, word: string) => (number === 0 ? [] : [`${number} ${word}${number === 1 ? "" : "s"}`]);
  const held = [...(note === "" ? [] : ["a note"]), ...count(links.length, "link"), ...count(fileIds.length, "file")];
  return held.length === 0 ? "" : ` (${held.join(", ")})`;
}

type CardProps = {
  question: Question;
  number: number;
  state: AnswerState | undefined;
  draft: AnswerDraft;
  judged: JudgedQuestion;
  files: readonly EvidenceItem[];
  onChange: (key: string, patch: Partial<AnswerDraft>) => void;
  onSettle: (key: string, keep: "mine" | "theirs") => void;
  onFile: (file: EvidenceItem) => void;
  attach: AttachFile;
  hrefOf: (fileId: string) => string;
  /** What the last assessment said, and the vendor's own answers. */
  children?: ReactNode;
};

/** One question with its answer, how that is shown, and whether it is saved. */
export const QuestionCard = memo(function QuestionCard(props: CardProps) {
  const { question, number, state, draft, judged, files, onChange, onSettle, onFile, attach, hrefOf, children } = props;
  const id = useId();
  const { key } = question;
  const setFiles = (next: readonly EvidenceItem[]) => {
    for (const file of next) onFile(file);
    const fileIds = next.map((file) => file.id);
    onChange(key, {
      fileIds,
      ...(question.type === "file" && { value: fileIds.length === 0 ? null : fileIds }),
    });
  };
  return (
    <fieldset
      id={`q-${key}`}
      data-question={key}
      tabIndex={-1}
      className="min-w-0 scroll-mt-20 space-y-4 rounded-xl border border-line bg-surface p-4 shadow-xs"
    >
      <legend className="sr-only">{question.text}</legend>
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <p id={`${id}-text`} className="min-w-0 flex-1 basis-64 font-medium">
          <span className="text-ink-muted tabular-nums">{number}.</span> {question.text}
        </p>
        <span className="flex flex-wrap items-center gap-2">
          <StandingBadges question={question} judged={judged} />
        </span>
      </div>
      <AnswerControl
        question={question}
        value={draft.value}
        labelledBy={`${id}-text`}
        onChange={(value) => onChange(key, { value })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <div className="space-y-1.5">
          <label htmlFor={`${id}-strength`} className="font-medium text-sm">
            How it is shown
          </label>
          <NativeSelect
            id={`${id}-strength`}
            aria-describedby={`${id}-strength-help`}
            value={draft.strength}
            onChange={(event) => {
              const strength = STRENGTHS.find((one) => one === event.target.value) ?? "not_stated";
              onChange(key, strength === "not_stated" ? { strength, value: null } : { strength });
            }}
            options={[...STRENGTHS].reverse().map((value) => ({
              value,
              label: STRENGTH_WORDS[value].label,
              disabled: value !== "not_stated" && draft.value === null,
            }))}
          />
          <p id={`${id}-strength-help`} className="text-ink-muted text-sm">
            {STRENGTH_WORDS[draft.strength].help}
          </p>
        </div>
        <div className="space-y-1.5">
          <label htmlFor={`${id}-until`} className="font-medium text-sm">
            Valid until
          </label>
          <Input
            id={`${id}-until`}
            type="date"
            value={draft.validUntil}
            onChange={(event) => onChange(key, { validUntil: event.target.value })}
          />
          <p className="text-ink-muted text-sm">The last day; empty is without an end.</p>
        </div>
      </div>
      <details className="text-sm">
        <summary className="w-fit rounded-sm text-ink-muted hover:text-ink">
          Note and evidence{toEvidenceWords(draft)}
        </summary>
        <div className="mt-3 space-y-4">
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
              onChange={(event) => onChange(key, { note: event.target.value })}
            />
          </div>
          <EvidencePart
            questionText={question.text}
            links={draft.links}
            onLinks={(links) => onChange(key, { links })}
            files={files}
            onFiles={setFiles}
            attach={attach}
            hrefOf={hrefOf}
          />
        </div>
      </details>
      {children}
      <QuestionBackground question={question} />
      {state?.status === "conflict" && (
        <Conflict question={question} state={state} onSettle={(keep) => onSettle(key, keep)} />
      )}
      {state?.status === "refused" && state.message !== null && (
        <Callout tone="danger" title="This answer is not saved. It stays here until it is.">
          {state.message}
        </Callout>
      )}
      <SaveMark state={state} />
    </fieldset>
  );
});
