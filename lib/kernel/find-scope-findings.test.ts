import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findScopeFindings, type ScopeInUse, type UsedField } from "./find-scope-findings";
import { CATEGORIES, strictness, TREATMENTS } from "./vocabulary";

const DAY = 86_400_000;
const NOW = 1_000 * DAY;
const ago = (days: number) => NOW - days * DAY;
const field = (name: string, over: Partial<UsedField> = {}): UsedField => ({
  name,
  treatment: "mask",
  category: "none",
  lastAt: ago(1),
  ...over,
});
const scope = (over: Partial<ScopeInUse> = {}): ScopeInUse => ({
  since: ago(100),
  expiresAt: NOW + 30 * DAY,
  lastAt: ago(1),
  fields: [field("id"), field("email")],
  isBounded: true,
  rowEstimate: 5_000,
  peers: [],
  ...over,
});
const find = (over: Partial<ScopeInUse> = {}) => findScopeFindings(scope(over), NOW);

describe("findings about a scope", () => {
  it("are none where it is used, bounded and ends soon", () => {
    expect(find()).toEqual([]);
  });

  it.each<[string, Partial<ScopeInUse>, object]>([
    ["never used", { lastAt: null }, { kind: "never_used", narrowing: { kind: "end" } }],
    ["not used for a month", { lastAt: ago(31) }, { kind: "unused", narrowing: { kind: "end" } }],
    [
      "a field never used",
      { fields: [field("id"), field("email", { lastAt: null })] },
      { kind: "fields_never_used", fields: ["email"], narrowing: { kind: "take", fields: ["email"] } },
    ],
    [
      "a field not used for a month",
      { fields: [field("id"), field("email", { lastAt: ago(40) })] },
      { kind: "fields_unused", fields: ["email"] },
    ],
    [
      "a sensitive field in clear",
      { fields: [field("diagnosis", { treatment: "clear", category: "special_category" })] },
      { kind: "sensitive_in_clear", narrowing: { kind: "treat", fields: { diagnosis: "redact" } } },
    ],
    [
      "more than any similar agent",
      { peers: [new Map([["id", "mask"]]), new Map([["id", "clear"]])] },
      { kind: "broader_than_peers", fields: ["email"] },
    ],
    [
      "an end far ahead",
      { expiresAt: NOW + 200 * DAY },
      { kind: "ends_late", narrowing: { kind: "sooner", days: 90 } },
    ],
    ["every row of a large dataset", { isBounded: false }, { kind: "unbounded", narrowing: null }],
  ])("name %s", (_, over, finding) => {
    expect(find(over)).toMatchObject([finding]);
  });

  it("leave a new scope, or one that was just changed, time to be used", () => {
    expect(find({ since: ago(5), lastAt: null })).toEqual([]);
  });

  it("propose only what takes away", () => {
    const fields = fc.uniqueArray(
      fc.record({
        name: fc.constantFrom("a", "b", "c"),
        treatment: fc.constantFrom(...TREATMENTS),
        category: fc.constantFrom(...CATEGORIES),
        lastAt: fc.option(fc.integer({ min: ago(100), max: NOW })),
      }),
      { selector: ({ name }) => name, minLength: 1 },
    );
    fc.assert(
      fc.property(fields, fc.option(fc.integer({ min: ago(100), max: NOW })), (list, lastAt) => {
        for (const { narrowing } of find({ fields: list, lastAt })) {
          if (narrowing?.kind === "take") expect(narrowing.fields.length).toBeLessThan(list.length);
          if (narrowing?.kind !== "treat") continue;
          for (const [name, treatment] of Object.entries(narrowing.fields)) {
            const before = list.find((one) => one.name === name)?.treatment ?? "redact";
            expect(strictness(treatment)).toBeGreaterThan(strictness(before));
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
