import { areBytesEqual } from "@/lib/kernel/bytes";
import { openCheckpoint } from "@/lib/kernel/checkpoint";
import { log } from "@/lib/runtime/log";
import { isSetAside } from "./acknowledgement";
import { type Anchor, AnchorFailed } from "./anchor";
import { ED25519, getLogKeys } from "./log-keys";
import { LogBroken } from "./log-broken";
import { loadRootAt, type Queryable } from "./tree-store";

async function loadSize(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ size: string }>("SELECT size FROM log_head WHERE id = 1");
  return Number(rows[0]?.size ?? 0);
}

/**
 * Compares the stored log with the newest checkpoint that an anchor holds. Throws LogBroken where the log is shorter, or was different
 * at that size; AnchorFailed where the anchor cannot be asked.
 */
export async function checkAnchor(db: Queryable, anchor: Anchor): Promise<void> {
  const { origin, all } = getLogKeys();
  const note = (await anchor.findNewest?.(origin)) ?? null;
  if (note === null) return;
  const { name } = anchor;
  const verifiers = all.map((key) => key.verifier);
  const evidence = openCheckpoint(ED25519, note, origin, verifiers);
  if (evidence === null) {
    if (await isSetAside(db, { anchor: name, size: null, root: null })) return;
    throw new LogBroken("unreadable", { anchor: name });
  }
  const { size: expectedSize, root: expectedRoot } = evidence;
  // Read after the anchor: what it holds was committed before it got it.
  const foundSize = await loadSize(db);
  const root = expectedSize > foundSize ? null : await loadRootAt(db, expectedSize);
  if (root !== null && areBytesEqual(root, expectedRoot)) return;
  if (await isSetAside(db, { anchor: name, size: expectedSize, root: expectedRoot })) return;
  const kind = expectedSize > foundSize ? "shorter" : "different";
  throw new LogBroken(kind, { anchor: name, expectedSize, expectedRoot, foundSize });
}

/** Checks every anchor that can be asked. One that fails to answer is logged and passed over: what the others hold still counts. */
export async function checkAnchors(db: Queryable, anchors: readonly Anchor[]): Promise<void> {
  for (const anchor of anchors) {
    try {
      await checkAnchor(db, anchor);
    } catch (error) {
      if (!(error instanceof AnchorFailed)) throw error;
      log("warn", "anchor_not_asked", { anchor: anchor.name, reason: error.reason });
    }
  }
}
