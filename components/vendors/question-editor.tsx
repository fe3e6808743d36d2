"use client";

import { SelectField } from "@/components/form/choice-field";
import { TextareaField, TextField } from "@/components/form/text-field";
import { Checkbox } from "@/components/ui/checkbox";
import { ClauseRows, OptionRows } from "@/components/vendors/question-parts";
import { RuleFields } from "@/components/vendors/rule-fields";
import { QUESTION_TYPE_WORDS, STRENGTH_WORDS } from "@/components/vendors/words";
import { type Question, QUESTION_TYPES, type Section } from "@/lib/kernel/checklist";
import { withType } from "@/lib/kernel/edit-checklist";
import { STRENGTHS } from "@/lib/kernel/vendor-vocabulary";

const MUST_STRENGTHS = STRENGTHS.filter((one) => one !== "refuted" && one !== "not_stated").toReversed();
const WEIGHTS = Array.from({ length: 10 }, (_, index) => String(index + 1));

/** Whether a must, and how strong its answer has to be. */
function MustFields({ name, question, onChange }: Omit<Props, "sections" | "isNew">) {
  const { isMust, strengthMin } = question;
  return (
    <div className="space-y-3">
      <label className="flex items-start gap-3 text-sm">
        <Checkbox
          className="mt-0.5"
          checked={isMust}
          onChange={(event) => onChange({ ...question, isMust: event.target.checked })}
        />
        <span>
          <span className="block font-medium">It is a must</span>
          <span className="text-ink-muted">Without a good answer nothing is approved.</span>
        </span>
      </label>
      {isMust && (
        <SelectField
          name={`${name}.strengthMin`}
          label="Shown at least as"
          required
          options={MUST_STRENGTHS.map((value) => ({ value, label: STRENGTH_WORDS[value].label }))}
          value={strengthMin}
          onValueChange={(value) =>
            onChange({ ...question, strengthMin: MUST_STRENGTHS.find((one) => one === value) ?? strengthMin })
          }
        />
      )}
    </div>
  );
}

type Props = {
  /** Its fields' names begin so, as the server names a fault: `questions.3`. */
  name: string;
  question: Question;
  sections: readonly Section[];
  /** It is asked in no version yet: its key can be chosen. */
  isNew: boolean;
  onChange: (next: Question) => void;
};

/** Everything about one question of a checklist. */
export function QuestionEditor({ name, question, sections, isNew, onChange }: Props) {
  const set = (next: Partial<Question>) => onChange({ ...question, ...next });
  return (
    <div className="space-y-5 [&_textarea]:min-h-16">
      <TextareaField
        name={`${name}.text`}
        label="Question"
        required
        rows={2}
        maxLength={500}
        autoFocus
        value={question.text}
        onChange={(event) => set({ text: event.target.value })}
      />
      {isNew && (
        <TextField
          name={`${name}.key`}
          label="Key"
          help="Names the question in exports and events, and stays the same in every version."
          required
          maxLength={60}
          spellCheck={false}
          autoComplete="off"
          value={question.key}
          onChange={(event) => set({ key: event.target.value })}
        />
      )}
      <div className="grid max-w-xl gap-4 sm:grid-cols-2">
        <SelectField
          name={`${name}.type`}
          label="Answered with"
          required
          options={QUESTION_TYPES.map((value) => ({ value, label: QUESTION_TYPE_WORDS[value] }))}
          value={question.type}
          onValueChange={(value) =>
            onChange(withType(question, QUESTION_TYPES.find((one) => one === value) ?? question.type))
          }
        />
        <SelectField
          name={`${name}.section`}
          label="Section"
          required
          options={sections.map(({ key, title }) => ({ value: key, label: title || key }))}
          value={question.section}
          onValueChange={(section) => set({ section })}
        />
      </div>
      {question.type === "number" && (
        <TextField
          name={`${name}.unit`}
          label="Unit"
          required
          maxLength={40}
          value={question.unit ?? ""}
          onChange={(event) => set({ unit: event.target.value })}
        />
      )}
      {question.options.length > 0 && <OptionRows name={name} question={question} onChange={onChange} />}
      <RuleFields name={name} question={question} onChange={onChange} />
      <TextareaField
        name={`${name}.good`}
        label="A good answer, in words"
        required
        rows={2}
        maxLength={500}
        value={question.good}
        onChange={(event) => set({ good: event.target.value })}
      />
      <TextareaField
        name={`${name}.why`}
        label="Why it is asked"
        required
        rows={2}
        maxLength={800}
        value={question.why}
        onChange={(event) => set({ why: event.target.value })}
      />
      <SelectField
        name={`${name}.weight`}
        label="Weight"
        help="How much it counts in the score, from 1 to 10."
        required
        options={WEIGHTS.map((value) => ({ value, label: value }))}
        value={String(question.weight)}
        onValueChange={(value) => set({ weight: Number(value) })}
      />
      <MustFields name={name} question={question} onChange={onChange} />
      <ClauseRows name={name} question={question} onChange={onChange} />
    </div>
  );
}
