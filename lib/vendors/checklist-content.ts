import { z } from "zod";
import { type ChecklistContent, type Question, QUESTION_TYPES, RULES_OF } from "@/lib/kernel/checklist";
import { FRAMEWORKS, STRENGTHS } from "@/lib/kernel/vendor-vocabulary";

export const QUESTIONS_MAX = 300;

const text = (max: number) => z.string().trim().min(1, "is required").max(max, `must be at most ${max} characters`);
const Key = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/, "must be lower-case letters, digits and _, at most 60");
const Value = z.string().regex(/^[a-z0-9][a-z0-9_]{0,59}$/, "must be lower-case letters, digits and _, at most 60");
const values = z.array(Value).max(50);
const limit = z.number("must be a number");

const Rule = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("is"), value: z.enum(["yes", "no"]) }),
  z.strictObject({ kind: z.literal("one_of"), good: values.min(1, "name at least one"), fair: values.default([]) }),
  z.strictObject({ kind: z.literal("all_of"), values: values.min(1, "name at least one") }),
  z.strictObject({ kind: z.literal("none_of"), values: values.min(1, "name at least one") }),
  z.strictObject({ kind: z.literal("at_most"), good: limit, fair: limit.nullable().default(null) }),
  z.strictObject({ kind: z.literal("at_least"), good: limit, fair: limit.nullable().default(null) }),
  z.strictObject({ kind: z.literal("within_days"), days: z.number().int().min(1).max(3_650) }),
  z.strictObject({ kind: z.literal("given") }),
]);

const QuestionShape = z.strictObject({
  key: Key,
  section: Key,
  type: z.enum(QUESTION_TYPES),
  text: text(500),
  good: text(500),
  rule: Rule,
  why: text(800),
  weight: z.number().int("must be whole").min(1, "must be at least 1").max(10, "must be at most 10"),
  isMust: z.boolean().default(false),
  strengthMin: z.enum(STRENGTHS).exclude(["refuted", "not_stated"]).default("claimed"),
  options: z
    .array(z.strictObject({ value: Value, label: text(200) }))
    .max(50)
    .default([]),
  unit: text(40).nullable().default(null),
  clauses: z
    .array(z.strictObject({ framework: z.enum(FRAMEWORKS), ref: text(60) }))
    .max(30)
    .default([]),
});

/** The values of a rule that are no options of its question. */
function findForeignValue({ rule, options }: Question): boolean {
  const named = rule.kind === "one_of" ? [...rule.good, ...rule.fair] : "values" in rule ? rule.values : [];
  return named.some((value) => !options.some((option) => option.value === value));
}

function findQuestionFault(question: Question): string | null {
  const { type, rule, options, unit } = question;
  if (!RULES_OF[type].includes(rule.kind)) return `takes one of these rules: ${RULES_OF[type].join(", ")}`;
  const hasOptions = type === "choice" || type === "multiple";
  if (hasOptions !== options.length > 0) return hasOptions ? "needs options" : "has options, but its type takes none";
  if (new Set(options.map(({ value }) => value)).size < options.length) return "has an option twice";
  if (findForeignValue(question)) return "has a rule that names something else than its options";
  return type === "number" && unit === null ? "needs a unit" : null;
}

/** A checklist as it is stored with a version: sections and questions that fit each other. */
export const ChecklistContentInput = z
  .strictObject({
    sections: z
      .array(z.strictObject({ key: Key, title: text(80) }))
      .min(1, "needs a section")
      .max(50),
    questions: z.array(QuestionShape).min(1, "needs a question").max(QUESTIONS_MAX, `holds at most ${QUESTIONS_MAX}`),
  })
  .superRefine(({ sections, questions }, context) => {
    const fault = (index: number, message: string) =>
      context.addIssue({ code: "custom", path: ["questions", index], message });
    if (new Set(sections.map(({ key }) => key)).size < sections.length)
      context.addIssue({ code: "custom", path: ["sections"], message: "has a section twice" });
    const seen = new Set<string>();
    for (const [index, question] of questions.entries()) {
      if (seen.has(question.key)) fault(index, "has the key of a question before it");
      seen.add(question.key);
      if (!sections.some(({ key }) => key === question.section)) fault(index, "stands in no section");
      const own = findQuestionFault(question);
      if (own !== null) fault(index, own);
    }
  });
export type ChecklistContentInput = z.input<typeof ChecklistContentInput>;

/** Content that was checked when it was stored. Throws when it is none, which would be a bug. */
export function toChecklistContent(stored: unknown): ChecklistContent {
  return ChecklistContentInput.parse(stored);
}
