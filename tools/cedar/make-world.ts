import fc from "fast-check";
import type { AgentSnapshot, CapHolder, ColumnPolicy, ScopePolicy } from "@/lib/kernel/access";
import { columnMaps, conditions, NOW, PURPOSES, requests, scopes, toSnapshot } from "@/lib/kernel/policy-fixture";
import { compileVendorConditions } from "@/lib/kernel/compile-vendor-conditions";
import { toLimits, type VendorConditions } from "@/lib/kernel/vendor-conditions";

/** A vendor's standing until a moment; null conditions: not cleared. */
export type Phase = { until: number; conditions: VendorConditions | null };
/** Everything that decides about one agent, as it was before anything was compiled. */
export type World = {
  columns: ReadonlyMap<string, ColumnPolicy>;
  scopes: readonly ScopePolicy[];
  phases: readonly Phase[];
  cap: CapHolder;
} & Pick<AgentSnapshot, "state" | "freezes" | "isSponsorPresent" | "keys">;

const REGION = "DE";
/** Mostly nothing is in the way, so that the rest of the conjunction is reached. */
const mostly = <T>(usual: T, ...rare: T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...rare) });

const freezes: fc.Arbitrary<AgentSnapshot["freezes"]> = fc
  .record({
    agent: mostly<AgentSnapshot["freezes"]["agent"]>(null, "frozen_agent", "frozen_everything", "frozen_vendor"),
    source: mostly("other", "s"),
  })
  .map(({ agent, source }) => ({ agent, sources: new Set([source]) }));

const phases: fc.Arbitrary<Phase[]> = fc
  .tuple(
    fc.array(fc.record({ until: fc.integer({ min: NOW - 1, max: NOW + 2 }), conditions: fc.option(conditions) }), {
      maxLength: 2,
    }),
    fc.oneof({ weight: 5, arbitrary: conditions }, { weight: 1, arbitrary: fc.constant(null) }),
  )
  .map(([early, last]) => [
    ...early.sort((a, b) => a.until - b.until),
    { until: Number.POSITIVE_INFINITY, conditions: last },
  ]);

/** Conditions that keep everything out are no test of the rest. */
const wide: fc.Arbitrary<Phase[]> = fc.constant([
  {
    until: Number.POSITIVE_INFINITY,
    conditions: { highestSensitivity: null, categories: null, purposes: null, regions: null },
  },
]);

export const worlds: fc.Arbitrary<World> = fc.record({
  columns: columnMaps,
  scopes: fc.array(scopes, { minLength: 1, maxLength: 3 }),
  phases: fc.oneof(phases, wide),
  state: mostly<AgentSnapshot["state"]>("active", "draft", "suspended", "retired"),
  freezes,
  isSponsorPresent: mostly(true, false),
  keys: mostly(
    [{ expiresAt: NOW + 1, isRevoked: false }],
    [{ expiresAt: NOW, isRevoked: false }],
    [{ expiresAt: NOW + 1, isRevoked: true }],
    [],
  ).map((keys) => new Map(keys.map((key) => ["k", key]))),
  cap: mostly<number | null>(null, 1, 3).map((rowsMax) => ({ id: "a", rowsMax, subjectsMax: null })),
});

/** Requests whose answer lies open: most name what there is. */
export const questions = fc.record({
  request: requests,
  used: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 4, maxLength: 4 }),
  now: fc.constantFrom(NOW, NOW, NOW, NOW - 1, NOW + 1),
  isPlain: fc.boolean(),
});

/** The world as Gatehouse compiles it. */
export function compileWorld(world: World): AgentSnapshot {
  const views = world.phases.map(({ conditions: one }) => compileVendorConditions(toLimits(one), REGION));
  const compiled = world.phases.map(({ until, conditions: one }, index) => {
    const isIn = one !== null && (views[index]?.isRegionAllowed ?? false);
    const obstacle = isIn ? null : one === null ? ("vendor_expired" as const) : ("vendor_region" as const);
    return { until, obstacle, it: null, view: isIn ? index : -1, isInGrace: false, assessment: null };
  });
  const { columns, scopes: list, phases: _phases, ...rest } = world;
  return toSnapshot(columns, list, {
    ...rest,
    vendor: { vendorId: "v", phases: compiled, views },
    purposes: new Set(PURPOSES),
  });
}
