import type pg from "pg";
import { type Leader, pause, startLeader } from "@/lib/audit/log/start-leader";
import { toFacetArray } from "./search-terms";

const LOCK = 4702111243;
const BATCH_MAX = 2_000;
const IDLE_MS = 250;
const READER = "facets";

const TAKE = `
  SELECT l.seq, e.id, e.text FROM log_entry l LEFT JOIN audit_event e ON e.id = l.event_id
  WHERE l.seq >= $1 AND l.seq < $1 + ${BATCH_MAX} ORDER BY l.seq`;

type Row = { seq: string; id: string | null; text: string | null };

function toFacet({ id, text }: Row): { id: string; terms: string }[] {
  return id === null || text === null ? [] : [{ id, terms: isReadable(text) ? toFacetArray(text) : "{}" }];
}

/** Rows of another shape, which only hands could have written, are in the log all the same; nothing finds them by a term. */
function isReadable(text: string): boolean {
  try {
    const event: unknown = JSON.parse(text);
    return (
      typeof Reflect.get(Object(event), "action") === "string" &&
      typeof Reflect.get(Object(event), "actor") === "object"
    );
  } catch {
    return false;
  }
}

/** Makes the next entries of the log findable, each exactly once. Returns how many entries it passed. */
export async function indexBatch(client: pg.Client): Promise<number> {
  await client.query("BEGIN");
  try {
    await client.query("INSERT INTO log_cursor (reader, seq) VALUES ($1, 0) ON CONFLICT DO NOTHING", [READER]);
    const { rows: cursors } = await client.query<{ seq: string }>(
      "SELECT seq FROM log_cursor WHERE reader = $1 FOR UPDATE",
      [READER],
    );
    const from = Number(cursors[0]?.seq ?? 0);
    const { rows } = await client.query<Row>(TAKE, [from]);
    const facets = rows.flatMap(toFacet);
    if (facets.length > 0) {
      await client.query(
        "INSERT INTO audit_facet (id, terms) SELECT id, terms::int4[] FROM unnest($1::uuid[], $2::text[]) AS facet (id, terms)",
        [facets.map(({ id }) => id), facets.map(({ terms }) => terms)],
      );
    }
    if (rows.length > 0) {
      await client.query("UPDATE log_cursor SET seq = $2 WHERE reader = $1", [READER, from + rows.length]);
    }
    await client.query("COMMIT");
    return rows.length;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

/** Keeps the search's index up with the log, in one process of all. What it has not reached yet is found without it. */
export function startIndexer(): Leader {
  return startLeader({
    name: "index",
    lock: LOCK,
    options: "-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off",
    work: async (client, stopping) => {
      const passed = await indexBatch(client);
      if (passed < BATCH_MAX) await pause(IDLE_MS, stopping);
    },
  });
}
