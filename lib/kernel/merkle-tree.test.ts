import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toHex } from "./bytes";
import {
  consistencyRanges,
  hashLeaf,
  hashNode,
  inclusionRanges,
  type Hash,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from "./merkle-tree";
import { sha256 } from "./merkle-crypto-fixture";
import {
  appendLeaves,
  hashOfRange,
  parseTilePath,
  rootOfEdge,
  tilesOf,
  toTileKey,
  toTilePath,
  toTileWidth,
  type TreeEdge,
} from "./tiles";

const leafOf = (n: number): Hash => hashLeaf(sha256, Buffer.from(`entry ${n}`));
const LEAVES_MAX = 1_400;
const leaves = Array.from({ length: LEAVES_MAX }, (_, n) => leafOf(n));
const nothing: TreeEdge = { size: 0, levels: [] };

/** RFC 6962 §2.1 as it stands there, without tiles or tricks. */
function naiveRoot(hashes: readonly Hash[]): Hash {
  const [first] = hashes;
  if (first === undefined) return sha256(new Uint8Array());
  if (hashes.length === 1) return first;
  let k = 1;
  while (k * 2 < hashes.length) k *= 2;
  return hashNode(sha256, naiveRoot(hashes.slice(0, k)), naiveRoot(hashes.slice(k)));
}

function naivePath(index: number, hashes: readonly Hash[]): Hash[] {
  if (hashes.length === 1) return [];
  let k = 1;
  while (k * 2 < hashes.length) k *= 2;
  const [left, right] = [hashes.slice(0, k), hashes.slice(k)];
  return index < k ? [...naivePath(index, left), naiveRoot(right)] : [...naivePath(index - k, right), naiveRoot(left)];
}

/** The tiles of a tree as somebody would store them, straight from the leaves. */
function tilesAt(size: number): (key: string) => Uint8Array {
  return (key) => {
    const [level = 0, index = 0] = key.split("/").map(Number);
    const width = toTileWidth(level, index, size);
    const span = 256 ** level;
    const hashes = Array.from({ length: width }, (_, at) => {
      const first = (index * 256 + at) * span;
      return naiveRoot(leaves.slice(first, first + span));
    });
    return Buffer.concat(hashes);
  };
}

function proofOf(ranges: ReturnType<typeof inclusionRanges>, size: number): { proof: Hash[]; tiles: number } {
  const load = tilesAt(size);
  const needed = tilesOf(ranges, size);
  const tiles = new Map(needed.map((tile) => [toTileKey(tile), load(toTileKey(tile))]));
  return { proof: ranges.map((range) => hashOfRange(sha256, range, tiles)), tiles: needed.length };
}

const size = fc.integer({ min: 1, max: LEAVES_MAX });

describe("the tree", () => {
  it("has the root of RFC 6962 however its leaves arrive", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 6 }), (batches) => {
        let edge = nothing;
        for (const batch of batches) {
          edge = appendLeaves(sha256, edge, leaves.slice(edge.size, edge.size + batch)).edge;
          const all = leaves.slice(0, edge.size);
          expect(toHex(rootOfEdge(sha256, edge))).toBe(toHex(naiveRoot(all)));
          expect(toHex(rootOf(sha256, all))).toBe(toHex(naiveRoot(all)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("gives out each full tile once, with its hashes and its root", () => {
    const many = Array.from({ length: 256 * 257 + 3 }, (_, n) => leaves[n % LEAVES_MAX] ?? leafOf(n));
    const { edge, full } = appendLeaves(sha256, nothing, many);
    expect(full.map(toTileKey)).toEqual([...Array.from({ length: 256 }, (_, n) => `0/${n}`), "1/0", "0/256"]);
    expect(edge.levels.map((row) => row.length)).toEqual([3, 1, 1]);
    expect(toHex(rootOfEdge(sha256, edge))).toBe(toHex(rootOf(sha256, many)));
    for (const tile of full.slice(0, 3)) {
      expect(toHex(tile.root)).toBe(toHex(naiveRoot(many.slice(tile.index * 256, tile.index * 256 + 256))));
      expect(toHex(tile.hashes.subarray(32, 64))).toBe(toHex(many[tile.index * 256 + 1] ?? Buffer.alloc(0)));
    }
  });

  it("proves each entry from tiles as RFC 6962 does from leaves, and no other entry by the same proof", () => {
    fc.assert(
      fc.property(size, fc.nat(), fc.nat(), (n, a, b) => {
        const [index, other] = [a % n, b % n];
        const { proof } = proofOf(inclusionRanges(index, n), n);
        const all = leaves.slice(0, n);
        expect(proof.map(toHex)).toEqual(naivePath(index, all).map(toHex));
        const claim = { index, size: n, leafHash: leafOf(index), proof, root: naiveRoot(all) };
        expect(verifyInclusion(sha256, claim)).toBe(true);
        expect(verifyInclusion(sha256, { ...claim, leafHash: leafOf(other) })).toBe(other === index);
        expect(verifyInclusion(sha256, { ...claim, index: other })).toBe(other === index);
        expect(verifyInclusion(sha256, { ...claim, root: naiveRoot(leaves.slice(0, n - 1)) })).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it("proves that a larger tree begins with a smaller one, and only then", () => {
    fc.assert(
      fc.property(size, fc.nat(), (n, a) => {
        const oldSize = (a % n) + 1;
        const { proof } = proofOf(consistencyRanges(oldSize, n), n);
        const claim = {
          oldSize,
          size: n,
          oldRoot: naiveRoot(leaves.slice(0, oldSize)),
          root: naiveRoot(leaves.slice(0, n)),
          proof,
        };
        expect(verifyConsistency(sha256, claim)).toBe(true);
        const changed = naiveRoot([...leaves.slice(0, oldSize - 1), leafOf(-1)]);
        expect(verifyConsistency(sha256, { ...claim, oldRoot: changed })).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it("needs a number of tiles that grows with the tree's height, not with its size", () => {
    for (const n of [1_000, 1_000_000, 1_000_000_000, 1_000_000_000_000]) {
      const height = Math.ceil(Math.log2(n) / 8);
      for (const index of [0, Math.floor(n / 3), n - 1]) {
        expect(tilesOf(inclusionRanges(index, n), n).length).toBeLessThanOrEqual(2 * height);
        expect(tilesOf(consistencyRanges(index + 1, n), n).length).toBeLessThanOrEqual(2 * height);
      }
    }
  });
});

describe("a tile's path", () => {
  it.each([
    [{ level: 0, index: 0, width: 256 }, "tile/0/000"],
    [{ level: 1, index: 1_234_067, width: 256 }, "tile/1/x001/x234/067"],
    [{ level: 0, index: 1_000, width: 17 }, "tile/0/x001/000.p/17"],
  ])("of %j is %s, as C2SP writes it", (tile, path) => {
    expect(toTilePath(tile)).toBe(path);
    expect(parseTilePath(path)).toEqual(tile);
  });

  it.each([
    "tile/0/0",
    "tile/0/1234",
    "tile/0/x000/001",
    "tile/00/001",
    "tile/64/000",
    "tile/-1/000",
    "tile/0/000.p/0",
    "tile/0/000.p/256",
    "tile/0/000.p/999",
    "tile/0/000/",
    "tile/0/x001/../000",
    "tile/0/x999/x999/x999/x999/x999/x999/x999/x999/999",
    "",
  ])("%j is none", (path) => {
    expect(parseTilePath(path)).toBeNull();
  });

  it("is read back as it was written, whatever the tile", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 63 }),
        fc.maxSafeNat(),
        fc.integer({ min: 1, max: 256 }),
        (level, index, width) => {
          expect(parseTilePath(toTilePath({ level, index, width }))).toEqual({ level, index, width });
        },
      ),
    );
  });
});
