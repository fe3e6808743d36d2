import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson, type Json } from "@/lib/kernel/canonical-json";
import { toJsonDifferences } from "./json-differences";

it("says what was added, changed and taken away, by its place", () => {
  const before = { amount: 12, order: "A-1", notify: true };
  const after = { amount: 13, order: "A-1", lines: [{ sku: "V-2" }] };
  expect(toJsonDifferences(before, after)).toMatchObject([
    { before: "12", after: "13" },
    { before: "true", after: undefined },
    { before: undefined, after: "V-2" },
  ]);
});

it("shows that a number became a text of the same digits", () => {
  expect(toJsonDifferences({ amount: 12 }, { amount: "12" })).toMatchObject([
    { before: "12 (number)", after: "12 (text)" },
  ]);
});

it("is empty exactly where both are the same JSON", () => {
  const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as Json);
  fc.assert(
    fc.property(json, json, (one, other) => {
      expect(toJsonDifferences(one, one)).toEqual([]);
      expect(toJsonDifferences(one, other).length === 0).toBe(canonicalJson(one) === canonicalJson(other));
    }),
  );
});
