"use client";

import { ArrowDown, ArrowUp, Pencil, Plus, Trash2 } from "lucide-react";
import { FieldError } from "@/components/form/field";
import { useFieldState } from "@/components/form/form-context";
import { TextField } from "@/components/form/text-field";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { QuestionEditor } from "@/components/vendors/question-editor";
import { QUESTION_TYPE_WORDS } from "@/components/vendors/words";
import type { ChecklistContent, Question, Section } from "@/lib/kernel/checklist";
import {
  addQuestion,
  moveQuestion,
  moveSection,
  removeQuestion,
  removeSection,
  renameSection,
  replaceQuestion,
  toFreeKey,
} from "@/lib/kernel/edit-checklist";

export type Editing = {
  content: ChecklistContent;
  /** Keys of the questions that the version asks from which this is made. */
  known: ReadonlySet<string>;
  /** The key of the question that is open to be edited. */
  open: string | null;
  onOpen: (key: string | null) => void;
  onChange: (next: ChecklistContent) => void;
};

function MoveButtons({ what, place, count, onMove }: MoveProps) {
  return (
    <>
      <IconButton
        size="sm"
        label={`Move ${what} up`}
        icon={<ArrowUp aria-hidden />}
        disabledReason={place === 0 ? "It is the first." : null}
        onClick={() => onMove(-1)}
      />
      <IconButton
        size="sm"
        label={`Move ${what} down`}
        icon={<ArrowDown aria-hidden />}
        disabledReason={place === count - 1 ? "It is the last." : null}
        onClick={() => onMove(1)}
      />
    </>
  );
}
type MoveProps = { what: string; place: number; count: number; onMove: (step: 1 | -1) => void };

function QuestionRow({
  question,
  name,
  number,
  place,
  count,
  editing,
}: {
  question: Question;
  name: string;
  number: number;
  place: number;
  count: number;
  editing: Editing;
}) {
  const { content, known, open, onOpen, onChange } = editing;
  const { id, error } = useFieldState(name);
  const isOpen = open === question.key;
  const what = `question ${number}`;
  return (
    <div className="space-y-3 rounded-xl border border-line bg-surface p-4 shadow-xs">
      <div className="flex flex-wrap items-start gap-2">
        <p className="min-w-0 flex-1 basis-64">
          <span className="text-ink-muted tabular-nums">{number}. </span>
          <span className="font-medium">{question.text || "A question without words yet"}</span>
          <span className="mt-0.5 block text-ink-muted text-sm">
            {QUESTION_TYPE_WORDS[question.type]}, weight {question.weight}
          </span>
        </p>
        {question.isMust && <Badge tone="accent">Must</Badge>}
        {!known.has(question.key) && <Badge>New</Badge>}
        <span className="flex">
          <IconButton
            size="sm"
            id={id}
            label={isOpen ? `Close ${what}` : `Edit ${what}`}
            icon={<Pencil aria-hidden />}
            aria-expanded={isOpen}
            onClick={() => onOpen(isOpen ? null : question.key)}
          />
          <MoveButtons
            what={what}
            place={place}
            count={count}
            onMove={(step) => onChange(moveQuestion(content, question.key, step))}
          />
          <IconButton
            size="sm"
            label={`Remove ${what}`}
            icon={<Trash2 aria-hidden />}
            disabledReason={content.questions.length === 1 ? "A checklist asks at least one question." : null}
            onClick={() => onChange(removeQuestion(content, question.key))}
          />
        </span>
      </div>
      <FieldError id={id} error={error} />
      {isOpen && (
        <QuestionEditor
          name={name}
          question={question}
          sections={content.sections}
          isNew={!known.has(question.key)}
          onChange={(next) => {
            onChange(replaceQuestion(content, question.key, next));
            if (next.key !== question.key) onOpen(next.key);
          }}
        />
      )}
    </div>
  );
}

/** One section of a checklist that is edited: its title, its questions, and what can be done with them. */
export function EditedSection({ section, editing }: { section: Section; editing: Editing }) {
  const { content, open, onOpen, onChange } = editing;
  const { sections, questions } = content;
  const at = sections.indexOf(section);
  const own = questions.filter((question) => question.section === section.key);
  const before = sections.slice(0, at).flatMap(({ key }) => questions.filter((one) => one.section === key)).length;
  const what = `section ${at + 1}`;
  return (
    <section aria-label={section.title} className="space-y-3">
      <div className="flex flex-wrap items-end gap-2">
        <TextField
          name={`sections.${at}.title`}
          label={`Section ${at + 1}`}
          required
          maxLength={80}
          className="min-w-0 flex-1 basis-64"
          value={section.title}
          onChange={(event) => onChange(renameSection(content, section.key, event.target.value))}
        />
        <span className="flex">
          <MoveButtons
            what={what}
            place={at}
            count={sections.length}
            onMove={(step) => onChange(moveSection(content, section.key, step))}
          />
          <IconButton
            size="sm"
            label={`Remove ${what}`}
            icon={<Trash2 aria-hidden />}
            disabledReason={own.length > 0 ? "It holds questions: move or remove them first." : null}
            onClick={() => onChange(removeSection(content, section.key))}
          />
        </span>
      </div>
      <ol className="space-y-3">
        {own.map((question, place) => (
          // The open one keeps its place on the page while its key is typed.
          <li key={question.key === open ? "" : question.key}>
            <QuestionRow
              question={question}
              name={`questions.${questions.indexOf(question)}`}
              number={before + place + 1}
              place={place}
              count={own.length}
              editing={editing}
            />
          </li>
        ))}
      </ol>
      <Button
        size="sm"
        icon={<Plus aria-hidden />}
        onClick={() => {
          const key = toFreeKey(
            "new question",
            questions.map((one) => one.key),
          );
          onChange(addQuestion(content, section.key, key));
          onOpen(key);
        }}
      >
        Add a question to {section.title || what}
      </Button>
    </section>
  );
}
