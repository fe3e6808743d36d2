import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { toHex } from "./bytes";
import {
  isNoteSignedBy,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  writeNote,
  writeVerifierKey,
} from "./checkpoint";
import {
  hashLeaf,
  rootOf,
  verifyConsistency,
  verifyInclusion,
  verifySubtreeConsistency,
  verifySubtreeInclusion,
} from "./merkle-tree";
import { sha256, verifyEd25519 } from "./merkle-crypto-fixture";

type Vector = {
  file: string;
  kind: "inclusion" | "consistency" | "subtreeinclusion" | "subtreeconsistency";
  wantErr: boolean;
  proof: string[] | null;
} & Record<string, unknown>;
type Note = { source: string; note: string; vkey: string; valid: boolean };
type Roots = { leaf_inputs_hex: string[]; root_hashes_hex_by_size: string[] };

const shipped = JSON.parse(readFileSync("lib/kernel/merkle-vectors-fixture.json", "utf8")) as {
  vectors: Vector[];
  notes: Note[];
  roots: Roots;
};
/** The whole collection, where the tests run beside it; the file in the repository is a part of it. */
const WHOLE = "../shared/data/merkle";
const read = (name: string): unknown => JSON.parse(readFileSync(`${WHOLE}/${name}`, "utf8"));
const isWhole = existsSync(`${WHOLE}/vectors.json`);
const vectors = isWhole ? (read("vectors.json") as Vector[]) : shipped.vectors;
const notes = isWhole ? (read("notes.json") as Note[]) : shipped.notes;

const bytes = (text: unknown): Uint8Array => Buffer.from(typeof text === "string" ? text : "", "base64");
const count = (value: unknown): number => (typeof value === "number" ? value : Number.NaN);

function isAccepted(vector: Vector): boolean {
  const proof = (vector.proof ?? []).map(bytes);
  const range = { start: count(vector["start"]), end: count(vector["end"]) };
  const inclusion = {
    index: count(vector["leafIdx"]),
    leafHash: bytes(vector["leafHash"]),
    root: bytes(vector["root"]),
    proof,
  };
  const [root1, root2] = [bytes(vector["root1"]), bytes(vector["root2"])];
  switch (vector.kind) {
    case "inclusion":
      return verifyInclusion(sha256, { ...inclusion, size: count(vector["treeSize"]) });
    case "subtreeinclusion":
      return verifySubtreeInclusion(sha256, { ...inclusion, range });
    case "consistency": {
      const [oldSize, size] = [count(vector["size1"]), count(vector["size2"])];
      return verifyConsistency(sha256, { oldSize, size, oldRoot: root1, root: root2, proof });
    }
    case "subtreeconsistency":
      return verifySubtreeConsistency(sha256, {
        range,
        size: count(vector["size"]),
        subtreeHash: root1,
        root: root2,
        proof,
      });
    default:
      throw new Error(`a vector of an unknown kind: ${vector.file}`);
  }
}

describe("proofs made elsewhere", () => {
  it.each([
    ["of the repository", shipped.vectors],
    ["of the whole collection", vectors],
  ])("%s are accepted and refused as marked", (_, all) => {
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter((one) => !one.wantErr).length).toBeGreaterThan(15);
    const wrong = all.filter((vector) => isAccepted(vector) === vector.wantErr).map(({ file }) => file);
    expect(wrong).toEqual([]);
  });

  it("RFC 6962's example trees have the roots that others work out", () => {
    const leaves = shipped.roots.leaf_inputs_hex.map((hex) => hashLeaf(sha256, Buffer.from(hex, "hex")));
    const roots = Array.from({ length: leaves.length + 1 }, (_, size) => toHex(rootOf(sha256, leaves.slice(0, size))));
    expect(roots).toEqual(shipped.roots.root_hashes_hex_by_size);
  });
});

describe("notes signed elsewhere", () => {
  it.each(notes.map((note): [string, Note] => [note.source, note]))("%s is judged as marked", (_, note) => {
    const key = parseVerifierKey(sha256, note.vkey);
    const parsed = parseNote(note.note);
    const isValid = key !== null && parsed !== null && isNoteSignedBy({ sha256, verify: verifyEd25519 }, parsed, key);
    expect(isValid).toBe(note.valid);
    if (!note.valid || key === null || parsed === null) return;
    expect(writeNote(parsed)).toBe(note.note);
    expect(writeVerifierKey(sha256, key)).toBe(note.vkey);
    if (note.source.startsWith("tessera"))
      expect(parseCheckpoint(parsed.text)?.origin).toBe("example.com/log/testdata");
  });
});
