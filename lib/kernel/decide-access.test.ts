import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type {
  AccessRequest,
  AgentSnapshot,
  CapHolder,
  CaseClaim,
  ColumnPolicy,
  ScopePolicy,
  VendorPolicy,
} from "./access";
import { decideAccess } from "./decide-access";
import { CLEARED_VENDOR, columnMaps, FIELDS, NOW, requests, scopes, toSnapshot } from "./policy-fixture";
import { refersToCase } from "./row-condition";
import { REASONS, type ReasonCode } from "./reasons";
import { type FieldTreatment, strictness, type Treatment } from "./vocabulary";

const columns = new Map<string, ColumnPolicy>(
  FIELDS.map((field) => [
    field,
    { isUsable: field !== "total", category: "none", tokenDomain: field === "id" ? "customer" : field },
  ]),
);
const fields = new Map<string, Treatment>([
  ["id", "clear"],
  ["name", "mask"],
  ["total", "clear"],
]);
const scope: ScopePolicy = {
  scopeId: "s1",
  version: 3,
  purposes: new Set(["support"]),
  fields,
  rowBound: [],
  requiresCase: false,
  rowsPerRequestMax: 100,
  rowsPerDayMax: null,
  subjectsPerDayMax: null,
  expiresAt: NOW + 1,
};
const request: AccessRequest = {
  keyId: "k",
  dataset: "customers",
  purpose: "support",
  fields: null,
  filterFields: [],
  orderFields: [],
  limit: null,
  case: null,
  rowsUsed: new Map(),
};
const CASE: CaseClaim = {
  caseId: "case",
  agentId: "a",
  subject: "7",
  tokenDomain: "customer",
  expiresAt: NOW + 1,
  isClosed: false,
};
const key = (change: { expiresAt?: number; isRevoked?: boolean }) =>
  new Map([["k", { expiresAt: NOW + 1, isRevoked: false, ...change }]]);

/** A vendor that is cleared until a moment, and not from then on. */
const clearedUntil = (
  until: number,
  obstacle: "vendor_expired" | "vendor_region" = "vendor_expired",
): VendorPolicy => ({
  ...CLEARED_VENDOR,
  phases: CLEARED_VENDOR.phases.flatMap((phase) => [
    { ...phase, until },
    { ...phase, obstacle, view: -1 },
  ]),
});

