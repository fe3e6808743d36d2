import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { growthOfEightfold, LINEAR_GROWTH_MAX } from "./growth-fixture";
import { HIDDEN, maskText } from "./mask-value";
import { CATEGORIES } from "./vocabulary";

/** Counts what can be read of a text, without the code under test. */
const readable = (text: string): number => (text.match(/[\p{L}\p{N}]/gu) ?? []).length;
const texts = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.emailAddress(),
  fc.stringMatching(/^[A-Z]{2}\d{2}( ?\d{4}){2,5}$/),
);
const notEmail = fc.constantFrom(...CATEGORIES.filter((category) => category !== "email"));

describe("a masked value", () => {
  it.each([
    ["email", "ada.okonkwo@example.org", "a•••@example.org"],
    ["email", "al@example.org", "•••@example.org"],
    ["email", "write to ada@example.org", "•••"],
    ["email", "nobody", "•••"],
    ["phone", "+49 30 1234567", "•••4567"],
    ["phone", "12345", "•••"],
    ["payment_context", "DE89 3704 0044 0532 0130 00", "•••3000"],
    ["identifier", "C-100042", "•••"],
    ["identifier", "CUST-100042", "•••0042"],
    ["name", "Ada Okonkwo", "A••• O•••"],
    ["name", "X Æ", "••• •••"],
    ["name", "A very long text about somebody that is no name", "•••"],
    ["address", "Hauptstraße 12", "H•••"],
    ["support_issue", "My valve leaks", "•••"],
    ["credential", "hunter2-hunter2", "•••"],
    ["special_category", "diabetes", "•••"],
    ["none", "plain", "•••"],
  ] as const)("of %s %s is %s", (category, value, masked) => {
    expect(maskText(value, category)).toBe(masked);
  });

  it("never shows more than half of the letters and digits", () => {
    fc.assert(
      fc.property(texts, notEmail, (value, category) => {
        expect(readable(maskText(value, category))).toBeLessThanOrEqual(readable(value) / 2);
      }),
    );
  });

  it("shows of an e-mail address its domain and at most one letter of three or more before it", () => {
    fc.assert(
      fc.property(fc.emailAddress(), (value) => {
        const [local = "", domain = ""] = value.split(/@(?=[^@]*$)/);
        expect([
          `${HIDDEN}@${domain}`,
          ...(local.length > 2 ? [`${[...local][0]}${HIDDEN}@${domain}`] : []),
          HIDDEN,
        ]).toContain(maskText(value, "email"));
      }),
    );
  });

  it("shows nothing but initials of a value with fewer than eight letters and digits", () => {
    fc.assert(
      fc.property(texts, notEmail, (value, category) => {
        fc.pre(readable(value) < 8);
        const words = maskText(value, category).split(" ");
        for (const word of words) expect(readable(word)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it.each(["a", "@", ".", "a@", "a.", " "])("takes time in proportion to a text of %j", (unit) => {
    const work = (size: number) => {
      for (const category of CATEGORIES) maskText(unit.repeat(size / unit.length), category);
    };
    expect(growthOfEightfold(work, 100_000)).toBeLessThan(LINEAR_GROWTH_MAX);
  });
});
