import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ComparableScope } from "./diff-scopes";
import { isWidening, listLoosened, listWidenedParts } from "./is-widening";
import { compileVendorConditions } from "./compile-vendor-conditions";
import { joinScopes } from "./compile-dataset";
import { strictness, TREATMENTS, type Treatment } from "./vocabulary";
import { NO_LIMITS } from "./vendor-conditions";

const FIELDS = ["id", "name", "email"] as const;
const PURPOSES = ["support", "billing"] as const;

const scopes: fc.Arbitrary<ComparableScope> = fc
  .record({
    purposes: fc.subarray([...PURPOSES], { minLength: 1 }),
    fields: fc.dictionary(fc.constantFrom(...FIELDS), fc.constantFrom(...TREATMENTS), { minKeys: 1 }),
    rowBound: fc
      .uniqueArray(fc.constantFrom("a", "b", "c"))
      .map((list) => list.map((field) => ({ field, op: "is_null" }))),
    requiresCase: fc.boolean(),
    rowsPerRequestMax: fc.integer({ min: 1, max: 9 }),
    rowsPerDayMax: fc.option(fc.integer({ min: 1, max: 9 })),
    subjectsPerDayMax: fc.option(fc.integer({ min: 1, max: 9 })),
    expiresAt: fc.constantFrom("2027-01-01T00:00:00.000Z", "2027-02-01T00:00:00.000Z"),
  })
  .map((scope) => ({ ...scope, fields: { ...scope.fields } }));

/** A cap that lets no more pass; one that is set where there was none. */
const lower = (cap: number | null, less: number): number | null =>
  cap === null ? (less === 0 ? null : less) : Math.max(1, cap - less);

/** A scope that shows no more than this one in any part. */
const narrowings = (scope: ComparableScope): fc.Arbitrary<ComparableScope> =>
  fc
    .record({
      purposes: fc.subarray([...scope.purposes], { minLength: 1 }),
      kept: fc.subarray(Object.keys(scope.fields)),
      steps: fc.array(fc.nat(TREATMENTS.length), { minLength: FIELDS.length, maxLength: FIELDS.length }),
      extra: fc.subarray([
        { field: "d", op: "is_null" },
        { field: "e", op: "is_null" },
      ]),
      requiresCase: fc.boolean(),
      less: fc.nat(8),
    })
    .map(({ purposes, kept, steps, extra, requiresCase, less }) => ({
      purposes,
      fields: Object.fromEntries(
        kept.flatMap((name, index): [string, Treatment][] => {
          const treatment = TREATMENTS[strictness(scope.fields[name] ?? "withheld") + (steps[index] ?? 0)];
          return treatment === undefined ? [] : [[name, treatment]];
        }),
      ),
      rowBound: [...scope.rowBound, ...extra],
      requiresCase: scope.requiresCase || requiresCase,
      rowsPerRequestMax: Math.max(1, scope.rowsPerRequestMax - less),
      rowsPerDayMax: lower(scope.rowsPerDayMax, less),
      subjectsPerDayMax: lower(scope.subjectsPerDayMax, less),
      expiresAt: scope.expiresAt,
    }));

/** One step that shows more: each part in turn. */
const widenings: [string, (scope: ComparableScope) => ComparableScope | null][] = [
  ["an added field", ({ fields, ...rest }) => ({ ...rest, fields: { ...fields, added: "redact" } })],
  [
    "a looser treatment",
    ({ fields, ...rest }) => {
      const strict = Object.entries(fields).find(([, treatment]) => treatment !== "clear");
      return strict === undefined ? null : { ...rest, fields: { ...fields, [strict[0]]: "clear" } };
    },
  ],
  ["another purpose", (scope) => ({ ...scope, purposes: [...scope.purposes, "sales"] })],
  ["a longer life", (scope) => ({ ...scope, expiresAt: "2028-01-01T00:00:00.000Z" })],
  ["more rows", (scope) => ({ ...scope, rowsPerRequestMax: scope.rowsPerRequestMax + 1 })],
  [
    "more rows a day",
    (scope) => (scope.rowsPerDayMax === null ? null : { ...scope, rowsPerDayMax: scope.rowsPerDayMax + 1 }),
  ],
  ["no cap on customers", (scope) => (scope.subjectsPerDayMax === null ? null : { ...scope, subjectsPerDayMax: null })],
  [
    "a removed bound",
    (scope) => (scope.rowBound.length === 0 ? null : { ...scope, rowBound: scope.rowBound.slice(1) }),
  ],
  [
    "a bound for another",
    (scope) => (scope.rowBound.length === 0 ? null : { ...scope, rowBound: [{ field: "z", op: "is_null" }] }),
  ],
  ["no case any more", (scope) => (scope.requiresCase ? { ...scope, requiresCase: false } : null)],
];

const NO_CAP = { id: "a", rowsMax: null, subjectsMax: null };
const RUNS = { numRuns: 300 };

