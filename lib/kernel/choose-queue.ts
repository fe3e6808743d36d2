import { isAtLeast, readDecimal } from "./triage-amounts";
import type { TriageKind } from "./triage-kinds";

/** The conditions of a queue; an empty list and null fit everything. */
export type QueueConditions = {
  readonly position: number;
  readonly kinds: readonly TriageKind[];
  readonly languages: readonly string[];
  readonly amountMin: string | null;
  readonly currency: string | null;
};

export type QueuedFacts = {
  readonly kind: TriageKind;
  readonly language: string | null;
  readonly amount: string | null;
  readonly currency: string | null;
};

function fitsAmount(queue: QueueConditions, { amount, currency }: QueuedFacts): boolean {
  if (queue.amountMin === null && queue.currency === null) return true;
  if (amount === null) return false;
  // An amount without a currency could be in any.
  if (queue.currency !== null && currency !== null && queue.currency !== currency) return false;
  if (queue.amountMin === null) return true;
  const [value, least] = [readDecimal(amount), readDecimal(queue.amountMin)];
  return value === null || least === null || isAtLeast(value, least);
}

function fits(queue: QueueConditions, facts: QueuedFacts): boolean {
  const fitsKind = queue.kinds.length === 0 || queue.kinds.includes(facts.kind);
  const fitsLanguage =
    queue.languages.length === 0 || (facts.language !== null && queue.languages.includes(facts.language));
  return fitsKind && fitsLanguage && fitsAmount(queue, facts);
}

/** The first queue by position that fits; the last one takes what fits nowhere, so that nothing is lost. Null only without any queue. */
export function chooseQueue<Queue extends QueueConditions>(queues: readonly Queue[], facts: QueuedFacts): Queue | null {
  const ordered = queues.toSorted((left, right) => left.position - right.position);
  return ordered.find((queue) => fits(queue, facts)) ?? ordered.at(-1) ?? null;
}
