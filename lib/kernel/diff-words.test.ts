import fc from "fast-check";
import { expect, it } from "vitest";
import { diffWords, type WordChange } from "./diff-words";

const without = (changes: readonly WordChange[], kind: WordChange["kind"]) =>
  changes
    .filter((change) => change.kind !== kind)
    .map(({ text }) => text)
    .join("");

const word = fc.constantFrom("we", "refund", "120", "EUR", "today", ",", ".", " ", " ", "\n", "für", "माफ़ी", "👍🏽");
const text = fc.oneof(
  fc.array(word, { maxLength: 40 }).map((words) => words.join("")),
  fc.string({ unit: "binary", maxLength: 40 }),
);

it("nothing is lost: both texts can be read from the difference to the last character", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = diffWords(before, after);
      expect(without(changes, "new")).toBe(before);
      expect(without(changes, "gone")).toBe(after);
    }),
  );
});

it("equal texts have no difference", () => {
  fc.assert(
    fc.property(text, (same) => {
      expect(diffWords(same, same)).toEqual(same === "" ? [] : [{ kind: "same", text: same }]);
    }),
  );
});

it("one changed word is one change, with the rest of the sentence around it", () => {
  expect(diffWords("We refund 120 EUR today.", "We refund 80 EUR today.")).toEqual([
    { kind: "same", text: "We refund " },
    { kind: "gone", text: "120" },
    { kind: "new", text: "80" },
    { kind: "same", text: " EUR today." },
  ]);
});

it("two different texts of 20,000 characters are compared before the test's time is over", { timeout: 20_000 }, () => {
  const of = (words: string) => `start ${words.repeat(Math.ceil(20_000 / words.length))} end`.slice(0, 20_000);
  const [before, after] = [of("a b c d e f "), of("b x d y f z ")];
  const changes = diffWords(before, after);
  expect(without(changes, "new")).toBe(before);
  expect(without(changes, "gone")).toBe(after);
});
