import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OPERATORS } from "@/lib/kernel/row-condition";
import { toConditionWords } from "./condition-words";
import { type DraftCondition, findIncomplete, toDrafts, toRowBound } from "./scope-draft";

const fields = [
  { name: "country", dataType: "text", category: "address", isNew: false },
  { name: "active", dataType: "boolean", category: "none", isNew: false },
] as const;
const draft = (over: Partial<DraftCondition>): DraftCondition => ({
  key: "1",
  field: "country",
  op: "eq",
  text: "",
  isCaseSubject: false,
  ...over,
});

describe("a row bound that is being written", () => {
  it("is said to be incomplete while a condition has no value: saved, it would be wider than it looks", () => {
    expect(findIncomplete([draft({ text: "DE" }), draft({})], fields)).toBe(2);
    expect(findIncomplete([draft({ text: "DE" }), draft({ op: "is_null" })], fields)).toBeNull();
  });

  it("reads true and false as such only where the field is one of those", () => {
    expect(toRowBound([draft({ field: "active", text: "true" }), draft({ text: "true" })], fields)).toEqual([
      { field: "active", op: "eq", value: true },
      { field: "country", op: "eq", value: "true" },
    ]);
  });

  it("takes the values of a list apart at commas", () => {
    expect(toRowBound([draft({ op: "in", text: "DE, AT ,,CH" })], fields)).toEqual([
      { field: "country", op: "in", value: ["DE", "AT", "CH"] },
    ]);
  });

  it("can name the case's customer", () => {
    const bound = toRowBound([draft({ isCaseSubject: true })], fields);
    expect(bound).toEqual([{ field: "country", op: "eq", value: { ref: "case.subject" } }]);
    expect(bound.map(toConditionWords)).toEqual(["country is the case's customer"]);
  });

  it("is the same after it was stored and opened again", () => {
    const text = fc.stringMatching(/^[a-z0-9]{1,8}$/);
    const condition = fc.record({ op: fc.constantFrom(...OPERATORS), text, isCaseSubject: fc.boolean() });
    fc.assert(
      fc.property(fc.array(condition, { maxLength: 6 }), (drafts) => {
        const bound = toRowBound(drafts.map(draft), fields);
        expect(toRowBound(toDrafts(bound), fields)).toEqual(bound);
      }),
    );
  });
});
