import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ChecklistContent, type Question, QUESTION_TYPES, RULES_OF } from "./checklist";
import {
  addQuestion,
  addSection,
  moveQuestion,
  moveSection,
  removeQuestion,
  removeSection,
  renameSection,
  replaceQuestion,
  toFreeKey,
  withOptions,
  withRule,
  withType,
} from "./edit-checklist";

const EMPTY: ChecklistContent = { sections: [{ key: "a", title: "A" }], questions: [] };
const filled = [
  ["a", "one"],
  ["b", "two"],
  ["a", "three"],
].reduce(
  (content, [section = "", key = ""]) => addQuestion(content, section, key),
  addSection(EMPTY, { key: "b", title: "B" }),
);
const keysOf = ({ questions }: ChecklistContent) => questions.map(({ key }) => key);
const question = (): Question => {
  const [first] = filled.questions;
  if (first === undefined) throw new Error("there is no question");
  return first;
};

describe("a checklist that is edited", () => {
  it("moves a question among those of its section only, and not beyond its ends", () => {
    expect(keysOf(moveQuestion(filled, "three", -1))).toEqual(["three", "two", "one"]);
    expect(keysOf(moveQuestion(filled, "one", -1))).toEqual(["one", "two", "three"]);
    expect(keysOf(moveQuestion(filled, "two", 1))).toEqual(["one", "two", "three"]);
    expect(keysOf(removeQuestion(filled, "two"))).toEqual(["one", "three"]);
    const changed = replaceQuestion(filled, "two", { ...question(), key: "four" });
    expect(keysOf(changed)).toEqual(["one", "four", "three"]);
    expect(keysOf(filled)).toEqual(["one", "two", "three"]);
  });

  it("keeps a section as long as it holds questions", () => {
    expect(removeSection(filled, "b").sections).toHaveLength(2);
    expect(removeSection(removeQuestion(filled, "two"), "b").sections).toEqual([{ key: "a", title: "A" }]);
    expect(renameSection(filled, "b", "Rest").sections[1]).toEqual({ key: "b", title: "Rest" });
    expect(moveSection(filled, "b", -1).sections.map(({ key }) => key)).toEqual(["b", "a"]);
    expect(moveSection(filled, "b", 1).sections.map(({ key }) => key)).toEqual(["a", "b"]);
  });

  it("gives a question of any type a rule, options and a unit that fit it, from whichever type it comes", () => {
    for (const from of QUESTION_TYPES)
      for (const to of QUESTION_TYPES) {
        const { type, rule, options, unit } = withType(withType(question(), from), to);
        expect(RULES_OF[type], `${from} to ${to}`).toContain(rule.kind);
        expect(options.length > 0).toBe(to === "choice" || to === "multiple");
        expect(unit === null).toBe(to !== "number");
        const named = rule.kind === "one_of" ? rule.good : "values" in rule ? rule.values : [];
        expect(named.every((value) => options.some((option) => option.value === value))).toBe(true);
      }
  });

  it("forgets an option in its rule when it is removed", () => {
    const multiple = withRule(withType(question(), "multiple"), "none_of");
    const both = { ...multiple, rule: { kind: "none_of", values: ["first", "second"] } } as const;
    expect(withOptions(both, both.options.slice(1)).rule).toEqual({ kind: "none_of", values: ["second"] });
    const choice = withType(question(), "choice");
    expect(withOptions(choice, choice.options.slice(1)).rule).toEqual({ kind: "one_of", good: [], fair: [] });
  });

  it("names a question by its words with a key that is allowed and free", () => {
    expect(toFreeKey("Where is it stored?", [])).toBe("where_is_it_stored");
    expect(toFreeKey("Where is it stored?", ["where_is_it_stored"])).toBe("where_is_it_stored_2");
    fc.assert(
      fc.property(fc.string({ maxLength: 120 }), fc.integer({ min: 0, max: 12 }), (text, others) => {
        const taken: string[] = [];
        for (let index = 0; index < others; index += 1) taken.push(toFreeKey(text, taken));
        const key = toFreeKey(text, taken);
        expect(key).toMatch(/^[a-z][a-z0-9_]{0,59}$/);
        expect(taken).not.toContain(key);
      }),
      { numRuns: 200 },
    );
  });
});
