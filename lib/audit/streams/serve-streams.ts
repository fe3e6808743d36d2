import type pg from "pg";
import { record } from "@/lib/audit/record";
import { AnchorFailed } from "@/lib/audit/log/anchor";
import { type Leader, pause, startLeader } from "@/lib/audit/log/start-leader";
import { toDeliveryFailure } from "@/lib/audit/log/outgoing";
import { getReaderPool, getWriterPool } from "@/lib/db/pool";
import { newSystemContext } from "@/lib/identity/new-context";
import { unseal } from "@/lib/runtime/keyring";
import { log } from "@/lib/runtime/log";
import { sendSyslog } from "./send-syslog";
import { type StreamedEvent, sendWebhook } from "./send-webhook";
import { parseSyslogTarget, parseWebhookTarget } from "./stream-target";

const LOCK = 4702111244;
/** What goes out at once: a post that receivers can be asked to take, or a connection's worth of frames. */
const BATCHES = { webhook: { events: 200, bytes: 512 * 1024 }, syslog: { events: 2_000, bytes: 4 * 1024 * 1024 } };
const IDLE_MS = 500;
/** How long a target that failed is left alone: longer each time, never longer than this. */
const RETRY_MS = 1_000;
const RETRY_MAX_MS = 5 * 60_000;

export type StreamRow = {
  id: string;
  kind: string;
  target_sealed: string;
  secret_sealed: string | null;
  authorities: string | null;
  seq: string;
  attempts: number;
  failed_since: Date | null;
};
type Row = { seq: string; text: string | null };

const DUE = `
  SELECT id, kind, target_sealed, secret_sealed, authorities, seq, attempts, failed_since FROM audit_stream
  WHERE is_on AND (try_at IS NULL OR try_at <= now()) AND seq < (SELECT size FROM log_head WHERE id = 1) ORDER BY id`;

const NEXT = `
  SELECT l.seq, e.text FROM log_entry l LEFT JOIN audit_event e ON e.id = l.event_id
  WHERE l.seq >= $1 AND l.seq < $1 + $2 ORDER BY l.seq`;

/** What is sent next: in the log's order, without a gap, and not more at once than a receiver can be asked to take. */
async function loadBatch(from: number, kind: string): Promise<{ events: StreamedEvent[]; next: number }> {
  const max = kind === "syslog" ? BATCHES.syslog : BATCHES.webhook;
  const { rows } = await getReaderPool().query<Row>(NEXT, [from, max.events]);
  const events: StreamedEvent[] = [];
  let bytes = 0;
  let next = from;
  for (const { seq, text } of rows) {
    bytes += text?.length ?? 0;
    if (events.length > 0 && bytes > max.bytes) break;
    // The detail of an old event may have been dropped; there is nothing to send then.
    if (text !== null) events.push({ entry: Number(seq), text });
    next = Number(seq) + 1;
  }
  return { events, next };
}

async function deliver(stream: StreamRow, events: readonly StreamedEvent[]): Promise<void> {
  if (events.length === 0) return;
  const open = (column: "target_sealed" | "secret_sealed"): string =>
    unseal(stream[column] ?? "", { table: "audit_stream", column, rowId: stream.id });
  const target = open("target_sealed");
  if (stream.kind === "syslog") return sendSyslog(parseSyslogTarget(target), stream.authorities, events);
  const webhook = { url: parseWebhookTarget(target), secret: open("secret_sealed"), streamId: stream.id };
  return sendWebhook(webhook, events);
}

async function noteSent({ id: streamId, failed_since: since }: StreamRow, from: number, next: number): Promise<void> {
  // Behind the delivery: a crash in between sends the batch again, and never leaves one out.
  await getWriterPool().query(
    "UPDATE audit_stream SET seq = $3, sent_at = now(), failed_since = NULL, failure = NULL, attempts = 0, try_at = NULL WHERE id = $1 AND seq = $2",
    [streamId, from, next],
  );
  if (since !== null)
    await record(newSystemContext("jobs"), [{ action: "audit.stream_recovered", streamId, entry: from }]);
}

async function noteFailure(
  { id: streamId, attempts, failed_since: since }: StreamRow,
  from: number,
  reason: string,
): Promise<void> {
  const waitMs = Math.min(RETRY_MAX_MS, RETRY_MS * 2 ** Math.min(attempts, 20));
  await getWriterPool().query(
    "UPDATE audit_stream SET failed_since = coalesce(failed_since, now()), failure = $2, attempts = attempts + 1, try_at = now() + $3 * interval '1 millisecond' WHERE id = $1",
    [streamId, reason, waitMs],
  );
  if (since === null)
    await record(newSystemContext("jobs"), [{ action: "audit.stream_failed", streamId, reason, entry: from }]);
}

/** Sends one batch of one stream. A target that fails is tried again later from the same entry; nothing is passed over. */
export async function serveStream(stream: StreamRow): Promise<boolean> {
  const from = Number(stream.seq);
  try {
    const { events, next } = await loadBatch(from, stream.kind);
    await deliver(stream, events);
    await noteSent(stream, from, next);
    return true;
  } catch (error) {
    const { reason } = error instanceof AnchorFailed ? error : toDeliveryFailure(error);
    log("warn", "stream_failed", { streamId: stream.id, reason });
    await noteFailure(stream, from, reason);
    return false;
  }
}

/** One batch of each stream that has something to send and may be tried. Returns how many were sent. */
export async function serveDueStreams(client: Pick<pg.Client, "query">): Promise<number> {
  const { rows } = await client.query<StreamRow>(DUE);
  const sent = await Promise.all(rows.map(serveStream));
  return sent.filter(Boolean).length;
}

/** Sends the log on as it grows, in one process of all. One target's trouble holds up no other's. */
export function startStreams(): Leader {
  return startLeader({
    name: "stream",
    lock: LOCK,
    work: async (client, stopping) => {
      if ((await serveDueStreams(client)) === 0) await pause(IDLE_MS, stopping);
    },
  });
}
