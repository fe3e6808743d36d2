import { getReaderPool } from "@/lib/db/pool";
import { areBytesEqual } from "@/lib/kernel/bytes";
import { type Checkpoint, openCheckpoint } from "@/lib/kernel/checkpoint";
import { emptyRoot, type Hash, hashLeaf } from "@/lib/kernel/merkle-tree";
import { appendLeaves, HASH_BYTES, rootOfEdge, TILE_WIDTH, type TreeEdge } from "@/lib/kernel/tiles";
import { readAnchorFile } from "./anchors/file-anchor";
import { listAnchors } from "./list-anchors";
import { ED25519, getLogKeys, sha256 } from "./log-keys";

export type LogProblem = {
  code: "missing" | "changed" | "event_missing" | "different" | "signature" | "unlisted";
  /** The first bad entry, or the first that may be; null where the fault is in no entry. */
  entry: number | null;
  /** The last that it may be. */
  lastEntry: number | null;
  sentence: string;
};
export type StoredVerdict = {
  isIntact: boolean;
  /** Entries read. */
  size: number;
  /** Entries whose event's detail was dropped by retention; their hashes were checked. */
  withoutDetail: number;
  /** Checkpoints from outside the database that the log was compared with. */
  outsideCheckpoints: number;
  problem: LogProblem | null;
};

const CHUNK = TILE_WIDTH * 16;
type Row = { seq: string; event_id: string; leaf_hash: Buffer; text: string | null };
type Dropped = { fromId: string; toId: string };
type Known = { checkpoints: Checkpoint[]; outside: number; isHeadSigned: boolean; headSize: number };
type Walk = { edge: TreeEdge; sound: number; withoutDetail: number; next: number };

const LOAD = `
  SELECT l.seq, l.event_id, l.leaf_hash, e.text FROM log_entry l LEFT JOIN audit_event e ON e.id = l.event_id
  WHERE l.seq >= $1 AND l.seq < $2 ORDER BY l.seq`;

const problem = (code: LogProblem["code"], sentence: string, entry: number | null, lastEntry = entry): LogProblem => ({
  code,
  entry,
  lastEntry,
  sentence,
});

/** Every signed head that is known, from anchors and from the database, the smallest first. */
async function loadKnown(): Promise<Known> {
  const { origin, all } = getLogKeys();
  const open = (note: string): Checkpoint | null =>
    openCheckpoint(
      ED25519,
      note,
      origin,
      all.map(({ verifier }) => verifier),
    );
  const fromAnchors = readAnchorFile(origin).map(({ note }) => note);
  for (const anchor of listAnchors().filter(({ name }) => name !== "file")) {
    const note = await anchor.findNewest?.(origin).catch(() => null);
    if (typeof note === "string") fromAnchors.push(note);
  }
  const outside = fromAnchors.map(open).filter((one) => one !== null);
  const { rows: kept } = await getReaderPool().query<{ note: string }>("SELECT note FROM log_checkpoint");
  const { rows: heads } = await getReaderPool().query<{ note: string; size: string }>(
    "SELECT note, size FROM log_head",
  );
  const head = open(heads[0]?.note ?? "");
  const inside = [...kept.map(({ note }) => open(note)), head].filter((one) => one !== null);
  const checkpoints = [...outside, ...inside].sort((a, b) => a.size - b.size);
  const isHeadSigned = heads.length === 0 || head !== null;
  return { checkpoints, outside: outside.length, isHeadSigned, headSize: Number(heads[0]?.size ?? 0) };
}

/** Ranges of events whose detail retention dropped, as the log itself says. */
async function loadDropped(): Promise<Dropped[]> {
  const { rows } = await getReaderPool().query<{ text: string }>(
    "SELECT text FROM audit_event WHERE action = 'log.detail_dropped'",
  );
  return rows.map((row) => JSON.parse(row.text) as Dropped);
}

/** What is wrong with one entry by itself: its number, its event, its hash. */
function judgeEntry(row: Row, tileLeaf: Uint8Array | null, walk: Walk, dropped: readonly Dropped[]): LogProblem | null {
  const entry = Number(row.seq);
  if (entry !== walk.next) return problem("missing", `Entry ${walk.next} is missing.`, walk.next);
  if (tileLeaf !== null && !areBytesEqual(tileLeaf, row.leaf_hash))
    return problem("changed", `Entry ${entry} is not the one that was put there.`, entry);
  if (row.text === null) {
    const isDropped = dropped.some(({ fromId, toId }) => row.event_id >= fromId && row.event_id < toId);
    if (!isDropped) return problem("event_missing", `The event of entry ${entry} was removed.`, entry);
    walk.withoutDetail += 1;
    return null;
  }
  const found = hashLeaf(sha256, Buffer.from(row.text, "utf8"));
  return areBytesEqual(found, row.leaf_hash)
    ? null
    : problem("changed", `The event of entry ${entry} was changed.`, entry);
}

