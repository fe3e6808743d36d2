import type { Category } from "./vocabulary";

/** One judgement of a column. `because` is plain words from fixed texts: no value of the column is ever part of it. */
export type Verdict = {
  readonly category: Category;
  readonly confidence: number;
  /** The values say something about an identifiable person (a company's own secrets and margins do not). */
  readonly isPersonal: boolean;
  readonly because: string;
};

export function personal(category: Category, confidence: number, because: string): Verdict {
  return { category, confidence, isPersonal: true, because };
}

export function impersonal(category: Category, confidence: number, because: string): Verdict {
  return { category, confidence, isPersonal: false, because };
}

export function nothing(confidence: number, because: string): Verdict {
  return { category: "none", confidence, isPersonal: false, because };
}
