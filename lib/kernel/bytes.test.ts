import fc from "fast-check";
import { expect, it } from "vitest";
import { fromBase64, toBase64, toHex, toUtf8 } from "./bytes";

it("base64, hex and UTF-8 are those of the platform", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.string({ unit: "binary", maxLength: 50 }), (bytes, text) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      expect(toHex(bytes)).toBe(Buffer.from(bytes).toString("hex"));
      expect(toUtf8(text)).toEqual(new TextEncoder().encode(text));
    }),
  );
  expect(toUtf8("a\ud800b")).toEqual(new TextEncoder().encode("a\ud800b"));
});

it.each(["A", "AA", "AAA", "AB==", "A===", "AAAA\n", "AA=A", "====", "AA-_"])("%j is not base64", (text) => {
  expect(fromBase64(text)).toBeNull();
});
