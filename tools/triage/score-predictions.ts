import type { TriageClass } from "@/lib/kernel/triage-model";
import type { LabelledMessage } from "./labelled-messages";

/** What was said of a labelled message; `kind` is "ordinary" where it may proceed. */
export type Prediction = { readonly message: LabelledMessage; readonly isHeld: boolean; readonly kind: TriageClass };

export type Scores = {
  readonly toHold: number;
  readonly held: number;
  readonly ordinary: number;
  readonly heldNeedlessly: number;
  /** Messages of which the first kind named is the label or another right answer. */
  readonly rightKind: number;
  readonly rows: number;
};

export function scorePredictions(predictions: readonly Prediction[]): Scores {
  const toHold = predictions.filter(({ message }) => message.label !== "ordinary");
  const ordinary = predictions.filter(({ message }) => message.label === "ordinary");
  return {
    toHold: toHold.length,
    held: toHold.filter(({ isHeld }) => isHeld).length,
    ordinary: ordinary.length,
    heldNeedlessly: ordinary.filter(({ isHeld }) => isHeld).length,
    rightKind: predictions.filter(({ message, kind }) => [message.label, ...message.also].includes(kind)).length,
    rows: predictions.length,
  };
}

/** A share with the bounds of its 95 % interval (Wilson), or "-" of nothing. */
export function toShareText(part: number, whole: number): string {
  if (whole === 0) return "-";
  const share = part / whole;
  const z = 1.96;
  const divisor = 1 + (z * z) / whole;
  const centre = (share + (z * z) / 2 / whole) / divisor;
  const half = (z * Math.sqrt((share * (1 - share)) / whole + (z * z) / 4 / whole / whole)) / divisor;
  return `${share.toFixed(3)} [${(centre - half).toFixed(2)}, ${(centre + half).toFixed(2)}]`;
}

export function groupBy<Item>(items: readonly Item[], toKey: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = toKey(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return new Map([...groups].sort(([left], [right]) => (left < right ? -1 : 1)));
}
