import { record } from "@/lib/audit/record";
import { getWriterPool } from "@/lib/db/pool";
import { newSystemContext } from "@/lib/identity/new-context";
import { consistencyRanges } from "@/lib/kernel/merkle-tree";
import { isSetAside } from "./acknowledgement";
import { type Anchor, AnchorFailed, type AnchorTools, type PublishedCheckpoint } from "./anchor";
import { getLogKeys } from "./log-keys";
import { LogBroken } from "./log-broken";
import { hashRanges, type Queryable } from "./tree-store";

const AT_ONCE_MAX = 200;

const PUBLISH = `
  INSERT INTO log_checkpoint (size, root, note, key_id, at)
  SELECT size, root, note, key_id, at FROM log_head WHERE id = 1 AND size > 0 ON CONFLICT (size) DO NOTHING`;

const WAITING = `
  SELECT size, root, note, at FROM log_checkpoint
  WHERE size > coalesce((SELECT size FROM log_anchoring WHERE anchor = $1), 0)`;

const REACHED = `
  INSERT INTO log_anchoring (anchor, size, at) VALUES ($1, $2, now())
  ON CONFLICT (anchor) DO UPDATE SET size = excluded.size, at = excluded.at, failed_since = NULL, failure = NULL`;

const FAILED = `
  INSERT INTO log_anchoring (anchor, failed_since, failure) VALUES ($1, now(), $2)
  ON CONFLICT (anchor) DO UPDATE SET failed_since = coalesce(log_anchoring.failed_since, now()), failure = excluded.failure`;

type CheckpointRow = { size: string; root: Buffer; note: string; at: Date };

/** Keeps the newest head as one that anchors are given. */
export async function publishCheckpoint(db: Queryable): Promise<void> {
  await db.query(PUBLISH);
}

async function loadWaiting({ name, wants }: Anchor): Promise<PublishedCheckpoint[]> {
  const order = wants === "each" ? `ORDER BY size LIMIT ${AT_ONCE_MAX}` : "ORDER BY size DESC LIMIT 1";
  const { rows } = await getWriterPool().query<CheckpointRow>(`${WAITING} ${order}`, [name]);
  const { origin } = getLogKeys();
  return rows.map((row) => ({ ...row, origin, size: Number(row.size) }));
}

const tools: AnchorTools = {
  proveConsistency: (oldSize, size) => hashRanges(getWriterPool(), consistencyRanges(oldSize, size), size),
};

async function isFailing(anchor: string): Promise<boolean> {
  const { rowCount } = await getWriterPool().query(
    "SELECT 1 FROM log_anchoring WHERE anchor = $1 AND failed_since IS NOT NULL",
    [anchor],
  );
  return rowCount === 1;
}

async function deliver(anchor: Anchor): Promise<void> {
  for (const checkpoint of await loadWaiting(anchor)) {
    const cosigned = await anchor.publish(checkpoint, tools);
    if (cosigned !== null) {
      await getWriterPool().query(
        "INSERT INTO log_cosignature (size, witness, line, at) VALUES ($1, $2, $3, now()) ON CONFLICT DO NOTHING",
        [checkpoint.size, cosigned.witness, cosigned.line],
      );
    }
    const wasFailing = await isFailing(anchor.name);
    await getWriterPool().query(REACHED, [anchor.name, checkpoint.size]);
    if (wasFailing) {
      await record(newSystemContext("jobs"), [{ action: "log.anchor_recovered", anchor: anchor.name }]);
    }
  }
}

async function noteFailure(anchor: string, reason: string): Promise<void> {
  const wasFailing = await isFailing(anchor);
  await getWriterPool().query(FAILED, [anchor, reason]);
  if (!wasFailing) await record(newSystemContext("jobs"), [{ action: "log.anchor_failed", anchor, reason }]);
}

/** Evidence against the log that came with an anchor's answer, unless a person has set it aside. */
async function judge(error: LogBroken): Promise<LogBroken | AnchorFailed> {
  const { anchor, expectedSize = null, expectedRoot = null } = error.facts;
  const isOld = await isSetAside(getWriterPool(), { anchor, size: expectedSize, root: expectedRoot });
  return isOld ? new AnchorFailed("refused") : error;
}

/**
 * Gives each anchor what it has not got yet. One that fails is tried again next time and holds up no other. Throws LogBroken when an
 * anchor's answer shows that the log is not what it was.
 */
export async function deliverCheckpoints(anchors: readonly Anchor[]): Promise<void> {
  await Promise.all(
    anchors.map(async (anchor) => {
      try {
        await deliver(anchor);
      } catch (error) {
        const failure = error instanceof LogBroken ? await judge(error) : error;
        if (!(failure instanceof AnchorFailed)) throw failure;
        await noteFailure(anchor.name, failure.reason);
      }
    }),
  );
}
