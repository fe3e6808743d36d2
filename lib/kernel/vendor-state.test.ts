import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileVendorConditions } from "./compile-vendor-conditions";
import { conditions, PURPOSES } from "./policy-fixture";
import { isRegionWithin, meetRegions } from "./regions";
import { meetLimits, meetPart, narrowTo, NO_LIMITS, toLimits, type VendorLimits } from "./vendor-conditions";
import {
  clearVendorAt,
  findPhase,
  findStandingAt,
  type KnownVendors,
  toVendorPhases,
  type VendorFacts,
} from "./vendor-state";
import { isWithinSensitivity, SENSITIVITIES } from "./vendor-vocabulary";
import { CATEGORIES, type Category } from "./vocabulary";

const DAY_MS = 86_400_000;
const END = 1_000 * DAY_MS;
const ASSESSED: NonNullable<VendorFacts["assessment"]> = {
  id: "as",
  number: 1,
  outcome: "approved",
  validUntil: END,
  conditions: null,
  musts: [],
  rejected: [],
  exceptions: [],
};

function vendor(change: Partial<VendorFacts> = {}, assessment: Partial<typeof ASSESSED> | null = {}): VendorFacts {
  return {
    id: "v",
    name: "Vendor",
    graceDays: 0,
    contractUntil: null,
    dpaUntil: null,
    certifications: [],
    subprocessors: [],
    assessment: assessment && { ...ASSESSED, ...assessment },
    ...change,
  };
}
const know = (...vendors: VendorFacts[]): KnownVendors => new Map(vendors.map((one) => [one.id, one]));
const obstacleOf = (one: VendorFacts, at: number) => {
  const standing = clearVendorAt("v", know(one), at);
  return standing.isCleared ? null : standing.obstacle;
};
const certificate = { id: "c", name: "SOC 2", validFrom: 10 * DAY_MS, validUntil: 20 * DAY_MS };
const must = { key: "m", isMet: true, validUntil: 30 * DAY_MS };

