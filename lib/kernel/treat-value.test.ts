import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "./canonical-json";
import { REDACTED, treatValue } from "./treat-value";
import { CATEGORIES, type Treatment } from "./vocabulary";

const kinds = fc.constantFrom("text", "number", "time", "other");
const categories = fc.constantFrom(...CATEGORIES);
const values: fc.Arbitrary<Json> = fc.oneof(
  fc.string(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const tokenOf = (text: string): string =>
  `tok_${[...text].map((letter) => letter.codePointAt(0)?.toString(16)).join("-")}`;
const rules = (treatment: Treatment) =>
  fc.record({ treatment: fc.constant(treatment), category: categories, kind: kinds, tokenOf: fc.constant(tokenOf) });

describe("a treated value", () => {
  it("in clear is the value itself", () => {
    fc.assert(fc.property(values, rules("clear"), (value, rule) => void expect(treatValue(value, rule)).toBe(value)));
  });

  it("redacted is the same whatever the value, null included", () => {
    fc.assert(
      fc.property(values, rules("redact"), (value, rule) => void expect(treatValue(value, rule)).toBe(REDACTED)),
    );
  });

  it("tokenised is equal for equal values and different for different ones", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), rules("tokenise"), (one, other, rule) => {
        expect(treatValue(one, rule) === treatValue(other, rule)).toBe(one === other);
      }),
    );
  });

  it("other than clear is a string or null, never the value in its own type", () => {
    const treated = fc.constantFrom<Treatment>("mask", "generalise", "tokenise", "redact");
    fc.assert(
      fc.property(values, treated, rules("clear"), (value, treatment, rule) => {
        const result = treatValue(value, { ...rule, treatment });
        expect(typeof result === "string" || (result === null && value === null)).toBe(true);
      }),
    );
  });

  it("masked keeps nothing of a date, an amount, a truth value or a document", () => {
    for (const [kind, value] of [
      ["time", "1980-02-29"],
      ["number", "12345678.90"],
      ["other", "true"],
      ["other", '{"a":12345678}'],
    ] as const) {
      expect(treatValue(value, { treatment: "mask", category: "none", kind, tokenOf })).toBe("•••");
    }
  });
});
