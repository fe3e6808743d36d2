import type pg from "pg";
import { areBytesEqual, toHex } from "@/lib/kernel/bytes";
import { toKeyId } from "@/lib/kernel/checkpoint";
import { emptyRoot, type Hash } from "@/lib/kernel/merkle-tree";
import { appendLeaves, type FullTile, rootOfEdge, type TreeEdge } from "@/lib/kernel/tiles";
import { getLogKeys, type LogKey, sha256, signCheckpoint } from "./log-keys";
import { LogBroken } from "./log-broken";
import { loadEdge } from "./tree-store";

/** Entries in one transaction; what waits longer than one batch takes several. */
const BATCH_MAX = 4_000;

const TAKE = `DELETE FROM log_queue WHERE ctid = ANY (ARRAY (SELECT ctid FROM log_queue LIMIT ${BATCH_MAX})) RETURNING event_id`;

// One that has its place already is passed over: a queue that somebody filled by hand makes no second entry.
const STORE = `
  WITH wanted AS MATERIALIZED (
    SELECT e.id, sha256('\\x00'::bytea || convert_to(e.text, 'UTF8')) AS leaf_hash FROM audit_event e
    WHERE e.id = ANY ($1::uuid[]) AND NOT EXISTS (SELECT 1 FROM log_entry l WHERE l.event_id = e.id)),
  stored AS (
    INSERT INTO log_entry (seq, event_id, leaf_hash)
    SELECT $2::bigint + row_number() OVER (ORDER BY id) - 1, id, leaf_hash FROM wanted
    RETURNING seq, event_id, leaf_hash)
  SELECT seq, event_id, leaf_hash FROM stored ORDER BY seq`;

const STORE_TILES = `
  INSERT INTO log_tile (level, index, hashes, root)
  SELECT * FROM unnest($1::int[], $2::bigint[], $3::bytea[], $4::bytea[])`;

const MISSING = `
  SELECT count(*)::int AS missing FROM unnest($1::uuid[]) AS asked (id)
  WHERE NOT EXISTS (SELECT 1 FROM log_entry l WHERE l.event_id = asked.id)`;

type HeadRow = { origin: string; size: string; root: Buffer; key_id: string };
/** What a leader knows of the tree from its last batch; it is loaded anew when the stored head is another. */
export type TreeMemory = { edge: TreeEdge; root: Hash } | null;
export type Batch = { memory: NonNullable<TreeMemory>; added: number };

/** The id by which a head names its key, in the log's key list. */
export function toKeyIdText(key: LogKey): string {
  return toHex(toKeyId(sha256, key.verifier));
}

/** Begins the log where there is none: the signed head of an empty tree. */
async function beginLog(client: pg.Client): Promise<void> {
  const { origin, current } = getLogKeys();
  const root = emptyRoot(sha256);
  const note = signCheckpoint({ origin, size: 0, root }, current);
  await client.query(
    "INSERT INTO log_head (id, origin, size, root, note, key_id, at) VALUES (1, $1, 0, $2, $3, $4, now()) ON CONFLICT DO NOTHING",
    [origin, Buffer.from(root), note, toKeyIdText(current)],
  );
}

async function lockHead(client: pg.Client): Promise<HeadRow> {
  const read = () => client.query<HeadRow>("SELECT origin, size, root, key_id FROM log_head WHERE id = 1 FOR UPDATE");
  let { rows } = await read();
  if (rows.length === 0) {
    await beginLog(client);
    ({ rows } = await read());
  }
  const [head] = rows;
  if (head === undefined) throw new Error("the log has no head");
  return head;
}

