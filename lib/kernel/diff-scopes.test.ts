import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ComparableScope, diffScopes } from "./diff-scopes";
import { TREATMENTS } from "./vocabulary";

const scope = fc.record({
  purposes: fc.uniqueArray(fc.constantFrom("billing", "sales", "reporting")),
  fields: fc.dictionary(fc.constantFrom("name", "email", "city"), fc.constantFrom(...TREATMENTS)),
  rowBound: fc.uniqueArray(
    fc.constantFrom({ field: "city", op: "eq", value: "Pune" }, { field: "id", op: "is_not_null" }),
    { selector: (condition) => condition.field },
  ),
  requiresCase: fc.boolean(),
  rowsPerDayMax: fc.option(fc.integer({ min: 1, max: 3 })),
  subjectsPerDayMax: fc.option(fc.integer({ min: 1, max: 3 })),
  rowsPerRequestMax: fc.integer({ min: 1, max: 1_000 }),
  expiresAt: fc.constantFrom("2026-01-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z"),
});

const base: ComparableScope = {
  purposes: ["billing"],
  fields: { name: "mask", email: "clear" },
  rowBound: [],
  requiresCase: false,
  rowsPerDayMax: 10,
  subjectsPerDayMax: null,
  rowsPerRequestMax: 50,
  expiresAt: "2027-01-01T00:00:00.000Z",
};

describe("diffScopes", () => {
  it("finds no change between a scope and itself", () => {
    fc.assert(fc.property(scope, (one) => void expect(diffScopes(one, one)).toEqual([])));
  });

  it("turns every widening into a narrowing when the versions change places", () => {
    fc.assert(
      fc.property(scope, scope, (one, other) => {
        const there = diffScopes(one, other).filter((change) => change.direction === "widens").length;
        const back = diffScopes(other, one).filter((change) => change.direction === "narrows").length;
        expect(back).toBe(there);
      }),
    );
  });

  it.each([
    ["a field added", { fields: { ...base.fields, city: "redact" } }, "widens"],
    ["a field removed", { fields: { email: "clear" } }, "narrows"],
    ["a looser treatment", { fields: { ...base.fields, name: "clear" } }, "widens"],
    ["a stricter treatment", { fields: { ...base.fields, email: "tokenise" } }, "narrows"],
    ["a purpose added", { purposes: ["billing", "sales"] }, "widens"],
    ["a row bound added", { rowBound: [{ field: "city", op: "eq", value: "Pune" }] }, "narrows"],
    ["a higher cap of rows", { rowsPerDayMax: 11 }, "widens"],
    ["no cap of rows any more", { rowsPerDayMax: null }, "widens"],
    ["a cap of customers", { subjectsPerDayMax: 5 }, "narrows"],
    ["a case demanded", { requiresCase: true }, "narrows"],
    ["more rows a request", { rowsPerRequestMax: 100 }, "widens"],
    ["a longer life", { expiresAt: "2027-06-01T00:00:00.000Z" }, "widens"],
  ] as const)("knows which way %s goes", (_, change, direction) => {
    const changes = diffScopes(base, { ...base, ...change } as ComparableScope);
    expect(changes).toHaveLength(1);
    expect(changes[0]?.direction).toBe(direction);
  });
});
