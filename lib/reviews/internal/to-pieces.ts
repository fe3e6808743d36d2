import { maskRunningText } from "@/lib/kernel/mask-running-text";
import type { PersonalSpan } from "@/lib/kernel/personal-data-span";
import type { TriageSpan } from "@/lib/kernel/triage-kinds";
import type { TextPiece } from "@/lib/reviews/get-held-item";

/** Inside the text, sorted and disjoint; what marks nothing is left out. */
function tidyMarks(marks: readonly TriageSpan[], length: number): TriageSpan[] {
  const inside = marks
    .map(({ start, end }) => ({ start: Math.max(0, Math.trunc(start)), end: Math.min(length, Math.trunc(end)) }))
    .filter(({ start, end }) => start < end)
    .sort((left, right) => left.start - right.start);
  const joined: { start: number; end: number }[] = [];
  for (const mark of inside) {
    const last = joined.at(-1);
    if (last !== undefined && mark.start <= last.end) last.end = Math.max(last.end, mark.end);
    else joined.push(mark);
  }
  return joined;
}

/** A stretch that is shown as it is, parted where marks begin and end. */
function partPlain(text: string, from: number, marks: readonly TriageSpan[]): TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  const add = (end: number, isMarked: boolean): void => {
    if (end > at) pieces.push({ text: text.slice(at, end), hidden: null, isMarked });
    at = Math.max(at, end);
  };
  for (const { start, end } of marks) {
    if (end <= from || start >= from + text.length) continue;
    add(Math.max(0, start - from), false);
    add(Math.min(text.length, end - from), true);
  }
  add(text.length, false);
  return pieces;
}

/**
 * A text as a page shows it. Hidden spans, as `findPersonalData` gives them, are each one piece with what is shown instead; it is marked
 * when a mark touches it. Everything else is shown as it is, and marked exactly where a mark stands.
 */
export function toPieces(
  text: string,
  hidden: readonly PersonalSpan[],
  marked: readonly TriageSpan[],
): readonly TextPiece[] {
  const marks = tidyMarks(marked, text.length);
  let at = 0;
  let nth = 0;
  return maskRunningText(text, hidden).pieces.flatMap((piece): TextPiece[] => {
    const from = at;
    if (piece.kind === "plain") {
      at += piece.text.length;
      return partPlain(piece.text, from, marks);
    }
    const end = hidden[nth]?.end ?? from;
    nth += 1;
    at = end;
    const isMarked = marks.some((mark) => mark.start < end && mark.end > from);
    return [{ text: piece.shown, hidden: piece.type, isMarked }];
  });
}