/** The tree as it is stored, which must be the one that its head was signed for, and end where its entries end. */
async function loadMemory(client: pg.Client, head: HeadRow): Promise<NonNullable<TreeMemory>> {
  const size = Number(head.size);
  const edge = await loadEdge(client, size);
  const { rows } = await client.query<{ count: string }>("SELECT coalesce(max(seq) + 1, 0) AS count FROM log_entry");
  const foundSize = Number(rows[0]?.count ?? 0);
  if (head.origin !== getLogKeys().origin || foundSize > size)
    throw new LogBroken("different", { anchor: null, expectedSize: size, foundSize });
  if (foundSize < size) throw new LogBroken("shorter", { anchor: null, expectedSize: size, foundSize });
  if (!areBytesEqual(rootOfEdge(sha256, edge), head.root))
    throw new LogBroken("different", { anchor: null, expectedSize: size, foundSize });
  return { edge, root: head.root };
}

/**
 * What is remembered, where it is still the stored tree; null where another process has gone on. A stored head from before what is
 * remembered was put back: its signature is genuine, so nothing else in the database would tell.
 */
function assertGrown(memory: TreeMemory, head: HeadRow): TreeMemory {
  if (memory === null) return null;
  const [expectedSize, foundSize] = [memory.edge.size, Number(head.size)];
  const facts = { anchor: null, expectedSize, expectedRoot: memory.root, foundSize };
  if (foundSize < expectedSize) throw new LogBroken("shorter", facts);
  if (foundSize > expectedSize) return null;
  if (!areBytesEqual(memory.root, head.root)) throw new LogBroken("different", facts);
  return memory;
}

async function storeTiles(client: pg.Client, tiles: readonly FullTile[]): Promise<void> {
  if (tiles.length === 0) return;
  await client.query(STORE_TILES, [
    tiles.map((tile) => tile.level),
    tiles.map((tile) => tile.index),
    tiles.map((tile) => Buffer.from(tile.hashes)),
    tiles.map((tile) => Buffer.from(tile.root)),
  ]);
}

async function storeHead(client: pg.Client, { edge, root }: NonNullable<TreeMemory>): Promise<void> {
  const { origin, current } = getLogKeys();
  const note = signCheckpoint({ origin, size: edge.size, root }, current);
  await client.query("UPDATE log_head SET size = $1, root = $2, note = $3, key_id = $4, at = now() WHERE id = 1", [
    edge.size,
    Buffer.from(root),
    note,
    toKeyIdText(current),
  ]);
}

/** Gives waiting events their entries. What was waiting and is not there any more was removed by hand. */
async function storeEntries(client: pg.Client, from: number): Promise<Hash[]> {
  const { rows: taken } = await client.query<{ event_id: string }>(TAKE);
  if (taken.length === 0) return [];
  const ids = taken.map((row) => row.event_id);
  const { rows: stored } = await client.query<{ leaf_hash: Buffer }>(STORE, [ids, from]);
  if (stored.length < ids.length) {
    const { rows } = await client.query<{ missing: number }>(MISSING, [ids]);
    if (rows[0]?.missing !== 0) throw new LogBroken("event_missing", { anchor: null, foundSize: from });
  }
  return stored.map((row) => row.leaf_hash);
}

async function work(client: pg.Client, memory: TreeMemory): Promise<Batch> {
  const head = await lockHead(client);
  const known = assertGrown(memory, head) ?? (await loadMemory(client, head));
  const leaves = await storeEntries(client, known.edge.size);
  const isKeyNew = head.key_id !== toKeyIdText(getLogKeys().current);
  if (leaves.length === 0 && !isKeyNew) return { memory: known, added: 0 };
  const { edge, full } = appendLeaves(sha256, known.edge, leaves);
  await storeTiles(client, full);
  const next = { edge, root: rootOfEdge(sha256, edge) };
  await storeHead(client, next);
  return { memory: next, added: leaves.length };
}

/**
 * Gives the events that wait their places in the log: entries, tiles and signed head in one transaction, so that a crash at any point
 * leaves all of them or none. The head's row is the lock: of two at once, one waits, then goes on from what the other stored.
 * Throws LogBroken when what is stored is not what its head was signed for.
 */
export async function sequenceBatch(client: pg.Client, memory: TreeMemory): Promise<Batch> {
  await client.query("BEGIN");
  try {
    const batch = await work(client, memory);
    await client.query("COMMIT");
    return batch;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}
