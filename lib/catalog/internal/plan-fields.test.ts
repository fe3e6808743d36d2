import fc from "fast-check";
import { expect, test } from "vitest";
import { CATEGORIES } from "@/lib/kernel/vocabulary";
import { type JudgedColumn, type KnownField, planFields } from "./plan-fields";

const name = fc.constantFrom("a", "b", "c", "d", "e");
const judgement = {
  category: fc.constantFrom(...CATEGORIES),
  confidence: fc.constant(0.5),
  reason: fc.constant("because"),
};
const shape = {
  name,
  position: fc.integer({ min: 1, max: 3 }),
  dataType: fc.constantFrom("text", "integer"),
  isNullable: fc.boolean(),
  keyPosition: fc.constant(null),
};
const column: fc.Arbitrary<JudgedColumn> = fc.record({
  ...shape,
  ...judgement,
  references: fc.constant(null),
  comment: fc.constant(null),
  isSampled: fc.constant(true),
});
const field: fc.Arbitrary<KnownField> = fc.record({
  ...shape,
  ...judgement,
  id: fc.uuid(),
  isConfirmed: fc.boolean(),
  status: fc.constantFrom("fresh", "present", "changed", "vanished"),
});
const byName = { selector: ({ name: key }: { name: string }) => key };
const kinds = fc.constantFrom("table" as const, "view" as const);

function apply(known: readonly KnownField[], found: readonly JudgedColumn[], kind: "table" | "view"): KnownField[] {
  const plan = planFields(known, found, kind);
  const gone = new Set(plan.vanished.map(({ id }) => id));
  const facts = new Map(plan.updated.map((one) => [one.id, one.facts]));
  const kept = known.map((one) => ({
    ...one,
    ...facts.get(one.id),
    ...(gone.has(one.id) ? { status: "vanished" as const } : {}),
  }));
  return [...kept, ...plan.created.map((one) => ({ ...one, id: one.name, isConfirmed: false }))];
}

test("no discovery changes a category that a person confirmed, or removes a field", () => {
  fc.assert(
    fc.property(fc.uniqueArray(field, byName), fc.uniqueArray(column, byName), kinds, (known, found, kind) => {
      const after = new Map(apply(known, found, kind).map((one) => [one.id, one]));
      for (const one of known) expect(after.get(one.id)).toBeDefined();
      for (const one of known.filter(({ isConfirmed }) => isConfirmed)) {
        expect(after.get(one.id)).toMatchObject({ category: one.category, isConfirmed: true });
      }
    }),
  );
});

test("a field that a person looked at never stays so when its type changed or it came back", () => {
  fc.assert(
    fc.property(fc.uniqueArray(field, byName), fc.uniqueArray(column, byName), kinds, (known, found, kind) => {
      const after = new Map(apply(known, found, kind).map((one) => [one.id, one]));
      for (const one of known) {
        const now = found.find((other) => other.name === one.name);
        if (!now) expect(after.get(one.id)?.status).toBe("vanished");
        else if (now.dataType !== one.dataType || one.status === "vanished") {
          expect(["changed", "fresh"]).toContain(after.get(one.id)?.status);
        }
      }
    }),
  );
});

test("the same discovery a second time changes nothing", () => {
  fc.assert(
    fc.property(fc.uniqueArray(field, byName), fc.uniqueArray(column, byName), kinds, (known, found, kind) => {
      const again = planFields(apply(known, found, kind), found, kind);
      expect([again.created, again.updated, again.vanished, again.fresh, again.changed]).toEqual([[], [], [], [], []]);
    }),
  );
});
