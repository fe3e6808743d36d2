"use client";

import { type KeyboardEvent, type ReactNode, useCallback, useMemo, useState } from "react";
import { Kbd } from "@/components/ui/kbd";
import { UnsavedGuard } from "@/components/form/unsaved-guard";
import { EMPTY_DRAFT, type AttachFile, type EvidenceItem, type SaveAnswer } from "@/components/vendors/answer-types";
import { ProgressRing } from "@/components/vendors/progress-ring";
import { QuestionCard } from "@/components/vendors/question-card";
import { type AnswerStates, useAnswers } from "@/components/vendors/use-answers";
import type { Question, Section } from "@/lib/kernel/checklist";
import { type GivenAnswer, judgeQuestion, scoreChecklist } from "@/lib/kernel/score-checklist";

const DAY_MS = 86_400_000;

function isTyping(target: EventTarget): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["radio", "checkbox"].includes(target.type);
  return target.matches("textarea, select, [contenteditable]");
}

function toGiven(states: AnswerStates): ReadonlyMap<string, GivenAnswer> {
  return new Map(
    Object.entries(states).map(([key, { draft }]) => {
      const end = draft.validUntil === "" ? Number.NaN : Date.parse(`${draft.validUntil}T00:00:00Z`) + DAY_MS;
      const { value, strength } = draft;
      return [key, { value, strength, verdict: null, validUntil: Number.isNaN(end) ? null : end }];
    }),
  );
}

/** Moves the focus from the question that has it, or from the top: to the next, the one before, or the next without an answer. */
function focusQuestion(from: EventTarget, keys: readonly string[]): (step: 1 | -1) => void {
  const current = from instanceof Element ? from.closest("[data-question]")?.getAttribute("data-question") : null;
  return (step) => {
    const place = current === null || current === undefined ? (step === 1 ? -1 : keys.length) : keys.indexOf(current);
    const ahead = step === 1 ? keys.slice(place + 1) : keys.slice(0, Math.max(0, place)).reverse();
    const [next] = ahead;
    if (next === undefined) return;
    const card = document.getElementById(`q-${next}`);
    card?.scrollIntoView({ block: "start" });
    card
      ?.querySelector<HTMLElement>("input:checked, input:not([type=radio], .sr-only), textarea, input")
      ?.focus({ preventScroll: true });
  };
}

/** A checklist as it is filled in: sections, progress, a score that follows, answers that save themselves. */
export function AssessmentForm({
  sections,
  questions,
  initial,
  files: known,
  now,
  save,
  attach,
  fileHref,
  asides,
}: {
  sections: readonly Section[];
  questions: readonly Question[];
  initial: AnswerStates;
  files: readonly EvidenceItem[];
  now: number;
  save: SaveAnswer;
  attach: AttachFile;
  /** The address of a file's download, up to its id. */
  fileHref: string;
  /** By question: what stands beside its answer. */
  asides: Readonly<Record<string, ReactNode>>;
}) {
  const { states, change, settle, flush, isUnsaved } = useAnswers(initial, save);
  const [added, setAdded] = useState<readonly EvidenceItem[]>([]);
  const files = useMemo(() => new Map([...known, ...added].map((file) => [file.id, file])), [known, added]);
  const onFile = useCallback((file: EvidenceItem) => setAdded((all) => [...all, file]), []);
  const hrefOf = useCallback((fileId: string) => fileHref + fileId, [fileHref]);
  const given = useMemo(() => toGiven(states), [states]);
  const score = scoreChecklist(questions, given, now);
  const ordered = sections.flatMap(({ key }) => questions.filter((question) => question.section === key));
  const unanswered = ordered.filter(({ key }) => (states[key]?.draft.value ?? null) === null).map(({ key }) => key);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isTyping(event.target) || event.metaKey || event.ctrlKey || event.altKey) return;
    const all = ordered.map(({ key }) => key);
    const here =
      event.target instanceof Element ? event.target.closest("[data-question]")?.getAttribute("data-question") : null;
    if (event.key === "j") focusQuestion(event.target, all)(1);
    else if (event.key === "k") focusQuestion(event.target, all)(-1);
    else if (event.key === "n")
      focusQuestion(
        event.target,
        all.filter((key) => key === here || unanswered.includes(key)),
      )(1);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: keys that lead from question to question, besides Tab
    <div
      role="group"
      aria-label="The questions"
      onKeyDown={onKeyDown}
      className="grid items-start gap-6 lg:grid-cols-[15rem_minmax(0,1fr)]"
    >
      <UnsavedGuard isDirty={isUnsaved} onLeave={flush} />
      <aside aria-label="Progress" className="space-y-4 lg:sticky lg:top-16">
        <div className="flex items-center gap-4">
          <ProgressRing answered={score.answered} questions={score.questions} />
          <div className="text-sm">
            <p className="font-medium">
              {score.answered} of {score.questions} answered
            </p>
            <p className="text-ink-muted">
              Score {score.total.toFixed(1)} · {score.openMusts.length} open musts
            </p>
            <p role="status" className="text-ink-muted">
              {isUnsaved ? "Saving…" : "All is saved"}
            </p>
          </div>
        </div>
        <nav aria-label="Sections">
          <ul className="space-y-px max-lg:flex max-lg:flex-wrap max-lg:gap-1">
            {sections.map(({ key, title }) => {
              const one = score.sections.find(({ section }) => section === key);
              return (
                <li key={key}>
                  <a
                    href={`#s-${key}`}
                    className="flex min-h-7 items-center gap-2 rounded-md px-2 py-0.5 text-ink-muted text-sm hover:bg-hover hover:text-ink"
                  >
                    <span className="flex-1">{title}</span>
                    <span className="tabular-nums">
                      {one?.answered ?? 0}/{one?.questions ?? 0}
                    </span>
                  </a>
                </li>
              );
            })}
          </ul>
        </nav>
        <p className="text-ink-muted text-sm max-lg:hidden">
          <Kbd>j</Kbd> <Kbd>k</Kbd> next and previous question, <Kbd>n</Kbd> next without an answer.
        </p>
      </aside>
      <div className="min-w-0 space-y-8">
        {sections.map((section) => (
          <section
            key={section.key}
            id={`s-${section.key}`}
            aria-label={section.title}
            className="scroll-mt-20 space-y-4"
          >
            <h2 className="font-semibold text-md">{section.title}</h2>
            {ordered
              .filter((question) => question.section === section.key)
              .map((question) => {
                const state = states[question.key];
                const draft = state?.draft ?? EMPTY_DRAFT;
                return (
                  <QuestionCard
                    key={question.key}
                    question={question}
                    number={ordered.indexOf(question) + 1}
                    state={state}
                    draft={draft}
                    judged={judgeQuestion(question, given.get(question.key), now)}
                    files={draft.fileIds.flatMap((fileId) => files.get(fileId) ?? [])}
                    onChange={change}
                    onSettle={settle}
                    onFile={onFile}
                    attach={attach}
                    hrefOf={hrefOf}
                  >
                    {asides[question.key]}
                  </QuestionCard>
                );
              })}
          </section>
        ))}
      </div>
    </div>
  );
}
