import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPersonalData } from "./find-personal-data";
import { maskRunningText } from "./mask-running-text";
import { HIDDEN } from "./mask-value";
import type { PersonalDataType, PersonalSpan } from "./personal-data-span";

const TYPES: readonly PersonalDataType[] = [
  "name",
  "email",
  "phone",
  "address",
  "payment_card",
  "bank_account",
  "national_id",
  "date_of_birth",
  "ip_address",
  "url_with_person",
  "username",
  "vehicle",
  "other_id",
];
const readable = (text: string): string[] => text.match(/[\p{L}\p{N}]/gu) ?? [];

/** A text and spans in it: words, some of which are marked. */
const marked = fc
  .array(fc.tuple(fc.string({ unit: "grapheme", minLength: 1, maxLength: 24 }), fc.option(fc.constantFrom(...TYPES))), {
    maxLength: 12,
  })
  .map((parts) => {
    const spans: PersonalSpan[] = [];
    let text = "";
    for (const [part, type] of parts) {
      if (type !== null) spans.push({ start: text.length, end: text.length + part.length, type, score: 1 });
      text += part;
    }
    return { text, spans };
  });

/** What the mask of a kind may keep, said without the code under test. */
function mayShow(value: string, type: PersonalDataType): string[] {
  const signs = readable(value);
  switch (type) {
    case "name":
      return value.split(/\s+/u).flatMap((word) => readable(word).slice(0, 1));
    case "email":
      return [...signs.slice(0, 1), ...readable(value.slice(value.lastIndexOf("@") + 1))];
    case "phone":
    case "payment_card":
    case "bank_account":
    case "other_id":
      return signs.slice(-4);
    case "address":
    case "national_id":
    case "date_of_birth":
    case "ip_address":
    case "url_with_person":
    case "username":
    case "vehicle":
      return [];
  }
}

describe("a masked message", () => {
  it("shows what a reviewer needs and nothing more", () => {
    const text =
      "I am Ada Okonkwo, ada.okonkwo@example.org, +49 30 1234567, card 4111 1111 1111 1111, 14 Larkspur Close, Norwich.";
    expect(maskRunningText(text, findPersonalData(text)).text).toBe(
      `I am A${HIDDEN} O${HIDDEN}, a${HIDDEN}@example.org, ${HIDDEN}4567, card ${HIDDEN}1111, ${HIDDEN}.`,
    );
  });

  it("hides every letter and digit of a span but what the mask of its kind keeps", () => {
    fc.assert(
      fc.property(marked, ({ text, spans }) => {
        const { pieces } = maskRunningText(text, spans);
        const hidden = pieces.filter((piece) => piece.kind === "hidden");
        expect(hidden.length).toBe(spans.length);
        hidden.forEach(({ shown, type }, index) => {
          const span = spans[index];
          const allowed = mayShow(text.slice(span?.start, span?.end), type);
          for (const sign of readable(shown)) {
            const at = allowed.indexOf(sign);
            expect({ sign, isAllowed: at >= 0 }).toEqual({ sign, isAllowed: true });
            allowed.splice(at, 1);
          }
        });
      }),
      { numRuns: 500 },
    );
  });

  it("gives the text back when the originals are put in place of the hidden pieces", () => {
    fc.assert(
      fc.property(marked, ({ text, spans }) => {
        const originals = spans.map(({ start, end }) => text.slice(start, end));
        const rebuilt = maskRunningText(text, spans).pieces.map((piece) =>
          piece.kind === "plain" ? piece.text : originals.shift(),
        );
        expect(rebuilt.join("")).toBe(text);
      }),
    );
  });

  it("is its pieces, one after another", () => {
    fc.assert(
      fc.property(marked, ({ text, spans }) => {
        const masked = maskRunningText(text, spans);
        expect(masked.pieces.map((piece) => (piece.kind === "plain" ? piece.text : piece.shown)).join("")).toBe(
          masked.text,
        );
      }),
    );
  });

  it("without personal data is the text itself", () => {
    expect(maskRunningText("nothing here", [])).toEqual({
      text: "nothing here",
      pieces: [{ kind: "plain", text: "nothing here" }],
    });
  });

  it.each([
    [[{ start: 4, end: 2, type: "name", score: 1 }]],
    [[{ start: 0, end: 99, type: "name", score: 1 }]],
    [
      [
        { start: 3, end: 6, type: "name", score: 1 },
        { start: 0, end: 2, type: "name", score: 1 },
      ],
    ],
  ] satisfies [PersonalSpan[]][])("refuses spans that do not fit: %j", (spans) => {
    expect(() => maskRunningText("some text", spans)).toThrow(RangeError);
  });
});
