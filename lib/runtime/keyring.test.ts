import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { forgetEnv } from "@/lib/runtime/env";
import { seal, unseal } from "@/lib/runtime/keyring";

const place = { table: "source", column: "password_sealed", rowId: "0190a000-0000-7000-8000-000000000001" };
const original = process.env["GATEHOUSE_KEYRING"] ?? "";

const key = (name: string) => Buffer.from(name.padEnd(32, "-")).toString("base64url");

function useKeyring(currentKeyId: string, keys: Record<string, string>): void {
  process.env["GATEHOUSE_KEYRING"] = JSON.stringify({ currentKeyId, keys });
  forgetEnv();
}

afterEach(() => {
  process.env["GATEHOUSE_KEYRING"] = original;
  forgetEnv();
});

describe("a sealed value", () => {
  test("opens to the same text, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(unseal(seal(text, place), place)).toBe(text);
      }),
    );
  });

  test("has the form v1.<key id>.<wrapped key>.<body> and holds nothing of the text", () => {
    const envelope = seal("a very secret word", place);
    expect(envelope).toMatch(/^v1\.k1\.[\w-]{80}\.[\w-]{62}$/);
    expect(Buffer.from(envelope.split(".")[3] ?? "", "base64url").toString("latin1")).not.toContain("secret");
  });

  test("is different each time, so that equal passwords cannot be told", () => {
    const envelopes = Array.from({ length: 50 }, () => seal("same", place));
    expect(new Set(envelopes).size).toBe(50);
    expect(new Set(envelopes.map((one) => one.split(".")[2])).size).toBe(50);
  });

  test.each([{ table: "other" }, { column: "other" }, { rowId: "0190a000-0000-7000-8000-000000000002" }])(
    "does not open in another place: %j",
    (elsewhere) => {
      const envelope = seal("secret", place);
      expect(() => unseal(envelope, { ...place, ...elsewhere })).toThrow(/altered or moved/);
    },
  );

  test("does not open when any one byte of it was changed", () => {
    const envelope = seal("secret", place);
    for (const part of [2, 3]) {
      const bytes = Buffer.from(envelope.split(".")[part] ?? "", "base64url");
      for (let index = 0; index < bytes.length; index += 1) {
        const changed = Buffer.from(bytes);
        changed[index] = (changed[index] ?? 0) ^ 1;
        const parts = envelope.split(".");
        parts[part] = changed.toString("base64url");
        expect(() => unseal(parts.join("."), place)).toThrow(/altered or moved/);
      }
    }
  });

  test("does not open with parts of another, cut short, or of another version", () => {
    const [first, second] = [seal("one", place).split("."), seal("two", place).split(".")];
    const mixed = [...first.slice(0, 3), second[3]].join(".");
    for (const wrong of [mixed, first.slice(0, 3).join("."), "v1.k1..", "v1.k1.AAAA.AAAA"]) {
      expect(() => unseal(wrong, place)).toThrow(/altered or moved/);
    }
    for (const wrong of ["", "secret", `v2.${first.slice(1).join(".")}`, `v1.k9.${first.slice(2).join(".")}`]) {
      expect(() => unseal(wrong, place)).toThrow(/no key/);
    }
  });

  test("stays readable after the keyring is rotated, and new ones are made under the new key", () => {
    const old = seal("secret", place);
    useKeyring("k2", { k1: key("keyring"), k2: key("another") });
    expect(unseal(old, place)).toBe("secret");
    const renewed = seal("secret", place);
    expect(renewed.split(".")[1]).toBe("k2");
    useKeyring("k2", { k2: key("another") });
    expect(unseal(renewed, place)).toBe("secret");
    expect(() => unseal(old, place)).toThrow(/no key/);
  });

  test("does not open under another key of the same id, and no error holds the text or a key", () => {
    const envelope = seal("secret", place);
    useKeyring("k1", { k1: key("wrong") });
    const error = (() => {
      try {
        return unseal(envelope, place);
      } catch (thrown) {
        return String(thrown);
      }
    })();
    expect(error).toMatch(/altered or moved/);
    for (const part of ["secret", key("wrong"), ...envelope.split(".").slice(2)]) expect(error).not.toContain(part);
  });
});
