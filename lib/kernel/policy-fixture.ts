import fc from "fast-check";
import type { AccessRequest, AgentSnapshot, CapHolder, ColumnPolicy, ScopePolicy, VendorPolicy } from "./access";
import { compileDataset } from "./compile-dataset";
import { compileVendorConditions } from "./compile-vendor-conditions";
import type { RowBoundCondition } from "./row-condition";
import { NO_LIMITS, type VendorConditions } from "./vendor-conditions";
import { SENSITIVITIES } from "./vendor-vocabulary";
import { CATEGORIES, TREATMENTS } from "./vocabulary";

/** Random policies and requests over a few names, so that they meet often. For tests. */
export const FIELDS = ["id", "name", "email", "city", "total"] as const;
export const PURPOSES = ["support", "billing", "sales"] as const;
export const NOW = 1_000_000;

const bounds: fc.Arbitrary<RowBoundCondition> = fc.oneof(
  fc.record({
    field: fc.constantFrom(...FIELDS),
    op: fc.constant("eq" as const),
    value: fc.integer({ min: 0, max: 9 }),
  }),
  fc.record({
    field: fc.constantFrom(...FIELDS),
    op: fc.constant("eq" as const),
    value: fc.constant({ ref: "case.subject" as const }),
  }),
);

export const scopes: fc.Arbitrary<ScopePolicy> = fc
  .record({
    scopeId: fc.uuid(),
    version: fc.integer({ min: 1, max: 9 }),
    purposes: fc.subarray([...PURPOSES], { minLength: 1 }),
    fields: fc.uniqueArray(fc.tuple(fc.constantFrom(...FIELDS), fc.constantFrom(...TREATMENTS)), {
      selector: ([field]) => field,
    }),
    rowBound: fc.array(bounds, { maxLength: 2 }),
    requiresCase: fc.boolean(),
    rowsPerRequestMax: fc.integer({ min: 1, max: 100 }),
    rowsPerDayMax: fc.option(fc.integer({ min: 1, max: 3 })),
    subjectsPerDayMax: fc.option(fc.integer({ min: 1, max: 3 })),
    expiresAt: fc.integer({ min: NOW - 2, max: NOW + 5 }),
  })
  .map((scope) => ({ ...scope, purposes: new Set(scope.purposes), fields: new Map(scope.fields) }));

export const columnMaps = fc
  .tuple(
    ...FIELDS.map((field) =>
      fc.record({
        isUsable: fc.boolean(),
        category: fc.constantFrom(...CATEGORIES),
        tokenDomain: fc.constantFrom("customer", field),
      }),
    ),
  )
  .map((columns) => new Map<string, ColumnPolicy>(columns.map((column, index) => [FIELDS[index] ?? "", column])));

export const conditions: fc.Arbitrary<VendorConditions> = fc.record({
  highestSensitivity: fc.option(fc.constantFrom(...SENSITIVITIES)),
  categories: fc.option(fc.subarray([...CATEGORIES])),
  purposes: fc.option(fc.subarray([...PURPOSES])),
  regions: fc.option(fc.subarray(["EU", "DE", "US"])),
});

/** A vendor that stands in nobody's way. */
export const CLEARED_VENDOR: VendorPolicy = {
  vendorId: "v",
  phases: [
    {
      until: Number.POSITIVE_INFINITY,
      obstacle: null,
      it: null,
      view: 0,
      isInGrace: false,
      assessment: { vendorId: "v", assessmentId: "as", number: 1 },
    },
  ],
  views: [compileVendorConditions(NO_LIMITS, null)],
};

/** An agent whom nothing stands in the way of, with these scopes on the dataset "customers". */
export function toSnapshot(
  columns: ReadonlyMap<string, ColumnPolicy>,
  list: readonly ScopePolicy[],
  { cap = { id: "a", rowsMax: null, subjectsMax: null }, ...changes }: Partial<AgentSnapshot & { cap: CapHolder }> = {},
): AgentSnapshot {
  const { vendor = CLEARED_VENDOR } = changes;
  const dataset = compileDataset(
    { datasetId: "d", sourceId: "s", columns, subjectKey: "id", cap, scopes: list },
    vendor.views,
  );
  return {
    agentId: "a",
    policyVersion: "1",
    state: "active",
    freezes: { agent: null, sources: new Set() },
    vendor,
    isSponsorPresent: true,
    keys: new Map([["k", { expiresAt: NOW + 1, isRevoked: false }]]),
    purposes: new Set(PURPOSES),
    datasets: new Map(list.length === 0 ? [] : [["customers", dataset]]),
    ...changes,
  };
}

const names = fc.array(fc.constantFrom<string>(...FIELDS, "nope"), { maxLength: 3 });

export const requests: fc.Arbitrary<AccessRequest> = fc.record({
  keyId: fc.constant("k"),
  dataset: fc.constantFrom("customers", "customers", "customers", "nope"),
  purpose: fc.constantFrom<string>(...PURPOSES, "nope"),
  fields: fc.option(names),
  filterFields: fc.oneof(fc.constant([]), names),
  orderFields: fc.oneof(fc.constant([]), names),
  limit: fc.option(fc.integer({ min: 1, max: 120 })),
  rowsUsed: fc.constant(new Map()),
  case: fc.oneof(
    fc.constant(null),
    fc.constant("unknown" as const),
    fc.record({
      caseId: fc.constant("case"),
      agentId: fc.constantFrom("a", "a", "a", "b"),
      subject: fc.constant("c1"),
      tokenDomain: fc.constantFrom("customer", "id", "else"),
      expiresAt: fc.constantFrom(NOW + 5, NOW + 1, NOW),
      isClosed: fc.constantFrom(false, false, true),
    }),
  ),
});
