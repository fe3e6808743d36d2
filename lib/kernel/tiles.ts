import { joinBytes } from "./bytes";
import { foldSubtrees, type Hash, hashNode, type LeafRange, type Sha256, toPerfectRanges } from "./merkle-tree";

/** C2SP tlog-tiles: a tile is 256 hashes wide, hence eight levels of the tree high. */
export const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;
export const HASH_BYTES = 32;

/** A tile: `width` is 256, or less for the one at the right edge of a tree. */
export type TileId = { readonly level: number; readonly index: number; readonly width: number };

/** One of the tree's perfect subtrees: its height, and its place among those of the same height. */
type Node = { height: number; index: number };

function toNode({ start, end }: LeafRange): Node {
  const height = Math.round(Math.log2(end - start));
  return { height, index: start / (end - start) };
}

/** How many leaves stand under one hash of a tile of this level. */
export function leavesPerHash(level: number): number {
  return TILE_WIDTH ** level;
}

/** The tile that a perfect subtree's hash is worked out from, and which of its hashes. */
function locate({ height, index }: Node): { level: number; tile: number; from: number; count: number } {
  const level = Math.floor(height / TILE_HEIGHT);
  const count = 2 ** (height % TILE_HEIGHT);
  const first = index * count;
  return { level, tile: Math.floor(first / TILE_WIDTH), from: first % TILE_WIDTH, count };
}

/** How wide a tile is in a tree of `size`; 0 where the tree has no such tile. */
export function toTileWidth(level: number, index: number, size: number): number {
  const hashes = Math.floor(size / leavesPerHash(level)) - index * TILE_WIDTH;
  return Math.max(0, Math.min(TILE_WIDTH, hashes));
}

/** `level/index`, by which a loaded tile is found. */
export function toTileKey({ level, index }: Pick<TileId, "level" | "index">): string {
  return `${level}/${index}`;
}

/** Every tile of a tree of `size` that is needed to work out the hashes of these ranges: a number that grows with the tree's height. */
export function tilesOf(ranges: readonly LeafRange[], size: number): TileId[] {
  const tiles = new Map<string, TileId>();
  for (const range of ranges.flatMap(toPerfectRanges)) {
    const { level, tile: index } = locate(toNode(range));
    tiles.set(toTileKey({ level, index }), { level, index, width: toTileWidth(level, index, size) });
  }
  return [...tiles.values()];
}

/** The hash over neighbouring hashes of a tile; their number is a power of two. */
function hashPerfect(sha256: Sha256, hashes: Uint8Array): Hash {
  let row: Hash[] = [];
  for (let at = 0; at < hashes.length; at += HASH_BYTES) row.push(hashes.subarray(at, at + HASH_BYTES));
  while (row.length > 1) {
    const above: Hash[] = [];
    for (let at = 0; at + 1 < row.length; at += 2) {
      const [left, right] = [row[at], row[at + 1]];
      if (left !== undefined && right !== undefined) above.push(hashNode(sha256, left, right));
    }
    row = above;
  }
  const [root] = row;
  if (root === undefined) throw new RangeError("merkle: a subtree without hashes");
  return root;
}

/** The one hash that stands for a full tile in the tile above it. */
export function rootOfTile(sha256: Sha256, hashes: Uint8Array): Hash {
  if (hashes.length !== TILE_WIDTH * HASH_BYTES) throw new RangeError("merkle: only a full tile has one root");
  return hashPerfect(sha256, hashes);
}

/** The hash of a range of leaves, from the tiles that `tilesOf` names, each under its `toTileKey`. Throws RangeError when one is missing. */
export function hashOfRange(sha256: Sha256, range: LeafRange, tiles: ReadonlyMap<string, Uint8Array>): Hash {
  const hashes = toPerfectRanges(range).map((perfect) => {
    const { level, tile, from, count } = locate(toNode(perfect));
    const found = tiles.get(toTileKey({ level, index: tile }));
    const [start, end] = [from * HASH_BYTES, (from + count) * HASH_BYTES];
    if (found === undefined || found.length < end) throw new RangeError(`merkle: tile ${level}/${tile} is missing`);
    return hashPerfect(sha256, found.subarray(start, end));
  });
  return foldSubtrees(sha256, hashes);
}

/** The right edge of a growing tree: for each level the hashes that do not fill a tile yet. */
export type TreeEdge = { readonly size: number; readonly levels: readonly (readonly Hash[])[] };
export type FullTile = { level: number; index: number; hashes: Uint8Array; root: Hash };

/** Adds leaves to a tree. Returns its new edge and the tiles that became full, lowest first. */
export function appendLeaves(
  sha256: Sha256,
  edge: TreeEdge,
  leaves: readonly Hash[],
): { edge: TreeEdge; full: FullTile[] } {
  const levels = edge.levels.map((hashes) => [...hashes]);
  const full: FullTile[] = [];
  let size = edge.size;
  const push = (level: number, hash: Hash): void => {
    const row = (levels[level] ??= []);
    row.push(hash);
    if (row.length < TILE_WIDTH) return;
    const hashes = joinBytes(...row);
    const root = rootOfTile(sha256, hashes);
    full.push({ level, index: size / leavesPerHash(level + 1) - 1, hashes, root });
    levels[level] = [];
    push(level + 1, root);
  };
  for (const leaf of leaves) {
    size += 1;
    push(0, leaf);
  }
  return { edge: { size, levels }, full };
}

/** The root of the tree that ends in this edge. */
export function rootOfEdge(sha256: Sha256, edge: TreeEdge): Hash {
  const subtrees = edge.levels
    .toReversed()
    .flatMap((row) =>
      toPerfectRanges({ start: 0, end: row.length }).map(({ start, end }) =>
        hashPerfect(sha256, joinBytes(...row.slice(start, end))),
      ),
    );
  return foldSubtrees(sha256, subtrees);
}

/** `x001/x234/067`: three digits at a time, all but the last after an x. */
function toIndexPath(index: number): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, "0");
  const groups = digits.match(/\d{3}/g) ?? [];
  return groups.map((group, at) => (at === groups.length - 1 ? group : `x${group}`)).join("/");
}

/** C2SP tlog-tiles: `tile/<level>/<index>`, with `.p/<width>` for a tile that is not full. */
export function toTilePath({ level, index, width }: TileId): string {
  return `tile/${level}/${toIndexPath(index)}${width === TILE_WIDTH ? "" : `.p/${width}`}`;
}

const PATH = /^tile\/(0|[1-9]|[1-5]\d|6[0-3])\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** The tile that a path names, or null where it names none or does so in another way than `toTilePath`. */
export function parseTilePath(path: string): TileId | null {
  const [, level, groups = "", width] = PATH.exec(path) ?? [];
  if (level === undefined) return null;
  const tile = {
    level: Number(level),
    index: Number(groups.replaceAll(/[x/]/g, "")),
    width: width === undefined ? TILE_WIDTH : Number(width),
  };
  const isExact = Number.isSafeInteger(tile.index) && tile.width <= TILE_WIDTH && toTilePath(tile) === path;
  return isExact ? tile : null;
}
