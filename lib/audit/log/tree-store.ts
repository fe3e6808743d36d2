import type pg from "pg";
import { joinBytes } from "@/lib/kernel/bytes";
import { type Hash, type LeafRange, emptyRoot } from "@/lib/kernel/merkle-tree";
import {
  HASH_BYTES,
  hashOfRange,
  leavesPerHash,
  TILE_WIDTH,
  type TileId,
  tilesOf,
  toTileKey,
  toTileWidth,
  type TreeEdge,
} from "@/lib/kernel/tiles";
import { sha256 } from "./log-keys";

/** Anything that runs a query: a pool, or the connection that holds the sequencer's lock. */
export type Queryable = Pick<pg.Pool | pg.Client, "query">;
type HashRow = { hash: Buffer };

/** Hashes of one level from one place on: the leaves themselves, or the roots of the tiles below. */
async function loadHashes(db: Queryable, level: number, from: number, count: number): Promise<Hash[]> {
  if (count === 0) return [];
  const statement =
    level === 0
      ? "SELECT leaf_hash AS hash FROM log_entry WHERE seq >= $1 AND seq < $2 ORDER BY seq"
      : "SELECT root AS hash FROM log_tile WHERE index >= $1 AND index < $2 AND level = $3 ORDER BY index";
  const range = [from, from + count];
  const { rows } = await db.query<HashRow>(statement, level === 0 ? range : [...range, level - 1]);
  return rows.map((row) => row.hash);
}

/** The right edge of the stored tree of `size`. Levels come out short where rows are missing: the root then tells. */
export async function loadEdge(db: Queryable, size: number): Promise<TreeEdge> {
  const levels: Hash[][] = [];
  for (let level = 0; leavesPerHash(level) <= size; level += 1) {
    const count = Math.floor(size / leavesPerHash(level));
    const from = Math.floor(count / TILE_WIDTH) * TILE_WIDTH;
    levels.push(await loadHashes(db, level, from, count - from));
  }
  return { size, levels };
}

/** One tile's hashes, as wide as asked; null where the log does not have them. */
export async function loadTile(db: Queryable, { level, index, width }: TileId): Promise<Uint8Array | null> {
  const { rows } = await db.query<{ hashes: Buffer }>("SELECT hashes FROM log_tile WHERE level = $1 AND index = $2", [
    level,
    index,
  ]);
  const [full] = rows;
  if (full !== undefined) return full.hashes.subarray(0, width * HASH_BYTES);
  const hashes = await loadHashes(db, level, index * TILE_WIDTH, width);
  return hashes.length === width ? joinBytes(...hashes) : null;
}

/** The tiles that the hashes of these ranges need, in a tree of `size`. A tile that is missing is left out. */
export async function loadTiles(
  db: Queryable,
  ranges: readonly LeafRange[],
  size: number,
): Promise<Map<string, Uint8Array>> {
  const tiles = new Map<string, Uint8Array>();
  await Promise.all(
    tilesOf(ranges, size).map(async (tile) => {
      const width = toTileWidth(tile.level, tile.index, size);
      const hashes = await loadTile(db, { ...tile, width });
      if (hashes !== null) tiles.set(toTileKey(tile), hashes);
    }),
  );
  return tiles;
}

/** The hashes of ranges from stored tiles: a proof, when the ranges are those of a proof. Throws RangeError where the log has holes. */
export async function hashRanges(db: Queryable, ranges: readonly LeafRange[], size: number): Promise<Hash[]> {
  const tiles = await loadTiles(db, ranges, size);
  return ranges.map((range) => hashOfRange(sha256, range, tiles));
}

/** The root that the stored tree had when it was of `size`; null where tiles are missing. */
export async function loadRootAt(db: Queryable, size: number): Promise<Hash | null> {
  if (size === 0) return emptyRoot(sha256);
  try {
    const [root] = await hashRanges(db, [{ start: 0, end: size }], size);
    return root ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