type Case = [
  ReasonCode,
  {
    snapshot?: Partial<AgentSnapshot & { cap: CapHolder }>;
    scope?: Partial<ScopePolicy>;
    request?: Partial<AccessRequest>;
  },
];
const CASES: Case[] = [
  ["granted", {}],
  ["key_unknown", { request: { keyId: "other" } }],
  ["key_revoked", { snapshot: { keys: key({ isRevoked: true }) } }],
  ["key_expired", { snapshot: { keys: key({ expiresAt: NOW }) } }],
  ["agent_not_active", { snapshot: { state: "suspended" } }],
  ["agent_not_active", { snapshot: { state: "draft" } }],
  ["agent_not_active", { snapshot: { state: "retired" } }],
  ["frozen_everything", { snapshot: { freezes: { agent: "frozen_everything", sources: new Set() } } }],
  ["frozen_vendor", { snapshot: { freezes: { agent: "frozen_vendor", sources: new Set() } } }],
  ["frozen_agent", { snapshot: { freezes: { agent: "frozen_agent", sources: new Set() } } }],
  ["frozen_source", { snapshot: { freezes: { agent: null, sources: new Set(["s"]) } } }],
  ["granted", { snapshot: { freezes: { agent: null, sources: new Set(["other"]) } } }],
  ["vendor_expired", { snapshot: { vendor: clearedUntil(NOW) } }],
  ["vendor_region", { snapshot: { vendor: clearedUntil(NOW, "vendor_region") } }],
  ["vendor_absent", { snapshot: { vendor: { ...CLEARED_VENDOR, phases: [] } } }],
  ["granted", { snapshot: { vendor: clearedUntil(NOW + 1) } }],
  ["sponsor_absent", { snapshot: { isSponsorPresent: false } }],
  ["dataset_not_granted", { request: { dataset: "employees" } }],
  ["scope_expired", { scope: { expiresAt: NOW } }],
  ["purpose_not_allowed", { request: { purpose: "billing" } }],
  ["purpose_unknown", { request: { purpose: "fun" } }],
  ["case_required", { scope: { requiresCase: true } }],
  ["case_required", { scope: { rowBound: [{ field: "id", op: "eq", value: { ref: "case.subject" } }] } }],
  ["granted", { scope: { requiresCase: true }, request: { case: CASE } }],
  ["case_unknown", { request: { case: "unknown" } }],
  ["case_foreign", { request: { case: { ...CASE, agentId: "b" } } }],
  ["case_closed", { request: { case: { ...CASE, isClosed: true } } }],
  ["case_expired", { request: { case: { ...CASE, expiresAt: NOW } } }],
  ["case_unlinked", { scope: { requiresCase: true }, request: { case: { ...CASE, tokenDomain: "else" } } }],
  [
    "case_unlinked",
    { scope: { rowBound: [{ field: "name", op: "eq", value: { ref: "case.subject" } }] }, request: { case: CASE } },
  ],
  ["field_unknown", { request: { fields: ["nope"] } }],
  ["no_field_granted", { request: { fields: ["email"] } }],
  ["no_field_granted", { request: { fields: ["total"] } }],
  ["no_field_granted", { request: { fields: [] } }],
  ["filter_on_protected_field", { request: { filterFields: ["name"] } }],
  ["filter_on_protected_field", { request: { filterFields: ["email"] } }],
  ["field_unknown", { request: { filterFields: ["nope"] } }],
  ["order_on_protected_field", { request: { orderFields: ["name"] } }],
  ["field_unknown", { request: { orderFields: ["nope"] } }],
  ["rows_per_day_reached", { scope: { rowsPerDayMax: 5 }, request: { rowsUsed: new Map([["s1", 5]]) } }],
  [
    "rows_per_day_reached",
    { snapshot: { cap: { id: "a", rowsMax: 5, subjectsMax: null } }, request: { rowsUsed: new Map([["a", 6]]) } },
  ],
  ["granted", { scope: { rowsPerDayMax: 5 }, request: { rowsUsed: new Map([["s1", 4]]) } }],
  ["limit_too_high", { request: { limit: 101 } }],
];

/** The treatment of a field by every scope that counts, found the long way round. */
function findTreatment(
  field: string,
  live: readonly ScopePolicy[],
  present: ReadonlyMap<string, ColumnPolicy>,
): FieldTreatment {
  if (present.get(field)?.isUsable !== true) return "withheld";
  let strictest: FieldTreatment = "clear";
  for (const one of live) {
    const treatment: FieldTreatment = one.fields.get(field) ?? "withheld";
    if (strictness(treatment) > strictness(strictest)) strictest = treatment;
  }
  return strictest;
}