async function loadTileHashes(from: number): Promise<Map<number, Buffer>> {
  const first = Math.floor(from / TILE_WIDTH);
  const { rows } = await getReaderPool().query<{ index: string; hashes: Buffer }>(
    "SELECT index, hashes FROM log_tile WHERE level = 0 AND index >= $1 AND index < $2",
    [first, first + CHUNK / TILE_WIDTH],
  );
  return new Map(rows.map((row) => [Number(row.index), row.hashes]));
}

function toTileLeaf(tiles: ReadonlyMap<number, Buffer>, entry: number): Uint8Array | null {
  const at = (entry % TILE_WIDTH) * HASH_BYTES;
  return tiles.get(Math.floor(entry / TILE_WIDTH))?.subarray(at, at + HASH_BYTES) ?? null;
}

/** Adds leaves, stopping at the size of each known checkpoint to compare roots. */
function grow(walk: Walk, leaves: readonly Hash[], checkpoints: Checkpoint[]): LogProblem | null {
  let rest = leaves;
  for (;;) {
    const [next] = checkpoints;
    const take = next === undefined ? rest.length : Math.min(rest.length, next.size - walk.edge.size);
    walk.edge = appendLeaves(sha256, walk.edge, rest.slice(0, take)).edge;
    rest = rest.slice(take);
    if (next === undefined || next.size > walk.edge.size) return null;
    checkpoints.shift();
    const root = next.size === 0 ? emptyRoot(sha256) : rootOfEdge(sha256, walk.edge);
    if (!areBytesEqual(root, next.root)) {
      const last = next.size - 1;
      const sentence = `An entry from ${walk.sound} to ${last} is not what it was when the log of ${next.size} was signed.`;
      return problem("different", sentence, walk.sound, last);
    }
    walk.sound = next.size;
  }
}

/** Reads the log from its first entry to its last. Ends at the first thing that is wrong. */
async function walkLog(walk: Walk, checkpoints: Checkpoint[], dropped: readonly Dropped[]): Promise<LogProblem | null> {
  for (;;) {
    const from = walk.next;
    const { rows } = await getReaderPool().query<Row>(LOAD, [from, from + CHUNK]);
    const tiles = await loadTileHashes(from);
    const leaves: Hash[] = [];
    let found: LogProblem | null = null;
    for (const row of rows) {
      found = judgeEntry(row, toTileLeaf(tiles, Number(row.seq)), walk, dropped);
      if (found !== null) break;
      leaves.push(row.leaf_hash);
      walk.next += 1;
    }
    const before = grow(walk, leaves, checkpoints) ?? found;
    if (before !== null || rows.length < CHUNK) return before;
  }
}

async function findUnlisted(): Promise<LogProblem | null> {
  const { rows } = await getReaderPool().query<{ unlisted: number }>(`
    SELECT count(*)::int AS unlisted FROM audit_event e
    WHERE NOT EXISTS (SELECT 1 FROM log_entry l WHERE l.event_id = e.id) AND NOT EXISTS (SELECT 1 FROM log_queue q WHERE q.event_id = e.id)`);
  const count = rows[0]?.unlisted ?? 0;
  return count === 0 ? null : problem("unlisted", `${count} events have no entry and wait for none.`, null);
}

async function findEnd(walk: Walk, { checkpoints, headSize, isHeadSigned }: Known): Promise<LogProblem | null> {
  const expected = Math.max(headSize, ...checkpoints.map(({ size }) => size));
  if (walk.next < expected) {
    return problem(
      "missing",
      `Entry ${walk.next} is missing: the log had ${expected} entries.`,
      walk.next,
      expected - 1,
    );
  }
  if (!isHeadSigned) return problem("signature", "The head of the log is signed by no key of this log.", null);
  if (walk.next > headSize) return problem("unlisted", `Entry ${headSize} was added without a signed head.`, headSize);
  return findUnlisted();
}

/**
 * Works out the whole stored log anew, every text and every hash, and compares it with every signed checkpoint that is known, in the
 * database and outside. Names the first bad entry. Reads about 100,000 entries a second.
 */
export async function verifyStoredLog(): Promise<StoredVerdict> {
  const known = await loadKnown();
  const dropped = await loadDropped();
  const walk: Walk = { edge: { size: 0, levels: [] }, sound: 0, withoutDetail: 0, next: 0 };
  const found = (await walkLog(walk, [...known.checkpoints], dropped)) ?? (await findEnd(walk, known));
  const { next: size, withoutDetail } = walk;
  return { isIntact: found === null, size, withoutDetail, outsideCheckpoints: known.outside, problem: found };
}
