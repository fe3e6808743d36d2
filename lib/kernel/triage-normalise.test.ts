import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAtLeast, readDecimal } from "./triage-amounts";
import { normaliseText } from "./triage-normalise";

const read = (text: string) => normaliseText(text).text.replace(/\s+/g, " ").trim();

describe("a text as it is judged", () => {
  test.each([
    ["GRÜSSE aus Köln", "grusse aus koln"],
    ["ｆｕｌｌ width", "full width"],
    ["𝐛𝐨𝐥𝐝 and 🅱🅾🅻🅳", "bold and bold"],
    ["pay<b>ment</b>", "payment"],
    ["<p>one</p><p>two</p>", "one two"],
    ["a &lt; b &amp;&#32;c &#x61;", "a < b & c a"],
    ["2 < 3 and 4 > 1", "2 < 3 and 4 > 1"],
    ["soft\u00adhyphen", "softhyphen"],
    ["law\u200byer", "lawyer"],
    ["नमस्ते जी", "नमस्ते जी"],
  ])("%s is read as %s", (text, wanted) => {
    expect(read(text)).toBe(wanted);
  });

  test("each character knows where it stood", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        const { text: normal, starts, ends, isUpper } = normaliseText(text);
        expect([starts.length, ends.length, isUpper.length]).toEqual([normal.length, normal.length, normal.length]);
        let last = 0;
        for (const [index, start] of starts.entries()) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(ends[index] ?? -1).toBeGreaterThan(start);
          expect(ends[index] ?? text.length + 1).toBeLessThanOrEqual(text.length);
          last = start;
        }
      }),
    );
  });
});

describe("amounts", () => {
  test.each([
    ["500", "500"],
    ["0500.50", "500.5"],
    [" 7.0 ", "7"],
    ["1e3", null],
    ["-5", null],
    ["1,000", null],
    ["", null],
    [".5", null],
  ])("%s is %s", (written, decimal) => {
    expect(readDecimal(written)).toBe(decimal);
  });

  test("are compared without rounding, as whole numbers are", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 17n }),
        fc.bigInt({ min: 0n, max: 10n ** 17n }),
        fc.nat(9),
        (left, right, digit) => {
          const [a, b] = [`${left}.${digit}`, `${right}.${digit}`].map((text) => readDecimal(text) ?? "");
          expect(isAtLeast(a ?? "", b ?? "")).toBe(left >= right);
        },
      ),
    );
  });
});
