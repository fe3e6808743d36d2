import pg from "pg";
import { setTimeout as wait } from "node:timers/promises";
import { record } from "@/lib/audit/record";
import { startSequencer } from "@/lib/audit/log/start-sequencer";
import { toEventRow } from "@/lib/audit/to-row";
import type { AccessEvent } from "@/lib/audit/event";
import { getReaderPool } from "@/lib/db/pool";
import { testAgent } from "@/lib/identity/test-contexts";
import { newId } from "@/lib/runtime/new-id";
import type { BenchTable } from "./classification";
import { type EmptyDatabase, startEmptyDatabase } from "./empty-database";

const SECONDS = 5;
const CALLERS = [16, 64];
const ROWS_TRIED = [1, 16, 64, 200, 500];
const AIM = 0.6;
const EVENTS_A_SECOND = 5_000;
const LAG_SECONDS = 60;
const AIM_LAG_MS = 1_000;

const [agentId, keyId, datasetId] = [newId(new Date()), newId(new Date()), newId(new Date())];
const fields = Object.fromEntries(["id", "name", "email", "phone", "city", "status"].map((name) => [name, "clear"]));
const event: AccessEvent = {
  action: "access.decided",
  agentId,
  keyId,
  datasetId,
  sourceId: datasetId,
  dataset: "customers",
  decision: "allow",
  reason: "granted",
  purpose: "customer_support",
  door: "read",
  fields,
  filterFields: [],
  orderFields: [],
  limit: 50,
  basis: { scopes: [{ scopeId: datasetId, version: 1 }], policyVersion: "1" },
};

/** Rows a second that so many callers record, each waiting until its own is durable. */
async function timeRecord(callers: number): Promise<number> {
  const until = performance.now() + SECONDS * 1_000;
  let stored = 0;
  const call = async (): Promise<void> => {
    while (performance.now() < until) {
      await record(testAgent(agentId, keyId), [event]);
      stored += 1;
    }
  };
  await Promise.all(Array.from({ length: callers }, call));
  return stored / SECONDS;
}

const INSERT = `
  INSERT INTO audit_event (id, at, action, actor_kind, actor_id, agent_id, key_id, source_id, dataset_id, decision, reason, purpose, request_id, text)
  SELECT i, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, i, t FROM unnest($1::uuid[], $13::text[]) AS row (i, t)`;

/** The values of so many rows that differ in nothing but their ids, each with a text of its own, as every row has. */
function toRows(count: number): unknown[] {
  const { at, action, actorKind, actorId, decision, reason, purpose, text } = toEventRow(
    testAgent(agentId, keyId),
    event,
  );
  const ids = Array.from({ length: count }, () => newId(new Date()));
  const rest = [at, action, actorKind, actorId, agentId, keyId, datasetId, datasetId, decision, reason, purpose];
  return [ids, ...rest, ids.map(() => text)];
}

/** What the server can do at best with the same row: clients in a loop that only insert, as pgbench does, so many rows a statement. */
async function timeInserts(url: string, clients: number, rows: number): Promise<number> {
  const until = performance.now() + SECONDS * 1_000;
  let stored = 0;
  const loop = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    while (performance.now() < until) {
      await client.query({ name: "insert", text: INSERT, values: toRows(rows) });
      stored += rows;
    }
    await client.end();
  };
  await Promise.all(Array.from({ length: clients }, loop));
  return stored / SECONDS;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Each number of callers beside the best that as many rows under way can be stored: no more rows than there are callers wait at a time. */
