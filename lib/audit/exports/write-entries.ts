import { getReaderPool } from "@/lib/db/pool";
import { toBase64 } from "@/lib/kernel/bytes";
import { coverRange, type LeafRange } from "@/lib/kernel/merkle-tree";
import { hashOfRange, HASH_BYTES, TILE_WIDTH, type TileId, tilesOf, toTileKey, toTileWidth } from "@/lib/kernel/tiles";
import { sha256 } from "@/lib/audit/log/log-keys";
import { loadTile } from "@/lib/audit/log/tree-store";
import type { FileWriter } from "./write-file";

/** Numbers of entries to be exported, ascending; a whole log is a range, which needs no list of them. */
export type Selection = { kind: "all" } | { kind: "some"; entries: readonly number[] };
export type ExportedEvent = { entry: number; text: string };

const CHUNK = 1_000;
const TILES_KEPT = 512;

type Row = { seq: string; leaf_hash: Buffer; text: string | null };

const LOAD = `
  SELECT l.seq, l.leaf_hash, e.text FROM log_entry l LEFT JOIN audit_event e ON e.id = l.event_id
  WHERE l.seq = ANY ($1::bigint[]) ORDER BY l.seq`;

export function* chunksOf(selection: Selection, size: number): Generator<number[]> {
  const count = selection.kind === "all" ? size : selection.entries.length;
  for (let at = 0; at < count; at += CHUNK) {
    const length = Math.min(CHUNK, count - at);
    yield selection.kind === "all"
      ? Array.from({ length }, (_, index) => at + index)
      : selection.entries.slice(at, at + length);
  }
}

/** Tiles by need, the last few hundred kept. */
function createTileCache(size: number): (tile: TileId) => Promise<Uint8Array> {
  const kept = new Map<string, Uint8Array>();
  return async (tile) => {
    const key = toTileKey(tile);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const width = toTileWidth(tile.level, tile.index, size);
    const loaded = await loadTile(getReaderPool(), { ...tile, width });
    if (loaded === null) throw new RangeError(`merkle: tile ${key} is missing`);
    const [oldest] = kept.keys();
    if (kept.size >= TILES_KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(key, loaded);
    return loaded;
  };
}

/** The hashes that stand for what is not exported, so that what is leads to the signed root. */
function createGapWriter(proof: FileWriter, size: number) {
  const getTile = createTileCache(size);
  let isFirst = true;
  return async (gap: LeafRange): Promise<void> => {
    for (const range of coverRange(gap, size)) {
      const tiles = new Map<string, Uint8Array>();
      for (const tile of tilesOf([range], size)) tiles.set(toTileKey(tile), await getTile(tile));
      const hash = toBase64(hashOfRange(sha256, range, tiles));
      await proof.write(`${isFirst ? "" : ","}\n${JSON.stringify([range.start, range.end, hash])}`);
      isFirst = false;
    }
  };
}

/** Leaves as the tiles have them, where a tile is full: they were written once and are covered by tiles above. */
async function loadRows(entries: readonly number[], size: number): Promise<Row[]> {
  const { rows } = await getReaderPool().query<Row>(LOAD, [entries]);
  const tiles = new Map<number, Uint8Array | null>();
  for (const row of rows) {
    const index = Math.floor(Number(row.seq) / TILE_WIDTH);
    if (toTileWidth(0, index, size) < TILE_WIDTH) continue;
    if (!tiles.has(index)) tiles.set(index, await loadTile(getReaderPool(), { level: 0, index, width: TILE_WIDTH }));
    const at = (Number(row.seq) % TILE_WIDTH) * HASH_BYTES;
    const hash = tiles.get(index)?.subarray(at, at + HASH_BYTES);
    if (hash !== undefined) row.leaf_hash = Buffer.from(hash);
  }
  return rows;
}

/**
 * Writes entries.ndjson and proof.json, and hands each event on. An entry that is not there is left out: the verifier then names it.
 * `onChunk` is told how many are done, and may throw to stop.
 */
export async function writeEntries(
  { entries, proof }: { entries: FileWriter; proof: FileWriter },
  { selection, size }: { selection: Selection; size: number },
  onEvents: (events: readonly ExportedEvent[]) => Promise<void>,
  onChunk: (done: number) => Promise<void>,
): Promise<number> {
  const writeGap = createGapWriter(proof, size);
  let next = 0;
  let done = 0;
  await proof.write('{"nodes":[');
  for (const chunk of chunksOf(selection, size)) {
    const rows = await loadRows(chunk, size);
    const events: ExportedEvent[] = [];
    const lines: string[] = [];
    for (const { seq, leaf_hash, text } of rows) {
      const entry = Number(seq);
      if (selection.kind === "some" && entry > next) await writeGap({ start: next, end: entry });
      next = entry + 1;
      // The text is JSON and stands as it is: its bytes are what was hashed.
      lines.push(`{"entry":${entry},"leaf":"${toBase64(leaf_hash)}","event":${text ?? "null"}}\n`);
      if (text !== null) events.push({ entry, text });
    }
    await entries.write(lines.join(""));
    await onEvents(events);
    done += chunk.length;
    await onChunk(done);
  }
  if (selection.kind === "some" && next < size) await writeGap({ start: next, end: size });
  await proof.write("\n]}\n");
  return done;
}
