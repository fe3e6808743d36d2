import fc from "fast-check";
import { expect, it } from "vitest";
import type { PersonalSpan } from "@/lib/kernel/personal-data-span";
import { joinSpans } from "@/lib/kernel/personal-data-span";
import { toPieces } from "./to-pieces";

/** Spans anywhere, also outside the text, overlapping and empty. */
const marks = fc.array(fc.record({ start: fc.integer({ min: -5, max: 80 }), end: fc.integer({ min: -5, max: 80 }) }), {
  maxLength: 8,
});

/** Hidden spans as `findPersonalData` gives them for a text: sorted, disjoint, inside. */
function toHidden(text: string, drawn: readonly { start: number; end: number }[]): readonly PersonalSpan[] {
  const spans = drawn.flatMap(({ start, end }) => {
    const span = { start: Math.max(0, start), end: Math.min(text.length, end), type: "email" as const, score: 1 };
    return span.start < span.end ? [span] : [];
  });
  return joinSpans(spans);
}

const isIn = (at: number, spans: readonly { start: number; end: number }[]) =>
  spans.some(({ start, end }) => start <= at && at < end);

it("the pieces tell the plain parts of any text in their order, and no hidden character", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 70 }), marks, marks, (text, drawn, marked) => {
      const hidden = toHidden(text, drawn);
      const plain = text
        .split("")
        .filter((_, at) => !isIn(at, hidden))
        .join("");
      const pieces = toPieces(text, hidden, marked);
      const shown = pieces.flatMap((piece) => (piece.hidden === null ? [piece.text] : []));
      expect(shown.join("")).toBe(plain);
      expect(pieces.filter((piece) => piece.hidden !== null)).toHaveLength(hidden.length);
      expect(pieces.every((piece) => piece.text !== "")).toBe(true);
    }),
  );
});

it("every character outside a hidden span is marked exactly when a mark stands on it, and a hidden piece when one touches it", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 70 }), marks, marks, (text, drawn, marked) => {
      const hidden = toHidden(text, drawn);
      let at = 0;
      let nth = 0;
      for (const piece of toPieces(text, hidden, marked)) {
        const span = hidden[nth];
        if (piece.hidden !== null && span !== undefined) {
          expect(at).toBe(span.start);
          const positions = Array.from({ length: span.end - span.start }, (_, index) => span.start + index);
          expect(piece.isMarked).toBe(positions.some((each) => isIn(each, marked)));
          at = span.end;
          nth += 1;
          continue;
        }
        for (let index = 0; index < piece.text.length; index += 1)
          expect(piece.isMarked).toBe(isIn(at + index, marked));
        at += piece.text.length;
      }
      expect(at).toBe(text.length);
    }),
  );
});

it("nothing hidden and nothing marked is one piece, and an empty text none", () => {
  expect(toPieces("As it is.", [], [])).toEqual([{ text: "As it is.", hidden: null, isMarked: false }]);
  expect(toPieces("", [], [{ start: 0, end: 4 }])).toEqual([]);
});