export async function benchRecord(): Promise<BenchTable> {
  const database = await startEmptyDatabase();
  try {
    const url = process.env["DATABASE_URL"] ?? "";
    const rows: (string | number)[][] = [];
    let isReached = true;
    for (const callers of CALLERS) {
      const ours: number[] = [];
      const inserts = new Map<number, number[]>();
      for (let round = 0; round < 3; round += 1) {
        ours.push(await timeRecord(callers));
        for (const size of ROWS_TRIED.filter((size) => size <= callers)) {
          const clients = Math.max(1, Math.min(4, Math.floor(callers / size)));
          inserts.set(size, [...(inserts.get(size) ?? []), await timeInserts(url, clients, size)]);
        }
      }
      const mine = median(ours);
      const best = [...inserts].map(([size, rates]) => ({ rows: size, perSecond: median(rates) }));
      const theirs = best.reduce((top, one) => (one.perSecond > top.perSecond ? one : top), { perSecond: 0, rows: 0 });
      isReached &&= mine / theirs.perSecond >= AIM;
      rows.push([
        callers,
        Math.round(mine),
        Math.round(theirs.perSecond),
        theirs.rows,
        `${(mine / theirs.perSecond).toFixed(2)}×`,
      ]);
    }
    return {
      title: "record: events stored durably, beside the best multi-row insert of the same row",
      columns: ["callers", "record, rows/s", "best insert, rows/s", "its rows a statement", "ratio"],
      rows,
      notes: [`Aim: ${AIM}×. ${isReached ? "Reached." : "NOT reached."}`],
    };
  } finally {
    await database.stop();
  }
}

/** Stores events at a steady pace from a connection of their own. Resolves with how many it stored. */
async function feed(url: string, seconds: number): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const startedAt = performance.now();
  let stored = 0;
  while (performance.now() - startedAt < seconds * 1_000) {
    const due = Math.floor(((performance.now() - startedAt) / 1_000) * EVENTS_A_SECOND) - stored;
    if (due < 50) {
      await wait(5);
      continue;
    }
    const count = Math.min(due, 500);
    await client.query({ name: "insert", text: INSERT, values: toRows(count) });
    stored += count;
  }
  await client.end();
  return stored;
}

/** How old the oldest event is that waits for its place, looked at ten times a second. */
async function watchLag(stop: { isOver: boolean }): Promise<number[]> {
  const lags: number[] = [];
  while (!stop.isOver) {
    const { rows } = await getReaderPool().query<{ oldest: string | null }>(
      "SELECT min(event_id::text) AS oldest FROM log_queue",
    );
    const oldest = rows[0]?.oldest ?? null;
    lags.push(oldest === null ? 0 : Date.now() - Number.parseInt(oldest.replace("-", "").slice(0, 12), 16));
    await wait(100);
  }
  return lags;
}

async function measureLag(): Promise<{ stored: number; lags: number[]; behindMs: number }> {
  const sequencer = startSequencer();
  const stop = { isOver: false };
  const watching = watchLag(stop);
  const stored = await feed(process.env["DATABASE_URL"] ?? "", LAG_SECONDS);
  const endedAt = performance.now();
  for (;;) {
    const { rows } = await getReaderPool().query<{ size: string }>("SELECT size FROM log_head WHERE id = 1");
    if (Number(rows[0]?.size) >= stored) break;
    await wait(20);
  }
  const behindMs = performance.now() - endedAt;
  stop.isOver = true;
  const lags = await watching;
  await sequencer.stop();
  return { stored, lags: lags.toSorted((a, b) => a - b), behindMs };
}

/** Whether the sequencer keeps up with 5,000 events a second for a minute. */
export async function benchSequencer(): Promise<BenchTable> {
  const database: EmptyDatabase = await startEmptyDatabase();
  try {
    const { stored, lags, behindMs } = await measureLag();
    const at = (share: number): number => lags[Math.min(lags.length - 1, Math.floor(lags.length * share))] ?? 0;
    const isReached = at(1) < AIM_LAG_MS && stored >= EVENTS_A_SECOND * LAG_SECONDS * 0.98;
    return {
      title: `The sequencer under ${EVENTS_A_SECOND.toLocaleString("en")} events a second for ${LAG_SECONDS} s`,
      columns: ["events", "a second", "lag p50", "lag p99", "lag at most", "until the last was in"],
      rows: [
        [
          stored,
          Math.round(stored / LAG_SECONDS),
          `${at(0.5)} ms`,
          `${at(0.99)} ms`,
          `${at(1)} ms`,
          `${Math.round(behindMs)} ms`,
        ],
      ],
      notes: [
        `Lag: the age of the oldest event without a place. Aim: under ${AIM_LAG_MS} ms. ${isReached ? "Reached." : "NOT reached."}`,
      ],
    };
  } finally {
    await database.stop();
  }
}
