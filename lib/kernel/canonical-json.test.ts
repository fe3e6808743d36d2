import canonicalize from "canonicalize";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, type Json } from "./canonical-json";

describe("canonicalJson", () => {
  it("writes what an independent RFC 8785 implementation writes", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(value as Json)).toBe(canonicalize(value));
      }),
      { numRuns: 2_000 },
    );
  });
  it("does not depend on the order in which members were set", () => {
    expect(canonicalJson({ b: 1, a: { d: 2, c: 3 } })).toBe('{"a":{"c":3,"d":2},"b":1}');
  });
  it("orders members by UTF-16 code units, as RFC 8785 §3.2.3 asks", () => {
    expect(canonicalJson({ "\u20ac": 1, "\r": 2, "1": 3, "\u{1F600}": 4, "\ufb33": 5 })).toBe(
      '{"\\r":2,"1":3,"\u20ac":1,"\u{1F600}":4,"\ufb33":5}',
    );
  });
  it("refuses what JSON cannot hold", () => {
    expect(() => canonicalJson(Number.NaN)).toThrow(RangeError);
    expect(() => canonicalJson(Number.POSITIVE_INFINITY)).toThrow(RangeError);
    expect(() => canonicalJson("\ud800")).toThrow(RangeError);
  });
});
