import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileVendorConditions } from "./compile-vendor-conditions";
import { conditions, PURPOSES } from "./policy-fixture";
import { meetLimits, meetPart, narrowTo, NO_LIMITS, toLimits, type VendorLimits } from "./vendor-conditions";
import { toVendorPhases, type VendorFacts } from "./vendor-state";
import { SENSITIVITIES } from "./vendor-vocabulary";
import { isWiderFrom, isWithinLimits } from "./vendor-widening";
import { CATEGORIES } from "./vocabulary";

const handled = fc.subarray([...CATEGORIES]);
const limits: fc.Arbitrary<VendorLimits> = fc
  .tuple(conditions, fc.option(conditions), handled)
  .map(([own, part, some]) => (part === null ? toLimits(own) : meetPart(toLimits(own), new Set(some), toLimits(part))));

/** Whether some request of an agent that runs somewhere is allowed by the one and not by the other. */
function allowsMore(one: VendorLimits, other: VendorLimits): boolean {
  return ["DE", "FR", "US", null].some((region) => {
    const [more, less] = [compileVendorConditions(one, region), compileVendorConditions(other, region)];
    if (!more.isRegionAllowed) return false;
    return PURPOSES.some((purpose) =>
      CATEGORIES.some((category) => {
        const isAllowed = less.isRegionAllowed && less.isCategoryAllowed(category, purpose);
        return more.isCategoryAllowed(category, purpose) && !isAllowed;
      }),
    );
  });
}

describe("limits that are taken to lie within others", () => {
  it("never allow what those would not", () => {
    let within = 0;
    fc.assert(
      fc.property(limits, limits, (inner, outer) => {
        if (!isWithinLimits(inner, outer)) return;
        within += 1;
        expect(allowsMore(inner, outer)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
    expect(within).toBeGreaterThan(10);
  });

  it("are those that came of one more condition, of one more vendor behind, or of a lapse", () => {
    fc.assert(
      fc.property(limits, conditions, handled, fc.constantFrom(...SENSITIVITIES), (own, more, some, highest) => {
        const other = toLimits(more);
        for (const narrower of [
          own,
          meetLimits(own, other),
          meetPart(own, new Set(some), other),
          meetPart(own, new Set(some), null),
          narrowTo(own, highest),
        ])
          expect(isWithinLimits(narrower, own)).toBe(true);
        expect(isWithinLimits(own, NO_LIMITS)).toBe(true);
      }),
    );
  });
});

const DAY_MS = 86_400_000;
const NOW = 100 * DAY_MS;
const CERTIFICATE = { id: "c", name: "SOC 2", validFrom: 0, validUntil: 150 * DAY_MS, onLapse: "close" as const };
const vendor = (change: Partial<VendorFacts> = {}): VendorFacts => ({
  id: "v",
  name: "Vendor",
  graceDays: 0,
  contractUntil: 200 * DAY_MS,
  dpaUntil: null,
  certifications: [CERTIFICATE],
  subprocessors: [{ id: "s", reach: "all_data", categories: [] }],
  assessment: {
    id: "as",
    number: 1,
    outcome: "approved",
    validUntil: 300 * DAY_MS,
    conditions: null,
    musts: [],
    rejected: [],
    exceptions: [],
  },
  ...change,
});
const behind = vendor({ id: "s", certifications: [], subprocessors: [], contractUntil: 120 * DAY_MS });
const phases = (one: VendorFacts) => toVendorPhases("v", new Map([one, behind].map((each) => [each.id, each])));
const isWider = (after: Partial<VendorFacts>, before: Partial<VendorFacts> = {}) =>
  isWiderFrom(phases(vendor(before)), phases(vendor(after)), NOW);

describe("a change of a vendor", () => {
  const alone = { subprocessors: [] };
  const lapsing = { certifications: [CERTIFICATE] };
  const renewed = { certifications: [{ ...CERTIFICATE, validUntil: 180 * DAY_MS }] };
  it.each<[string, Partial<VendorFacts>, Partial<VendorFacts>, boolean]>([
    ["nothing", {}, {}, false],
    ["a contract's end that comes sooner", {}, { contractUntil: 110 * DAY_MS }, false],
    ["a contract that goes on where something else ended before", {}, { contractUntil: 250 * DAY_MS }, false],
    ["taking away who stands behind and ends first", {}, alone, true],
    [
      "a contract that goes on where nothing else ends before",
      { ...alone, certifications: [] },
      { ...alone, certifications: [], contractUntil: 250 * DAY_MS },
      true,
    ],
    [
      "a contract that has no end any more",
      { ...alone, certifications: [] },
      { ...alone, certifications: [], contractUntil: null },
      true,
    ],
    ["a certificate that is renewed", { ...alone, ...lapsing }, { ...alone, ...renewed }, true],
    [
      "a certificate whose end does nothing any more",
      { ...alone, ...lapsing },
      { ...alone, certifications: [{ ...CERTIFICATE, onLapse: "nothing" }] },
      true,
    ],
    ["one more certificate", { ...alone, certifications: [] }, { ...alone, ...lapsing }, false],
    [
      "a renewal of a vendor that nobody approved",
      { ...alone, assessment: null },
      { assessment: null, contractUntil: null },
      false,
    ],
    [
      "what was only so in the past",
      { ...alone, contractUntil: 50 * DAY_MS },
      { ...alone, contractUntil: 90 * DAY_MS },
      false,
    ],
  ])("widens or does not: %s", (_, before, after, expected) => {
    expect(isWider(after, before)).toBe(expected);
  });
});
