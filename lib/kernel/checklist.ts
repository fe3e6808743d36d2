import type { Framework, Strength } from "./vendor-vocabulary";

export const QUESTION_TYPES = ["yes_no", "choice", "multiple", "number", "date", "text", "file"] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** What makes an answer good, by the question's type. Whatever is answered otherwise is poor; what is not stated is neither. */
export type GoodRule =
  | { kind: "is"; value: "yes" | "no" }
  /** A choice among `good` is good, one among `fair` is fair. */
  | { kind: "one_of"; good: readonly string[]; fair: readonly string[] }
  | { kind: "all_of"; values: readonly string[] }
  | { kind: "none_of"; values: readonly string[] }
  | { kind: "at_most"; good: number; fair: number | null }
  | { kind: "at_least"; good: number; fair: number | null }
  /** A date at most so many days ago. */
  | { kind: "within_days"; days: number }
  /** Anything at all: a text, a file, a date. */
  | { kind: "given" };
export type RuleKind = GoodRule["kind"];

/** The rules that a question's type can have. */
export const RULES_OF: { readonly [T in QuestionType]: readonly RuleKind[] } = {
  yes_no: ["is"],
  choice: ["one_of"],
  multiple: ["all_of", "none_of"],
  number: ["at_most", "at_least"],
  date: ["within_days", "given"],
  text: ["given"],
  file: ["given"],
};

export type Clause = { framework: Framework; ref: string };

export type Question = {
  /** `[a-z][a-z0-9_]*`: the same in every version that asks the same. */
  key: string;
  section: string;
  type: QuestionType;
  text: string;
  /** What a good answer is, for people; `rule` is the same for the score. */
  good: string;
  rule: GoodRule;
  why: string;
  weight: number;
  /** Without a good answer to it nothing is approved. */
  isMust: boolean;
  /** How strong a must's answer has to be. */
  strengthMin: Strength;
  options: readonly { value: string; label: string }[];
  unit: string | null;
  clauses: readonly Clause[];
};

export type Section = { key: string; title: string };
export type ChecklistContent = { sections: readonly Section[]; questions: readonly Question[] };

/** yes/no and choice: the value; multiple: values; file: ids of evidence; date: `YYYY-MM-DD`. */
export type AnswerValue = string | number | readonly string[];

export type Quality = "good" | "fair" | "poor";

const DAY_MS = 86_400_000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Why a value is no answer to the question, in words that follow its name; null where it is one. */
export function findValueFault({ type, options }: Question, value: unknown): string | null {
  const isOption = (one: unknown): boolean => options.some((option) => option.value === one);
  switch (type) {
    case "yes_no":
      return value === "yes" || value === "no" ? null : "must be yes or no; leave it empty where it is not stated";
    case "choice":
      return isOption(value) ? null : "must be one of the choices";
    case "multiple":
      return Array.isArray(value) && value.every(isOption) && new Set(value).size === value.length
        ? null
        : "must be some of the choices, each once";
    case "number":
      return typeof value === "number" && Number.isFinite(value) ? null : "must be a number";
    case "date":
      return typeof value === "string" && isDay(value) ? null : "must be a day as YYYY-MM-DD";
    case "text":
      return typeof value === "string" && value.trim() !== "" && value.length <= 10_000
        ? null
        : "must be a text of at most 10,000 characters";
    case "file":
      return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "string")
        ? null
        : "must be at least one file";
  }
}

function isDay(text: string): boolean {
  const at = DATE.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
}

function judgeNumber(value: AnswerValue, good: number, fair: number | null, sign: 1 | -1): Quality {
  if (typeof value !== "number") return "poor";
  if (value * sign <= good * sign) return "good";
  return fair !== null && value * sign <= fair * sign ? "fair" : "poor";
}

/** How good a stated answer is. `now` is milliseconds since the epoch. */
export function judgeValue({ rule }: Question, value: AnswerValue, now: number): Quality {
  const values = Array.isArray(value) ? (value as readonly string[]) : [String(value)];
  switch (rule.kind) {
    case "is":
      return value === rule.value ? "good" : "poor";
    case "one_of":
      if (typeof value !== "string") return "poor";
      return rule.good.includes(value) ? "good" : rule.fair.includes(value) ? "fair" : "poor";
    case "all_of": {
      const found = rule.values.filter((one) => values.includes(one)).length;
      if (found === rule.values.length) return "good";
      return found * 2 >= rule.values.length && found > 0 ? "fair" : "poor";
    }
    case "none_of":
      return rule.values.some((one) => values.includes(one)) ? "poor" : "good";
    case "at_most":
      return judgeNumber(value, rule.good, rule.fair, 1);
    case "at_least":
      return judgeNumber(value, rule.good, rule.fair, -1);
    case "within_days": {
      const at = typeof value === "string" ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
      return at > now - rule.days * DAY_MS && at <= now ? "good" : "poor";
    }
    case "given":
      return values.length > 0 ? "good" : "poor";
  }
}
