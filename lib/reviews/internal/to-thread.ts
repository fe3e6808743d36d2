import type { TriageFinding, TriagePlace, TriageSpan } from "@/lib/kernel/triage-kinds";
import type { HeldItemDetail, TextPiece } from "@/lib/reviews/get-held-item";
import type { HeldContent } from "@/lib/reviews/held-content";
import type { FindHidden } from "./mask-values";
import { toPieces } from "./to-pieces";

/** The words that decided, in one of the texts. */
export function toMarks(findings: readonly TriageFinding[], place: TriagePlace): TriageSpan[] {
  return findings.flatMap(({ reasons }) => reasons.flatMap((reason) => (reason.place === place ? reason.words : [])));
}

export function showText(text: string, find: FindHidden, marks: readonly TriageSpan[] = []): readonly TextPiece[] {
  return toPieces(text, find(text), marks);
}

/** The thread with what decided marked: the newest message of the customer is `message`, an earlier turn its number. */
export function toThread(
  { thread }: HeldContent,
  findings: readonly TriageFinding[],
  find: FindHidden,
): HeldItemDetail["thread"] {
  const newest = thread.findLastIndex(({ from }) => from === "customer");
  return thread.map(({ from, at, text }, index) => ({
    from,
    at,
    pieces: showText(text, find, toMarks(findings, index === newest ? "message" : index)),
  }));
}
