import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkLiteral, operatorsOf } from "./check-literal";
import { COLUMN_TYPES, toColumnType } from "./column-type";
import type { Literal } from "./row-condition";

describe("a literal", () => {
  it.each([
    ["int2", 32767, true],
    ["int2", 32768, false],
    ["int4", "-2147483648", true],
    ["int4", 2147483648, false],
    ["int4", 1.5, false],
    ["int8", "9223372036854775807", true],
    ["int8", "9223372036854775808", false],
    ["int8", 2 ** 53, false],
    ["int8", "1; DROP TABLE x", false],
    ["numeric", "123456789012345678901234567890.12345", true],
    ["numeric", 0.1, true],
    ["numeric", 0.1 + 0.2, false],
    ["numeric", "1e9999", false],
    ["numeric", "NaN", false],
    ["float8", "NaN", true],
    ["float8", "1e400", false],
    ["float4", 1e39, false],
    ["bool", true, true],
    ["bool", "true", false],
    ["text", "Robert'); DROP TABLE students;--", true],
    ["text", 5, false],
    ["text", "a\u0000b", false],
    ["text", "\ud800", false],
    ["uuid", "00000000-0000-4000-8000-000000000001", true],
    ["uuid", "1", false],
    ["inet", "10.0.0.1/8", true],
    ["inet", "2001:db8::1", true],
    ["inet", "10.0.0.256", false],
    ["inet", "1::2::3", false],
    ["date", "2024-02-29", true],
    ["date", "2023-02-29", false],
    ["date", "infinity", true],
    ["date", "2026-13-01", false],
    ["timestamp", "2026-03-31T14:30:00.123456", true],
    ["timestamp", "2026-03-31T14:30:00Z", false],
    ["timestamptz", "2026-03-31T14:30:00Z", true],
    ["timestamptz", "2026-03-31 14:30+02:00", true],
    ["timestamptz", "tomorrow", false],
    ["timestamptz", "-infinity", true],
    ["time", "25:00", false],
    ["timetz", "12:00+01", true],
    ["json", "{}", false],
    ["bytea", "AA==", false],
    ["array", "{}", false],
    ["label", "open", true],
  ] as const)("of %s: %j fits: %s", (type, literal, fits) => {
    expect(checkLiteral(type, literal).ok).toBe(fits);
  });

  it("never throws, and what must be instead says nothing of the value", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...COLUMN_TYPES),
        fc.oneof(fc.string(), fc.double(), fc.integer(), fc.boolean()),
        (type, literal: Literal) => {
          const checked = checkLiteral(type, literal);
          if (!checked.ok && typeof literal === "string" && literal.length > 3)
            expect(checked.must).not.toContain(literal);
        },
      ),
    );
  });

  it("is never asked for where a type cannot be compared", () => {
    for (const type of COLUMN_TYPES) {
      const isComparable = operatorsOf(type).includes("eq");
      expect(isComparable).toBe(!["json", "bytea", "array", "opaque"].includes(type));
    }
  });
});

describe("a column's type", () => {
  it.each([
    ["numeric(12,2)", "numeric"],
    ["numeric(5,-2)", "numeric"],
    ["character varying(40)", "text"],
    ["character(2)", "bpchar"],
    ["timestamp(3) with time zone", "timestamptz"],
    ["timestamp without time zone", "timestamp"],
    ["integer[]", "array"],
    ["public.citext", "text"],
    ["int4range", "opaque"],
    ["tstzmultirange", "opaque"],
    ["invoice_status", "label"],
    ['public."Weird Type"', "label"],
    ["interval", "label"],
    ["name", "text"],
    ["jsonb", "json"],
  ])("%s is %s", (dataType, type) => {
    expect(toColumnType(dataType)).toBe(type);
  });
});
