import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinScopes } from "./compile-dataset";
import { decideAccess } from "./decide-access";
import { columnMaps, FIELDS, NOW, requests, scopes, toSnapshot } from "./policy-fixture";
import { type FieldTreatment, strictness } from "./vocabulary";

const some = fc.array(scopes, { minLength: 1, maxLength: 3 });

describe("a further scope", () => {
  it("can only narrow: no field gets looser, no bound or end is lost, no more rows come", () => {
    fc.assert(
      fc.property(columnMaps, some, scopes, (columns, list, further) => {
        const [before, after] = [joinScopes(columns, list), joinScopes(columns, [...list, further])];
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
