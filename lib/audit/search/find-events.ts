import type pg from "pg";
import { getReaderPool } from "@/lib/db/pool";
import { toFirstEventId } from "@/lib/audit/to-first-event-id";
import type { EventQuery } from "./event-query";

/** The newest events are looked through one by one: that finds what is common, and what the index has not reached yet. */
const WINDOW = 8_000;
const WINDOW_INSIDE = 3_000;
/** One statement of a search. */
export const TIMEOUT_MS = 10_000;
/** How many ids of the index are taken at once: some may share a term's number only. */
const HITS_PER_ROW = 4;

export type Direction = "older" | "newer";
export type Place = {
  /** An event's id to go on from, itself not included. */
  from?: string | undefined;
  direction: Direction;
  limit: number;
  /** How many of the nearest events are looked through one by one, if not as many as usual. */
  window?: number;
};
type IdRow = { id: string };

/** A read-only transaction whose plans come out the same whatever the statistics say. */
export async function withSearch<Result>(work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
  const client = await getReaderPool().connect();
  try {
    await client.query(
      `BEGIN READ ONLY; SET LOCAL enable_seqscan = off; SET LOCAL jit = off; SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL statement_timeout = ${TIMEOUT_MS}`,
    );
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** The conditions with their values, others bound behind them. */
export function toWhere(query: EventQuery, bound: readonly unknown[] = []): { where: string; values: unknown[] } {
  const where = query.conditions.map((one) => ` AND ${one}`).join("");
  return { where, values: [...query.values, ...bound] };
}

const at = (query: EventQuery, index: number): string => `$${query.values.length + index}`;

export function toIndexed(query: EventQuery): { where: string; values: unknown[] } {
  const groups = query.groups.map((_, index) => ` AND terms && $${index + 4}::int4[]`).join("");
  return { where: `terms @> $3::int4[]${groups}`, values: [query.terms, ...query.groups] };
}

export function hasTerms({ terms, groups, requestId }: EventQuery): boolean {
  return requestId === null && terms.length + groups.length > 0;
}

type Bounds = { low: string; high: string };

function orderOf(direction: Direction): string {
  return direction === "older" ? "ORDER BY e.id DESC" : "ORDER BY e.id ASC";
}

/** Events of a range that fit, straight from the events; `among` bounds how many are looked at. */
async function scan<Row extends IdRow>(
  client: pg.PoolClient,
  query: EventQuery,
  columns: string,
  { low, high, direction, limit, among }: Bounds & Pick<Place, "direction" | "limit"> & { among: number | null },
): Promise<Row[]> {
  const { where, values } = toWhere(query, [low, high, limit]);
  const range = `e.id >= ${at(query, 1)}::uuid AND e.id < ${at(query, 2)}::uuid`;
  const order = orderOf(direction);
  const source =
    among === null
      ? `audit_event e WHERE ${range}${where}`
      : `(SELECT * FROM audit_event e WHERE ${range} ${order} LIMIT ${among}) e WHERE true${where}`;
  const { rows } = await client.query<Row>(`SELECT ${columns} FROM ${source} ${order} LIMIT ${at(query, 3)}`, values);
  return rows;
}

/** The last id that a window reaches; null where it reaches everything. */
export async function findEdge(
  client: pg.PoolClient,
  { low, high, direction, among }: Bounds & { direction: Direction; among: number },
): Promise<string | null> {
  const { rows } = await client.query<IdRow>(
    `SELECT e.id FROM audit_event e WHERE e.id >= $1 AND e.id < $2 ${orderOf(direction)} OFFSET ${among - 1} LIMIT 1`,
    [low, high],
  );
  return rows[0]?.id ?? null;
}

async function findEnd(
  client: pg.PoolClient,
  { low, high, direction }: Bounds & { direction: Direction },
): Promise<string | null> {
  const other = direction === "older" ? "newer" : "older";
  const { rows } = await client.query<IdRow>(
    `SELECT e.id FROM audit_event e WHERE e.id >= $1 AND e.id < $2 ${orderOf(other)} LIMIT 1`,
    [low, high],
  );
  return rows[0]?.id ?? null;
}

export function toTime(id: string): number {
  return Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16);
}

/** The id at which the month begins that lies so many months from a moment's. */
function toMonthId(time: number, months: number): string {
  const date = new Date(Math.max(0, time));
  return toFirstEventId(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1)));
}

