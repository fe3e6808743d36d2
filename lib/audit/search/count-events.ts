import type pg from "pg";
import type { EventQuery } from "./event-query";
import {
  findEdge,
  hasTerms,
  loadHits,
  TIMEOUT_MS,
  toIndexed,
  toTime,
  toWhere,
  windowOf,
  withSearch,
} from "./find-events";

/** Up to so many events are counted one by one; of more only that they are more. */
export const COUNT_MAX = 10_000;
/** An exact count is not worth more than this: then the answer is that there are more than were seen. */
const COUNT_MS = 250;
/** So many rows are looked at where a histogram is an estimate. */
const SAMPLE_ROWS = 50_000;

export type Count = {
  value: number;
  /** When false there are more than `value`. */
  isExact: boolean;
};
export type Bucket = { from: Date; count: number };
export type Summary = { count: Count; buckets: Bucket[]; isEstimate: boolean };

type IdRow = { id: string };
type Found = { ids: string[]; isAll: boolean };

async function listPlain(client: pg.PoolClient, query: EventQuery): Promise<Found> {
  const { where, values } = toWhere(query, [query.low, query.high]);
  const [low, high] = [values.length - 1, values.length];
  const { rows } = await client.query<IdRow>(
    `SELECT e.id FROM audit_event e WHERE e.id >= $${low}::uuid AND e.id < $${high}::uuid${where} ORDER BY e.id DESC LIMIT ${COUNT_MAX + 1}`,
    values,
  );
  return toFound(rows.map((row) => row.id));
}

function toFound(ids: string[]): Found {
  return { ids: ids.slice(0, COUNT_MAX), isAll: ids.length <= COUNT_MAX };
}

async function listNear(client: pg.PoolClient, query: EventQuery): Promise<string[]> {
  const { where, values } = toWhere(query, [query.low, query.high]);
  const [low, high] = [values.length - 1, values.length];
  const { rows } = await client.query<IdRow>(
    `SELECT e.id FROM (SELECT * FROM audit_event e WHERE e.id >= $${low}::uuid AND e.id < $${high}::uuid ORDER BY e.id DESC LIMIT ${windowOf(query)}) e WHERE true${where}`,
    values,
  );
  return rows.map((row) => row.id);
}

/** Ids of the index below the window, each checked against its event; null when that takes too long. */
async function listFar(client: pg.PoolClient, query: EventQuery, edge: string, wanted: number): Promise<Found | null> {
  const { where, values } = toIndexed(query);
  try {
    await client.query(`SAVEPOINT counting; SET LOCAL statement_timeout = ${COUNT_MS}`);
    const { rows } = await client.query<IdRow>(
      `SELECT id FROM audit_facet WHERE id >= $1 AND id < $2 AND ${where} LIMIT ${wanted + 1}`,
      [query.low, edge, ...values],
    );
    await client.query(`SET LOCAL statement_timeout = ${TIMEOUT_MS}`);
    if (rows.length > wanted) return { ids: rows.map((row) => row.id), isAll: false };
    const place = { direction: "older", limit: wanted } as const;
    const sure = await loadHits<IdRow>(
      client,
      query,
      "e.id",
      rows.map((row) => row.id),
      place,
    );
    return { ids: sure.map((row) => row.id), isAll: true };
  } catch (error) {
    const isTimeout = error instanceof Error && Reflect.get(error, "code") === "57014";
    if (!isTimeout) throw error;
    await client.query("ROLLBACK TO SAVEPOINT counting");
    return null;
  }
}

async function list(client: pg.PoolClient, query: EventQuery): Promise<Found> {
  if (!hasTerms(query)) return listPlain(client, query);
  const near = await listNear(client, query);
  const bounds = { low: query.low, high: query.high, direction: "older" } as const;
  const edge = await findEdge(client, { ...bounds, among: windowOf(query) });
  if (edge === null) return { ids: near, isAll: true };
  const far = await listFar(client, query, edge, COUNT_MAX - near.length);
  if (far === null) return { ids: near, isAll: false };
  return { ids: [...near, ...far.ids].slice(0, COUNT_MAX), isAll: far.isAll };
}

/** The first and last moments of a search's events, where its filters do not say. */
async function findPeriod(
  client: pg.PoolClient,
  { low, high }: EventQuery,
): Promise<{ from: number; to: number } | null> {
  const ends = await Promise.all(
    ["ASC", "DESC"].map((order) =>
      client.query<IdRow>(`SELECT id FROM audit_event WHERE id >= $1 AND id < $2 ORDER BY id ${order} LIMIT 1`, [
        low,
        high,
      ]),
    ),
  );
  const [first, last] = ends.map(({ rows }) => rows[0]?.id);
  if (first === undefined || last === undefined) return null;
  return { from: toTime(first), to: toTime(last) + 1 };
}

function toBuckets({ from, to }: { from: number; to: number }, count: number): { starts: number[]; widthMs: number } {
  const widthMs = Math.max(1, Math.ceil((to - from) / count));
  return { starts: Array.from({ length: count }, (_, index) => from + index * widthMs), widthMs };
}

/** How many rows the index has, as the statistics say. */
async function guessRows(client: pg.PoolClient): Promise<number> {
  const { rows } = await client.query<{ rows: number }>(
    "SELECT coalesce(sum(greatest(reltuples, 0)), 0)::float8 AS rows FROM pg_class c JOIN pg_inherits i ON i.inhrelid = c.oid WHERE i.inhparent = 'audit_facet'::regclass",
  );
  return rows[0]?.rows ?? 0;
}

/** Times of a sample of the events that fit, and how many events each stands for. */
async function sample(client: pg.PoolClient, query: EventQuery): Promise<{ times: number[]; weight: number }> {
  const percent = Math.min(100, Math.max(0.01, (SAMPLE_ROWS * 100) / Math.max(1, await guessRows(client))));
  const { where, values } = toIndexed(query);
  const { rows } = await client.query<IdRow>(
    `SELECT id FROM audit_facet TABLESAMPLE SYSTEM (${percent}) REPEATABLE (1) WHERE id >= $1 AND id < $2 AND ${where}`,
    [query.low, query.high, ...values],
  );
  return { times: rows.map((row) => toTime(row.id)), weight: 100 / percent };
}

/** How many events fit, and how they lie in time. Both exact while they are few; more than enough to see where to look when not. */
export async function countEvents(query: EventQuery, bucketCount: number): Promise<Summary> {
  return withSearch(async (client) => {
    const { ids, isAll } = await list(client, query);
    const count = { value: ids.length, isExact: isAll };
    const period = await findPeriod(client, query);
    if (period === null) return { count, buckets: [], isEstimate: false };
    const { starts, widthMs } = toBuckets(period, bucketCount);
    const { times, weight } = isAll ? { times: ids.map(toTime), weight: 1 } : await sample(client, query);
    const counts = new Map<number, number>();
    for (const time of times) {
      const index = Math.floor((time - period.from) / widthMs);
      counts.set(index, (counts.get(index) ?? 0) + weight);
    }
    const buckets = starts.map((from, index) => ({ from: new Date(from), count: Math.round(counts.get(index) ?? 0) }));
    return { count, buckets, isEstimate: !isAll };
  });
}
