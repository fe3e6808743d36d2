import type { BenchTable } from "@/tools/bench/classification";
import type { TriageClass } from "@/lib/kernel/triage-model";
import { groupBy, type Prediction, scorePredictions, toShareText } from "./score-predictions";

/** Predictions of the same messages, each by another judge. */
export type Judged = { readonly by: string; readonly predictions: readonly Prediction[] };

/** What must be held and what is held needlessly, by source and by what the source's messages are. */
export function toSourceTable(title: string, judges: readonly Judged[], notes: string[]): BenchTable {
  return {
    title,
    columns: ["source", "label", "rows", ...judges.map(({ by }) => by)],
    rows: [
      ...toLines(judges, ({ message }) => `${message.source}\t${message.label}`),
      ...toLines(judges, ({ message }) => `all\t${message.label === "ordinary" ? "ordinary" : "to be held"}`),
    ],
    notes: [
      "Held: of “ordinary” needlessly, of all others rightly. In brackets the bounds of the 95 % interval.",
      ...notes,
    ],
  };
}

function toLines(judges: readonly Judged[], toKey: (prediction: Prediction) => string): (string | number)[][] {
  const [first] = judges;
  if (first === undefined) return [];
  const groups = judges.map(({ predictions }) => groupBy(predictions, toKey));
  return [...groupBy(first.predictions, toKey)].map(([key, own]) => [
    ...key.split("\t"),
    own.length,
    ...groups.map((group) => toHeldText(group.get(key) ?? [])),
  ]);
}

function toHeldText(predictions: readonly Prediction[]): string {
  return toShareText(predictions.filter(({ isHeld }) => isHeld).length, predictions.length);
}

/** Held and named rightly, by what the messages are and by what `toGroup` makes of them. */
export function toKindTable(
  title: string,
  predictions: readonly Prediction[],
  toGroup: (prediction: Prediction) => string,
  notes: string[] = [],
): BenchTable {
  const rows = [...groupBy(predictions, toGroup)].map(([name, own]) => {
    const scores = scorePredictions(own);
    return [
      name,
      scores.rows,
      toShareText(scores.held, scores.toHold),
      toShareText(scores.heldNeedlessly, scores.ordinary),
      toShareText(scores.rightKind, scores.rows),
    ];
  });
  return { title, columns: ["of", "rows", "held rightly", "held needlessly", "kind right"], rows, notes };
}

const OFFICIAL_NAMES: Readonly<Record<TriageClass, string>> = {
  ordinary: "ordinary",
  complaint: "complaint",
  payment_dispute: "payment_dispute",
  legal_issue: "legal",
  unusual_request: "unusual",
};

/** As score.py beside the measuring data reads them. */
export function toPredictionRows(predictions: readonly Prediction[]): string {
  const rows = predictions.flatMap(({ message, isHeld, kind }) =>
    message.id === undefined ? [] : [JSON.stringify({ id: message.id, escalate: isHeld, label: OFFICIAL_NAMES[kind] })],
  );
  return `${rows.join("\n")}\n`;
}
