import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffLines, diffWords } from "./diff-text";

const words = fc
  .array(fc.constantFrom("we", "may", "train", "never", " ", ".", "\n"), { maxLength: 30 })
  .map((list) => list.join(""));

describe("a comparison of texts", () => {
  it("makes the older text again of what is same or removed, and the newer of what is same or added", () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const parts = diffWords(before, after);
        const side = (other: string) =>
          parts
            .filter(({ kind }) => kind !== other)
            .map(({ text }) => text)
            .join("");
        expect(side("added")).toBe(before);
        expect(side("removed")).toBe(after);
        const lines = diffLines(before, after);
        const join = (other: string) =>
          lines
            .filter(({ kind }) => kind !== other)
            .map(({ text }) => text)
            .join("\n");
        expect(join("added")).toBe(before);
        expect(join("removed")).toBe(after);
        expect(lines.every(({ kind }) => kind === "same")).toBe(before === after);
      }),
      { numRuns: 500 },
    );
  });

  it("shows in a changed line only the words that changed", () => {
    const lines = diffLines("One.\nWe never train on your data.\nThree.", "One.\nWe may train on your data.\nThree.");
    expect(lines.map(({ kind }) => kind)).toEqual(["same", "removed", "added", "same"]);
    expect(lines[1]?.words?.filter(({ kind }) => kind === "removed").map(({ text }) => text)).toEqual(["never"]);
    expect(lines[2]?.words?.filter(({ kind }) => kind === "added").map(({ text }) => text)).toEqual(["may"]);
  });

  it("finds one changed line among many thousands, and ends quickly where nothing is alike", () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `line ${index}`);
    const changed = many.with(10_000, "another").join("\n");
    expect(diffLines(many.join("\n"), changed).filter(({ kind }) => kind !== "same")).toHaveLength(2);
    const other = many.map((line) => `${line} other`).join("\n");
    expect(diffLines(many.slice(0, 4_000).join("\n"), other).length).toBeGreaterThan(20_000);
  });
});