describe("a change of a scope that stands alone", () => {
  it("never asks for a second person while it only narrows", () => {
    const pairs = scopes.chain((before) => narrowings(before).map((after) => ({ before, after })));
    fc.assert(
      fc.property(pairs, ({ before, after }) => !isWidening({ before, after, others: [] })),
      RUNS,
    );
  });

  it.each(widenings)("always asks for one with %s, whatever else it narrows", (_, widen) => {
    const pairs = scopes.chain((before) => narrowings(before).map((after) => ({ before, after })));
    fc.assert(
      fc.property(pairs, ({ before, after }) => {
        const wider = widen(before);
        fc.pre(wider !== null);
        const part = listWidenedParts(before, wider)[0]?.part;
        expect(part).toBeDefined();
        // The widened part on top of all that the narrowing took away.
        const mixed = { ...after, ...pick(wider, part) };
        expect(isWidening({ before, after: mixed, others: [] })).toBe(true);
      }),
      RUNS,
    );
  });

  it("always asks for one when it is new, and never when it is revoked", () => {
    fc.assert(
      fc.property(scopes, (scope) => {
        expect(isWidening({ before: null, after: scope, others: [] })).toBe(true);
        expect(isWidening({ before: scope, after: null, others: [] })).toBe(false);
      }),
      RUNS,
    );
  });
});

function pick(scope: ComparableScope, part: string | undefined): Partial<ComparableScope> {
  const { fields, purposes, rowBound, requiresCase, rowsPerRequestMax, rowsPerDayMax, subjectsPerDayMax, expiresAt } =
    scope;
  if (part === "field") return { fields };
  if (part === "purpose") return { purposes };
  if (part === "row_bound") return { rowBound };
  if (part === "requires_case") return { requiresCase };
  if (part === "rows_per_day") return { rowsPerDayMax };
  if (part === "subjects_per_day") return { subjectsPerDayMax };
  return part === "rows_per_request" ? { rowsPerRequestMax } : { expiresAt };
}

/** What the gate itself makes of scopes for a purpose: how strictly it shows each field, null where no scope lists the purpose. */
function joinAsTheGateDoes(list: readonly ComparableScope[], purpose: string): number[] | null {
  const listing = list.filter(({ purposes }) => purposes.includes(purpose));
  if (listing.length === 0) return null;
  const policies = listing.map((scope) => ({
    scopeId: "s",
    version: 1,
    purposes: new Set(scope.purposes),
    fields: new Map(Object.entries(scope.fields)),
    rowBound: [],
    requiresCase: scope.requiresCase,
    rowsPerRequestMax: scope.rowsPerRequestMax,
    rowsPerDayMax: scope.rowsPerDayMax,
    subjectsPerDayMax: scope.subjectsPerDayMax,
    expiresAt: Date.parse(scope.expiresAt),
  }));
  const columns = new Map(
    FIELDS.map((name) => [name, { isUsable: true, category: "none" as const, tokenDomain: name }]),
  );
  const joined = joinScopes(columns, policies, {
    view: compileVendorConditions(NO_LIMITS, null),
    purpose,
    cap: NO_CAP,
  });
  return FIELDS.map((name) => strictness(joined.treatments.get(name)?.treatment ?? "withheld"));
}

describe("a change of a scope among others", () => {
  it("asks for a second person when a strict scope is revoked from beside a loose one", () => {
    const loose: ComparableScope = {
      purposes: ["support"],
      fields: { email: "clear" },
      rowBound: [],
      requiresCase: false,
      rowsPerRequestMax: 5,
      rowsPerDayMax: null,
      subjectsPerDayMax: null,
      expiresAt: "2027-01-01T00:00:00.000Z",
    };
    const strict = { ...loose, fields: { email: "redact" as const } };
    expect(isWidening({ before: strict, after: null, others: [loose] })).toBe(true);
    expect(isWidening({ before: loose, after: null, others: [strict] })).toBe(false);
    expect(listLoosened([loose, strict], [loose])).toEqual(["support"]);
  });

  it("asks for one whenever the gate would show a field less strictly for a purpose it had", () => {
    const moves = fc.record({
      before: fc.option(scopes),
      after: fc.option(scopes),
      others: fc.array(scopes, { maxLength: 2 }),
    });
    fc.assert(
      fc.property(moves, (move) => {
        const was = move.before === null ? move.others : [...move.others, move.before];
        const is = move.after === null ? move.others : [...move.others, move.after];
        const isLooser = PURPOSES.some((purpose) => {
          const [a, b] = [joinAsTheGateDoes(was, purpose), joinAsTheGateDoes(is, purpose)];
          return b !== null && (a === null || b.some((one, index) => one < (a[index] ?? 0)));
        });
        fc.pre(isLooser);
        expect(isWidening(move)).toBe(true);
      }),
      RUNS,
    );
  });
});
