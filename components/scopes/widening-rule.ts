import type { Json } from "@/lib/kernel/canonical-json";
import type { ComparableScope } from "@/lib/kernel/diff-scopes";
import { isWidening, listWidenedParts } from "@/lib/kernel/is-widening";
import { type Reach, toWideningWords } from "@/lib/kernel/widening-words";
import type { RowBoundCondition } from "@/lib/kernel/row-condition";
import type { Treatment } from "@/lib/kernel/vocabulary";

/** What the editor needs to say before saving whether a second person has to agree. The server judges it again. */
export type WideningRule = {
  isOn: boolean;
  /** The scope in force; null for a new one, and for one that has ended. */
  before: ComparableScope | null;
  /** The agent's other live scopes on the dataset. */
  others: readonly ComparableScope[];
  reach: Reach;
};

/** What was typed where the browser keeps it. */
export type TypedTerms = {
  rowsPerRequestMax: string;
  rowsPerDayMax: string;
  subjectsPerDayMax: string;
  expiresAt: string;
  requiresCase: boolean;
};

type Drafted = {
  purposes: readonly string[];
  fields: Readonly<Record<string, Treatment>>;
  rowBound: readonly RowBoundCondition[];
  typed: TypedTerms;
  /** When the scope in force ends: a day that is not touched keeps its hour. */
  expiresStored: string;
};

function toEnd(day: string, stored: string): string {
  const end = new Date(stored.slice(0, 10) === day ? stored : `${day}T23:59:59Z`);
  return Number.isNaN(end.getTime()) ? "" : end.toISOString();
}

/** A cap as it was typed; none where nothing was, or no number: the server says so. */
const toCap = (text: string): number | null => (text.trim() === "" ? null : Number(text) || null);

export function toDraftedScope({ purposes, fields, rowBound, typed, expiresStored }: Drafted): ComparableScope {
  return {
    purposes,
    fields,
    rowBound: rowBound as readonly Json[],
    requiresCase: typed.requiresCase,
    rowsPerRequestMax: Number(typed.rowsPerRequestMax) || 0,
    rowsPerDayMax: toCap(typed.rowsPerDayMax),
    subjectsPerDayMax: toCap(typed.subjectsPerDayMax),
    expiresAt: toEnd(typed.expiresAt, expiresStored),
  };
}

export type WideningVerdict = { isWidening: boolean; words: readonly string[] };

/** Whether a draft lets the agent see more, and in what. */
export function judgeDraft({ before, others, reach }: WideningRule, after: ComparableScope): WideningVerdict {
  const parts = before === null ? [] : listWidenedParts(before, after);
  const words = parts.map((part) => toWideningWords(part, reach));
  return { isWidening: isWidening({ before, after, others }), words };
}
