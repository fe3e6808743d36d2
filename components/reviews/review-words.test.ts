import fc from "fast-check";
import { expect, it } from "vitest";
import { toMoneyWords } from "./review-words";

it.each([
  ["1250", "EUR", "1,250.00 EUR"],
  ["0.5", "EUR", "0.50 EUR"],
  ["49.9000", "EUR", "49.90 EUR"],
  ["1234567.1234", "CHF", "1,234,567.1234 CHF"],
  ["12", null, "12.00"],
])("%s %s is said as %s", (amount, currency, words) => {
  expect(toMoneyWords(amount, currency)).toBe(words);
});

it("an amount that is shown has every digit of the one that was proposed", () => {
  const amount = fc.stringMatching(/^(0|[1-9][0-9]{0,13})(\.[0-9]{1,4})?$/);
  fc.assert(
    fc.property(amount, (text) => {
      const shown = (toMoneyWords(text, null) ?? "").replaceAll(",", "");
      expect(Number(shown)).toBe(Number(text));
    }),
  );
});
