import {
  type ChecklistContent,
  type GoodRule,
  type Question,
  type QuestionType,
  RULES_OF,
  type RuleKind,
  type Section,
} from "./checklist";

/** How a checklist is changed question by question. Each function answers a new content and leaves the one given as it was. */

const KEY_MAX = 60;

/** A key made of a text's words that is not taken: `[a-z][a-z0-9_]*`, at most 60 long. */
export function toFreeKey(text: string, taken: readonly string[]): string {
  const words = text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^[^a-z]+|_+$/g, "");
  const stem = words === "" ? "item" : words;
  for (let count = 1; ; count += 1) {
    const end = count === 1 ? "" : `_${count}`;
    const key = `${stem.slice(0, KEY_MAX - end.length).replaceAll(/_+$/g, "")}${end}`;
    if (!taken.includes(key)) return key;
  }
}

function toRule(kind: RuleKind, values: readonly string[]): GoodRule {
  switch (kind) {
    case "is":
      return { kind, value: "yes" };
    case "one_of":
      return { kind, good: values.slice(0, 1), fair: [] };
    case "all_of":
    case "none_of":
      return { kind, values: values.slice(0, 1) };
    case "at_most":
    case "at_least":
      return { kind, good: 0, fair: null };
    case "within_days":
      return { kind, days: 365 };
    case "given":
      return { kind };
  }
}

/** The same question with another rule for what is good, filled in with what the rule needs. */
export function withRule(question: Question, kind: RuleKind): Question {
  if (question.rule.kind === kind) return question;
  const values = question.options.map(({ value }) => value);
  return { ...question, rule: toRule(kind, values) };
}

const TWO_OPTIONS = [
  { value: "first", label: "First" },
  { value: "second", label: "Second" },
] as const;

/** The same question with another type: with the options, the unit and a rule that the type takes, kept where they fit. */
export function withType(question: Question, type: QuestionType): Question {
  const hasOptions = type === "choice" || type === "multiple";
  const options = hasOptions ? (question.options.length > 0 ? question.options : TWO_OPTIONS) : [];
  const unit = type === "number" ? (question.unit ?? "days") : null;
  const next = { ...question, type, options, unit };
  const [kind] = RULES_OF[type];
  return RULES_OF[type].includes(question.rule.kind) || kind === undefined ? next : withRule(next, kind);
}

function keepKnown(rule: GoodRule, known: (value: string) => boolean): GoodRule {
  if (rule.kind === "one_of") return { ...rule, good: rule.good.filter(known), fair: rule.fair.filter(known) };
  return "values" in rule ? { ...rule, values: rule.values.filter(known) } : rule;
}

/** The same question with other options; its rule forgets those that are gone. */
export function withOptions(question: Question, options: Question["options"]): Question {
  const rule = keepKnown(question.rule, (value) => options.some((option) => option.value === value));
  return { ...question, options, rule };
}

/** Adds a question at the end of a section; `key` names it. */
export function addQuestion({ sections, questions }: ChecklistContent, section: string, key: string): ChecklistContent {
  const fresh: Question = {
    key,
    section,
    type: "yes_no",
    text: "",
    good: "",
    rule: { kind: "is", value: "yes" },
    why: "",
    weight: 3,
    isMust: false,
    strengthMin: "claimed",
    options: [],
    unit: null,
    clauses: [],
  };
  return { sections, questions: [...questions, fresh] };
}

export function replaceQuestion(content: ChecklistContent, key: string, next: Question): ChecklistContent {
  return { ...content, questions: content.questions.map((one) => (one.key === key ? next : one)) };
}

export function removeQuestion(content: ChecklistContent, key: string): ChecklistContent {
  return { ...content, questions: content.questions.filter((one) => one.key !== key) };
}

function swap<T>(list: readonly T[], a: number, b: number): readonly T[] {
  const [first, second] = [list[a], list[b]];
  if (first === undefined || second === undefined) return list;
  return list.map((one, index) => (index === a ? second : index === b ? first : one));
}

/** Moves a question one place up or down among those of its section; at the end it stays. */
export function moveQuestion(content: ChecklistContent, key: string, step: 1 | -1): ChecklistContent {
  const { questions } = content;
  const from = questions.findIndex((one) => one.key === key);
  const section = questions[from]?.section;
  const own = questions.flatMap((one, index) => (one.section === section ? [index] : []));
  const to = own[own.indexOf(from) + step];
  return to === undefined ? content : { ...content, questions: swap(questions, from, to) };
}

export function addSection(content: ChecklistContent, section: Section): ChecklistContent {
  return { ...content, sections: [...content.sections, section] };
}

export function renameSection(content: ChecklistContent, key: string, title: string): ChecklistContent {
  return { ...content, sections: content.sections.map((one) => (one.key === key ? { key, title } : one)) };
}

export function moveSection(content: ChecklistContent, key: string, step: 1 | -1): ChecklistContent {
  const from = content.sections.findIndex((one) => one.key === key);
  return { ...content, sections: swap(content.sections, from, from + step) };
}

/** Removes a section without questions; one with questions stays. */
export function removeSection(content: ChecklistContent, key: string): ChecklistContent {
  if (content.questions.some(({ section }) => section === key)) return content;
  return { ...content, sections: content.sections.filter((one) => one.key !== key) };
}