describe("a vendor", () => {
  it("is not cleared without an approved assessment, nor after one was rejected", () => {
    expect(clearVendorAt(null, know(), 0)).toMatchObject({ isCleared: false, obstacle: "vendor_absent" });
    expect(clearVendorAt("other", know(vendor()), 0)).toMatchObject({ obstacle: "vendor_absent" });
    expect(obstacleOf(vendor({}, null), 0)).toBe("vendor_not_assessed");
    expect(obstacleOf(vendor({}, { outcome: "rejected", validUntil: null }), 0)).toBe("vendor_rejected");
    expect(obstacleOf(vendor(), 0)).toBeNull();
  });

  it.each<[string, VendorFacts, number, string]>([
    ["its assessment", vendor(), END, "vendor_expired"],
    ["its contract", vendor({ contractUntil: DAY_MS }), DAY_MS, "vendor_contract_lapsed"],
    ["its data-processing agreement", vendor({ dpaUntil: DAY_MS }), DAY_MS, "vendor_contract_lapsed"],
    ["a must's answer", vendor({}, { musts: [must] }), 30 * DAY_MS, "vendor_must_failed"],
    [
      "a certificate that closes",
      vendor({ certifications: [{ ...certificate, onLapse: "close" }] }),
      20 * DAY_MS,
      "vendor_certificate_lapsed",
    ],
  ])("is refused from the very millisecond at which %s ends", (_, one, end, obstacle) => {
    expect(obstacleOf(one, end - 1)).toBeNull();
    expect(obstacleOf(one, end)).toBe(obstacle);
    const phases = toVendorPhases("v", know(one));
    expect(findPhase(phases, end - 1)?.isCleared).toBe(true);
    expect(findPhase(phases, end)).toMatchObject({ isCleared: false, obstacle, from: end });
  });

  it("is not cleared before a certificate that closes begins, and only narrowed where it narrows", () => {
    expect(obstacleOf(vendor({ certifications: [{ ...certificate, onLapse: "close" }] }), 10 * DAY_MS - 1)).toBe(
      "vendor_certificate_lapsed",
    );
    const narrowed = clearVendorAt(
      "v",
      know(vendor({ certifications: [{ ...certificate, onLapse: "narrow" }] })),
      20 * DAY_MS,
    );
    if (!narrowed.isCleared) throw new Error("it is closed");
    expect(narrowed.isNarrowed).toBe(true);
    expect([...narrowed.limits.categories].every((one) => isWithinSensitivity(one, "internal"))).toBe(true);
    expect(obstacleOf(vendor({ certifications: [{ ...certificate, onLapse: "nothing" }] }), 21 * DAY_MS)).toBeNull();
  });

  it("is closed at once by a rejected answer on a must, and opened only by an exception, until it ends", () => {
    const rejected = { musts: [must], rejected: ["m"] };
    expect(obstacleOf(vendor({}, rejected), 0)).toBe("vendor_must_failed");
    const borne = vendor({}, { ...rejected, exceptions: [{ id: "e", key: "m", endsAt: 5 * DAY_MS }] });
    expect(obstacleOf(borne, 5 * DAY_MS - 1)).toBeNull();
    expect(obstacleOf(borne, 5 * DAY_MS)).toBe("vendor_must_failed");
    expect(obstacleOf(vendor({}, { musts: [must], rejected: ["another"] }), 0)).toBeNull();
  });

  it("goes on in grace only where a grace is set, says so meanwhile, and gets none for exceptions and rejections", () => {
    const graced = vendor({ graceDays: 2 });
    expect(clearVendorAt("v", know(graced), END + 2 * DAY_MS - 1)).toMatchObject({ isCleared: true, isInGrace: true });
    expect(clearVendorAt("v", know(graced), END - 1)).toMatchObject({ isCleared: true, isInGrace: false });
    expect(obstacleOf(graced, END + 2 * DAY_MS)).toBe("vendor_expired");
    const borne = { musts: [{ ...must, isMet: false }], exceptions: [{ id: "e", key: "m", endsAt: DAY_MS }] };
    expect(obstacleOf(vendor({ graceDays: 2 }, borne), DAY_MS)).toBe("vendor_must_failed");
    expect(obstacleOf(vendor({ graceDays: 2 }, { musts: [must], rejected: ["m"] }), 0)).toBe("vendor_must_failed");
  });
});

describe("a vendor that works through another", () => {
  const behind = (reach: "all_data" | "some_categories", categories: Category[] = []) =>
    vendor({ subprocessors: [{ id: "s", reach, categories }] });
  const sub = (change: Partial<typeof ASSESSED> | null = {}): VendorFacts => vendor({ id: "s", name: "Sub" }, change);

  it("is closed with one that gets all data, and named after it", () => {
    expect(clearVendorAt("v", know(behind("all_data"), sub(null)), 0)).toMatchObject({
      obstacle: "vendor_subprocessor_not_cleared",
      it: "Sub",
    });
    expect(clearVendorAt("v", know(behind("all_data"), sub()), 0)).toMatchObject({ isCleared: true });
    expect(clearVendorAt("v", know(behind("all_data")), 0)).toMatchObject({ isCleared: false });
  });

  it("loses only the categories of one that gets no others", () => {
    const standing = clearVendorAt("v", know(behind("some_categories", ["email", "phone"]), sub(null)), 0);
    if (!standing.isCleared) throw new Error("it is closed");
    expect(CATEGORIES.filter((one) => !standing.limits.categories.has(one))).toEqual(["phone", "email"]);
    expect(standing.isNarrowed).toBe(true);
  });

  it("has that one's conditions on what passes through it: on everything, or on its categories alone", () => {
    const limited = {
      conditions: { highestSensitivity: null, categories: null, purposes: ["support"], regions: ["EU"] },
    };
    const all = clearVendorAt("v", know(behind("all_data"), sub(limited)), 0);
    const some = clearVendorAt("v", know(behind("some_categories", ["email"]), sub(limited)), 0);
    if (!all.isCleared || !some.isCleared) throw new Error("it is closed");
    expect(compileVendorConditions(all.limits, "DE").isPurposeAllowed("sales")).toBe(false);
    expect(compileVendorConditions(all.limits, "US").isRegionAllowed).toBe(false);
    const view = compileVendorConditions(some.limits, "DE");
    expect(view.isRegionAllowed && view.isPurposeAllowed("sales")).toBe(true);
    expect([view.isCategoryAllowed("email", "sales"), view.isCategoryAllowed("email", "support")]).toEqual([
      false,
      true,
    ]);
    expect(view.isCategoryAllowed("phone", "sales")).toBe(true);
    expect(compileVendorConditions(some.limits, "US").isCategoryAllowed("email", "support")).toBe(false);
  });

  it("is closed where the chain led back to itself", () => {
    const round = vendor({ id: "s", name: "Sub", subprocessors: [{ id: "v", reach: "all_data", categories: [] }] });
    expect(clearVendorAt("v", know(behind("all_data"), round), 0)).toMatchObject({ isCleared: false });
    expect(toVendorPhases("v", know(behind("all_data"), round)).length).toBeGreaterThan(0);
  });
});

