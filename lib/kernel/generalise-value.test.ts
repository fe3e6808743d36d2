import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GENERALISED, generaliseNumber, generaliseValue } from "./generalise-value";
import { growthOfEightfold, LINEAR_GROWTH_MAX } from "./growth-fixture";

/** A decimal text as a fraction of big integers: exact, and nothing of the code under test. */
function toScaled(text: string, places: number): bigint {
  const [whole = "0", fraction = ""] = text.replace("-", "").split(".");
  const magnitude = BigInt(`${whole || "0"}${fraction.padEnd(places, "0")}`);
  return text.startsWith("-") ? -magnitude : magnitude;
}

const decimals = fc
  .record({
    sign: fc.constantFrom("", "-"),
    whole: fc.bigInt({ min: 0n, max: 10n ** 40n }),
    fraction: fc.stringMatching(/^\d{0,12}$/),
  })
  .map(({ sign, whole, fraction }) => `${sign}${whole}${fraction === "" ? "" : `.${fraction}`}`);

describe("a generalised number", () => {
  it("lies in the range that is told, whatever its size", () => {
    fc.assert(
      fc.property(decimals, (text) => {
        const [low = "", high = ""] = generaliseNumber(text).split("..");
        const value = toScaled(text, 12);
        expect(toScaled(low, 12)).toBeLessThanOrEqual(value);
        expect(toScaled(high, 12)).toBeGreaterThanOrEqual(value);
      }),
    );
  });

  it("shares its range with at least ten whole numbers", () => {
    fc.assert(
      fc.property(decimals, (text) => {
        const [low = "", high = ""] = generaliseNumber(text).split("..");
        expect(toScaled(high, 0) - toScaled(low, 0)).toBeGreaterThanOrEqual(10n);
      }),
    );
  });

  it.each([
    ["4981", "4000..5000"],
    ["9999.99", "9000..10000"],
    ["-37.5", "-40..-30"],
    ["7", "0..10"],
    ["0.05", "0..10"],
    ["-3", "-10..0"],
    ["0", "0..10"],
    ["007", "0..10"],
    ["NaN", GENERALISED],
    ["1e+20", GENERALISED],
    ["", GENERALISED],
    [".", GENERALISED],
    ["-", GENERALISED],
  ])("%s becomes %s", (text, range) => {
    expect(generaliseNumber(text)).toBe(range);
  });
});

describe("a generalised value", () => {
  it.each([
    ["2026-03-31 14:30:00+00", "time", "none", "2026-03"],
    ["1980-02-29", "time", "special_category", "1980"],
    ["0044-03-15 BC", "time", "none", GENERALISED],
    ["infinity", "time", "none", GENERALISED],
    ["ada@example.org", "text", "email", "@example.org"],
    ["+49 30 1234567", "text", "phone", "+49…"],
    ["030 1234567", "text", "phone", GENERALISED],
    ["10115", "text", "address", "10…"],
    ["EC1A 1BB", "text", "address", "EC…"],
    ["Ada Okonkwo", "text", "name", GENERALISED],
    ['{"a": 1}', "other", "none", GENERALISED],
  ] as const)("%s (%s, %s) becomes %s", (text, kind, category, expected) => {
    expect(generaliseValue(text, kind, category)).toBe(expected);
  });

  it.each(["email", "phone", "address"] as const)("takes time in proportion to the text's length as %s", (category) => {
    const work = (size: number) => void generaliseValue(`a@${".".repeat(size)} `, "text", category);
    expect(growthOfEightfold(work, 50_000)).toBeLessThan(LINEAR_GROWTH_MAX);
  });
});
