import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "@/lib/kernel/canonical-json";
import { readJson, readLeaf, toLeaves, withLeaf } from "./json-leaves";

const anyJson = fc.jsonValue().map((value) => value as Json);

describe("the editor of an action", () => {
  it("gives back the very same JSON when every field is saved as it stands", () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        const edited = toLeaves(value).reduce((current, leaf) => {
          const reading = readLeaf(leaf.kind, leaf.text);
          if (!reading.ok) throw new Error(reading.why);
          return withLeaf(current, leaf.path, reading.value);
        }, value);
        expect(JSON.stringify(edited)).toBe(JSON.stringify(value));
      }),
    );
  });

  it("changes one field and nothing beside it: numbers stay numbers", () => {
    fc.assert(
      fc.property(anyJson, fc.nat(), fc.string(), (value, pick, typed) => {
        const leaves = toLeaves(value);
        const leaf = leaves[pick % leaves.length];
        if (leaf === undefined) throw new Error("a JSON value always has a leaf");
        const reading = readLeaf(leaf.kind, typed);
        if (!reading.ok) return;
        const after = toLeaves(withLeaf(value, leaf.path, reading.value));
        const isOther = (each: (typeof leaves)[number]) => JSON.stringify(each.path) !== JSON.stringify(leaf.path);
        expect(after.filter(isOther)).toEqual(leaves.filter(isOther));
        expect(after.map(({ kind }) => kind)).toEqual(leaves.map(({ kind }) => kind));
      }),
    );
  });

  it.each(["", "12a", "1,5", "0x10", "Infinity", "NaN", "01", "--1", "12345678901234567890"])(
    "does not take %j for a number",
    (typed) => {
      expect(readLeaf("number", typed)).toMatchObject({ ok: false });
    },
  );

  it("keeps a member that is called like a part of every object", () => {
    const value = JSON.parse('{"__proto__": {"count": 1}, "constructor": 2}') as Json;
    const after = withLeaf(value, ["__proto__", "count"], 7);
    expect(JSON.stringify(after)).toBe('{"__proto__":{"count":7},"constructor":2}');
  });

  it("says where JSON is wrong and does not repeat it", () => {
    const reading = readJson('{\n  "name": "Ada",\n  "count" 3\n}');
    expect(reading).toEqual({ ok: false, why: "This is not JSON: look at line 3, column 11." });
    expect(readJson("")).toEqual({ ok: false, why: "This is not JSON: it stops too early." });
  });
});