const moments = fc.constantFrom(1, 2, 3, 4, 5).map((days) => days * DAY_MS);
const factsOf = (id: string, behind: readonly string[]): fc.Arbitrary<VendorFacts> =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(id),
    graceDays: fc.constantFrom(0, 1),
    contractUntil: fc.option(moments),
    dpaUntil: fc.option(moments),
    certifications: fc.array(
      fc.record({
        id: fc.constant("c"),
        name: fc.constant("C"),
        validFrom: fc.constantFrom(0, DAY_MS),
        validUntil: moments,
        onLapse: fc.constantFrom("nothing" as const, "narrow" as const, "close" as const),
      }),
      { maxLength: 2 },
    ),
    subprocessors: fc.subarray([...behind]).chain((ids) =>
      fc.tuple(
        ...ids.map((one) =>
          fc.record({
            id: fc.constant(one),
            categories: fc.subarray([...CATEGORIES]),
            reach: fc.constantFrom("all_data" as const, "some_categories" as const),
          }),
        ),
      ),
    ),
    assessment: fc.option(
      fc.record({
        id: fc.constant(`${id}-as`),
        number: fc.constant(1),
        validUntil: fc.option(moments),
        conditions: fc.option(conditions),
        outcome: fc.constantFrom("approved" as const, "approved_with_conditions" as const, "rejected" as const),
        musts: fc.array(
          fc.record({ key: fc.constantFrom("a", "b"), isMet: fc.boolean(), validUntil: fc.option(moments) }),
          { maxLength: 2 },
        ),
        rejected: fc.subarray(["a", "b"]),
        exceptions: fc.array(fc.record({ id: fc.constant("e"), key: fc.constantFrom("a", "b"), endsAt: moments }), {
          maxLength: 2,
        }),
      }),
      { freq: 8 },
    ),
  });
const worlds = fc.tuple(factsOf("v", ["s", "t"]), factsOf("s", ["t"]), factsOf("t", [])).map((list) => know(...list));
const times = fc.integer({ min: 0, max: 8 * 24 }).map((hours) => (hours * DAY_MS) / 24);