describe("a decision", () => {
  it.each(CASES)("%s: %j", (reason, change) => {
    const decision = decideAccess(
      { ...request, ...change.request },
      toSnapshot(columns, [{ ...scope, ...change.scope }], change.snapshot),
      NOW,
    );
    expect(decision).toMatchObject({ reason, effect: reason === "granted" ? "allow" : "deny" });
  });

  it("names every field and why it is not clear, the vanished one too", () => {
    const decision = decideAccess(request, toSnapshot(columns, [scope]), NOW);
    expect(decision.fields).toEqual([
      { field: "id", treatment: "clear", reason: "granted" },
      { field: "name", treatment: "mask", reason: "field_treated" },
      { field: "email", treatment: "withheld", reason: "field_withheld" },
      { field: "city", treatment: "withheld", reason: "field_withheld" },
      { field: "total", treatment: "withheld", reason: "field_vanished" },
    ]);
    expect(decision.basis).toEqual({
      scopes: [{ scopeId: "s1", version: 3 }],
      policyVersion: "1",
      assessment: { vendorId: "v", assessmentId: "as", number: 1 },
    });
  });

  it("binds the rows to the customer of the case wherever the catalogue links them, wanted or not", () => {
    const decide = (change: Partial<ScopePolicy>, claim: CaseClaim) =>
      decideAccess({ ...request, case: claim }, toSnapshot(columns, [{ ...scope, ...change }]), NOW);
    const bound = { rowBound: [{ field: "id", op: "eq", value: "7" }] };
    expect(decide({ requiresCase: true }, CASE)).toMatchObject(bound);
    expect(decide({}, CASE)).toMatchObject(bound);
    expect(decide({ rowBound: [{ field: "id", op: "eq", value: { ref: "case.subject" } }] }, CASE)).toMatchObject(
      bound,
    );
    expect(decide({}, { ...CASE, tokenDomain: "else" })).toMatchObject({ effect: "allow", rowBound: [] });
  });

  it("tells an unknown dataset from one that is not granted in nothing", () => {
    const decide = (dataset: string) => decideAccess({ ...request, dataset }, toSnapshot(columns, [scope]), NOW);
    expect(decide("employees")).toEqual(decide("no_such_thing"));
  });

  it("allows only what every scope in force for the purpose grants, for random policies and requests", () => {
    fc.assert(
      fc.property(columnMaps, fc.array(scopes, { maxLength: 4 }), requests, (present, list, asked) => {
        const decision = decideAccess(asked, toSnapshot(present, list), NOW);
        if (decision.effect === "deny") return;
        const live = list.filter((one) => one.purposes.has(asked.purpose) && one.expiresAt > NOW);
        expect(asked.dataset).toBe("customers");
        expect(live.length).toBeGreaterThan(0);
        for (const { field, treatment } of decision.fields) expect(treatment).toBe(findTreatment(field, live, present));
        for (const field of [...asked.filterFields, ...asked.orderFields])
          expect(findTreatment(field, live, present)).toBe("clear");
        for (const field of FIELDS) expect(decision.clear(field)).toBe(findTreatment(field, live, present) === "clear");
        expect(decision.limit).toBeLessThanOrEqual(Math.min(...live.map((one) => one.rowsPerRequestMax)));
        const own = live.flatMap((one) => one.rowBound).filter((condition) => !refersToCase(condition));
        expect(decision.rowBound).toEqual(expect.arrayContaining(own));
        expect(JSON.stringify(decision.rowBound)).not.toContain("case.subject");
        if (live.some((one) => one.requiresCase || one.rowBound.some(refersToCase))) {
          expect(asked.case).toMatchObject({
            agentId: "a",
            isClosed: false,
            expiresAt: expect.toSatisfy((at) => at > NOW),
          });
          expect(decision.rowBound).toContainEqual({ field: expect.any(String), op: "eq", value: "c1" });
        }
      }),
    );
  });

  it("denies whatever is asked as soon as one condition on the agent fails", () => {
    const obstacles = fc.constantFrom<Partial<AgentSnapshot>>(
      { state: "suspended" },
      { freezes: { agent: "frozen_everything", sources: new Set() } },
      { vendor: clearedUntil(NOW) },
      { isSponsorPresent: false },
      { keys: new Map() },
      { keys: key({ isRevoked: true }) },
      { keys: key({ expiresAt: NOW }) },
    );
    fc.assert(
      fc.property(
        columnMaps,
        fc.array(scopes, { maxLength: 3 }),
        requests,
        obstacles,
        (present, list, asked, obstacle) => {
          expect(decideAccess(asked, toSnapshot(present, list, obstacle), NOW)).toMatchObject({
            effect: "deny",
            fields: [],
          });
        },
      ),
    );
  });

  it("has a sentence and a fix for every reason", () => {
    for (const { sentence, fix } of Object.values(REASONS)) {
      expect(sentence).toMatch(/^[A-Z{].*\.$/);
      expect(fix.length).toBeGreaterThan(5);
    }
  });
});