/** The very next id. */
function afterId(id: string): string {
  const next = (BigInt(`0x${id.replaceAll("-", "")}`) + 1n).toString(16).padStart(32, "0");
  return next.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const least = (a: string, b: string): string => (a < b ? a : b);
const greatest = (a: string, b: string): string => (a > b ? a : b);

/** Parts of a range, nearest first, each a month or, the further away the more, several: partitions that hold nothing cost little. */
export function* spansOf({ low, high, direction }: Bounds & { direction: Direction }, end: string): Generator<Bounds> {
  let [bottom, top, months] = [low, high, 0];
  while (bottom < top && (direction === "older" ? top > end : bottom <= end)) {
    if (direction === "older") {
      const next = greatest(low, toMonthId(toTime(top) - 1, -months));
      bottom = next < top ? next : low;
      yield { low: bottom, high: top };
      [bottom, top] = [low, bottom];
    } else {
      const next = least(high, toMonthId(toTime(bottom), months + 1));
      top = next > bottom ? next : high;
      yield { low: bottom, high: top };
      [bottom, top] = [top, high];
    }
    months = months * 2 + 1;
  }
}

async function findHits(
  client: pg.PoolClient,
  query: EventQuery,
  { low, high }: Bounds,
  place: Place,
): Promise<string[]> {
  const { where, values } = toIndexed(query);
  const order = place.direction === "older" ? "DESC" : "ASC";
  const { rows } = await client.query<IdRow>(
    `SELECT id FROM audit_facet WHERE id >= $1 AND id < $2 AND ${where} ORDER BY id ${order} LIMIT ${place.limit * HITS_PER_ROW}`,
    [low, high, ...values],
  );
  return rows.map((row) => row.id);
}

/** Events by their ids that fit: the index may have been wrong about some. */
export async function loadHits<Row extends IdRow>(
  client: pg.PoolClient,
  query: EventQuery,
  columns: string,
  ids: readonly string[],
  { direction, limit }: Omit<Place, "from">,
): Promise<Row[]> {
  if (ids.length === 0) return [];
  const { where, values } = toWhere(query, [ids, limit]);
  const { rows } = await client.query<Row>(
    `SELECT ${columns} FROM audit_event e WHERE e.id = ANY (${at(query, 1)}::uuid[])${where} ${orderOf(direction)} LIMIT ${at(query, 2)}`,
    values,
  );
  return rows;
}

async function findIndexed<Row extends IdRow>(
  client: pg.PoolClient,
  query: EventQuery,
  columns: string,
  bounds: Bounds,
  place: Place,
): Promise<Row[]> {
  const { direction, limit } = place;
  const end = await findEnd(client, { ...bounds, direction });
  const found: Row[] = [];
  if (end === null) return found;
  for (const span of spansOf({ ...bounds, direction }, end)) {
    const part = { ...span };
    for (;;) {
      const ids = await findHits(client, query, part, { direction, limit });
      found.push(...(await loadHits<Row>(client, query, columns, ids, { direction, limit: limit - found.length })));
      if (found.length >= limit) return found;
      const last = ids.at(-1);
      if (last === undefined || ids.length < limit * HITS_PER_ROW) break;
      if (direction === "older") part.high = last;
      else part.low = afterId(last);
    }
  }
  return found;
}

/** How many of the nearest events are looked through one by one. */
export function windowOf({ looksInside }: EventQuery): number {
  return looksInside ? WINDOW_INSIDE : WINDOW;
}

/**
 * Events that fit, nearest to the place first. First the nearest few thousand are looked through; what is rarer than that comes from the
 * index of terms, month by month. `columns` are those of `audit_event e`, id among them.
 */
export async function findEvents<Row extends IdRow>(query: EventQuery, columns: string, place: Place): Promise<Row[]> {
  const { from, direction, limit } = place;
  const bounds = { low: query.low, high: query.high };
  if (from !== undefined && direction === "older") bounds.high = least(bounds.high, from);
  if (from !== undefined && direction === "newer") bounds.low = greatest(bounds.low, afterId(from));
  return withSearch(async (client) => {
    if (!hasTerms(query)) return scan<Row>(client, query, columns, { ...bounds, direction, limit, among: null });
    const among = place.window ?? windowOf(query);
    const near = await scan<Row>(client, query, columns, { ...bounds, direction, limit, among });
    const edge = near.length >= limit ? null : await findEdge(client, { ...bounds, direction, among });
    if (edge === null) return near;
    const rest = direction === "older" ? { low: bounds.low, high: edge } : { low: afterId(edge), high: bounds.high };
    const far = await findIndexed<Row>(client, query, columns, rest, { direction, limit: limit - near.length });
    return [...near, ...far];
  });
}
