import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinScopes } from "./compile-dataset";
import { compileVendorConditions } from "./compile-vendor-conditions";
import { decideAccess } from "./decide-access";
import {
  CLEARED_VENDOR,
  columnMaps,
  conditions,
  FIELDS,
  NOW,
  PURPOSES,
  requests,
  scopes,
  toSnapshot,
} from "./policy-fixture";
import { NO_LIMITS, toLimits } from "./vendor-conditions";
import { type FieldTreatment, strictness } from "./vocabulary";

const NO_CAP = { id: "a", rowsMax: null, subjectsMax: null };
const asked = { view: compileVendorConditions(NO_LIMITS, null), purpose: PURPOSES[0], cap: NO_CAP };
const some = fc.array(scopes, { minLength: 1, maxLength: 3 });

describe("a further scope", () => {
  it("can only narrow: no field gets looser, no bound or end is lost, no more rows come", () => {
    fc.assert(
      fc.property(columnMaps, some, scopes, (columns, list, further) => {
        const [before, after] = [joinScopes(columns, list, asked), joinScopes(columns, [...list, further], asked)];
        for (const field of FIELDS) {
          const [was, is] = [before.treatments.get(field)?.treatment, after.treatments.get(field)?.treatment] as [
            FieldTreatment,
            FieldTreatment,
          ];
          expect(strictness(is)).toBeGreaterThanOrEqual(strictness(was));
        }
        expect(after.rowBound).toEqual(expect.arrayContaining([...before.rowBound]));
        expect(after.rowsPerRequestMax).toBeLessThanOrEqual(before.rowsPerRequestMax);
        expect(after.expiresAt).toBeLessThanOrEqual(before.expiresAt);
        expect(after.needsCase || !before.needsCase).toBe(true);
      }),
    );
  });

  it("for the same purpose turns no refusal into a permission", () => {
    fc.assert(
      fc.property(columnMaps, some, scopes, requests, (columns, list, further, asked) => {
        const live = list.filter((one) => one.purposes.has(asked.purpose) && one.expiresAt > NOW);
        fc.pre(live.length > 0);
        const before = decideAccess(asked, toSnapshot(columns, list), NOW);
        const after = decideAccess(asked, toSnapshot(columns, [...list, further]), NOW);
        if (before.effect === "deny" && before.reason !== "limit_too_high") expect(after.effect).toBe("deny");
      }),
    );
  });

  it("counts the same in whatever order scopes are listed", () => {
    fc.assert(
      fc.property(columnMaps, some, requests, (columns, list, asked) => {
        const [one, other] = [
          decideAccess(asked, toSnapshot(columns, list), NOW),
          decideAccess(asked, toSnapshot(columns, list.toReversed()), NOW),
        ];
        expect({ effect: other.effect, reason: other.reason, fields: other.fields }).toEqual({
          effect: one.effect,
          reason: one.reason,
          fields: one.fields,
        });
      }),
    );
  });
});

describe("a condition of the vendor's", () => {
  it("can only narrow: no field gets looser, no refusal becomes a permission, and what it closes is withheld and said", () => {
    fc.assert(
      fc.property(columnMaps, some, conditions, requests, (columns, list, condition, asked) => {
        const limits = toLimits(condition);
        const vendor = { ...CLEARED_VENDOR, views: [compileVendorConditions(limits, "DE")] };
        const before = decideAccess(asked, toSnapshot(columns, list), NOW);
        const after = decideAccess(asked, toSnapshot(columns, list, { vendor }), NOW);
        if (before.effect === "deny") {
          expect(after.effect).toBe("deny");
          return;
        }
        const isCleared = limits.purposes === null || limits.purposes.has(asked.purpose);
        if (!isCleared) expect(after).toMatchObject({ effect: "deny", reason: "vendor_purpose" });
        for (const { field, treatment, reason } of after.fields) {
          const was = before.fields.find((one) => one.field === field)?.treatment ?? "withheld";
          expect(strictness(treatment)).toBeGreaterThanOrEqual(strictness(was));
          const isClosed = !limits.categories.has(columns.get(field)?.category ?? "none");
          if (isClosed) expect(treatment).toBe("withheld");
          expect(reason === "vendor_condition").toBe(isClosed && was !== "withheld");
          if (after.effect === "allow" && isClosed) expect(after.clear(field)).toBe(false);
        }
        expect(after.basis.assessment).toEqual({ vendorId: "v", assessmentId: "as", number: 1 });
      }),
    );
  });
});