describe("phases", () => {
  it("follow each other without a gap and say at each moment what is so at that moment", () => {
    fc.assert(
      fc.property(worlds, times, (known, at) => {
        const phases = toVendorPhases("v", known);
        expect(phases[0]?.from).toBe(Number.NEGATIVE_INFINITY);
        expect(phases.at(-1)?.until).toBe(Number.POSITIVE_INFINITY);
        for (const [index, phase] of phases.entries()) expect(phase.from).toBe(phases[index - 1]?.until ?? phase.from);
        const { from: _, until: __, ...phase } = findPhase(phases, at) ?? { from: 0, until: 0 };
        expect(phase).toEqual(clearVendorAt("v", known, at));
        const { standing, next } = findStandingAt("v", known, at);
        expect(standing).toEqual(clearVendorAt("v", known, at));
        const following = phases.find(({ from }) => from > at);
        expect(next).toEqual(
          following === undefined
            ? null
            : expect.objectContaining({ from: following.from, isCleared: following.isCleared }),
        );
      }),
      { numRuns: 300 },
    );
  });

  it("with one more vendor behind allow nothing more", () => {
    fc.assert(
      fc.property(
        worlds,
        times,
        fc.constantFrom("all_data" as const, "some_categories" as const),
        (known, at, reach) => {
          const own = known.get("v");
          if (own === undefined) return;
          const further = { id: "x", reach, categories: ["email"] as Category[] };
          const after = clearVendorAt(
            "v",
            new Map([...known, ["v", { ...own, subprocessors: [...own.subprocessors, further] }]]),
            at,
          );
          const before = clearVendorAt("v", known, at);
          if (after.isCleared) expectNarrower(after.limits, before.isCleared ? before.limits : null);
        },
      ),
    );
  });
});

/** For agents in a few regions: whatever the narrower one allows the wider one allows too. */
function expectNarrower(narrower: VendorLimits, wider: VendorLimits | null): void {
  if (wider === null) throw new Error("what was closed is open");
  for (const region of ["DE", "US", null]) {
    const [less, more] = [compileVendorConditions(narrower, region), compileVendorConditions(wider, region)];
    expect(!less.isRegionAllowed || more.isRegionAllowed).toBe(true);
    for (const purpose of PURPOSES) {
      expect(!less.isPurposeAllowed(purpose) || more.isPurposeAllowed(purpose)).toBe(true);
      for (const category of CATEGORIES)
        expect(!less.isCategoryAllowed(category, purpose) || more.isCategoryAllowed(category, purpose)).toBe(true);
    }
  }
}

describe("conditions", () => {
  it("can only narrow, alone, together, for a part and after a lapse", () => {
    fc.assert(
      fc.property(
        conditions,
        conditions,
        fc.subarray([...CATEGORIES]),
        fc.constantFrom(...SENSITIVITIES),
        (a, b, handled, highest) => {
          const [one, other] = [toLimits(a), toLimits(b)];
          expectNarrower(one, NO_LIMITS);
          expectNarrower(meetLimits(one, other), one);
          expectNarrower(meetLimits(one, other), other);
          expectNarrower(meetPart(one, new Set(handled), other), one);
          expectNarrower(meetPart(one, new Set(handled), null), one);
          expectNarrower(narrowTo(one, highest), one);
        },
      ),
    );
  });

  it("give purposes that meet the same limits the same key, and others another", () => {
    fc.assert(
      fc.property(conditions, conditions, fc.subarray([...CATEGORIES]), (a, b, handled) => {
        const view = compileVendorConditions(meetPart(toLimits(a), new Set(handled), toLimits(b)), "DE");
        for (const one of PURPOSES) {
          for (const other of PURPOSES) {
            if (view.keyOf(one) !== view.keyOf(other)) continue;
            for (const category of CATEGORIES)
              expect(view.isCategoryAllowed(category, one)).toBe(view.isCategoryAllowed(category, other));
          }
        }
      }),
    );
  });
});

it("a country lies in itself, and in the EU or the EEA where it is a member; what was not stated lies nowhere", () => {
  expect(isRegionWithin("DE", ["EU"])).toBe(true);
  expect(isRegionWithin("NO", ["EU"])).toBe(false);
  expect(isRegionWithin("NO", ["US", "EEA"])).toBe(true);
  expect(isRegionWithin("EU", ["EEA"])).toBe(true);
  expect(isRegionWithin("EU", ["DE"])).toBe(false);
  expect(isRegionWithin(null, ["EU"])).toBe(false);
  expect(isRegionWithin("DE", [])).toBe(false);
  expect(
    meetRegions([
      ["EU", "US"],
      ["DE", "US"],
    ]),
  ).toEqual(["US", "DE"]);
  expect(meetRegions([])).toBeNull();
});
