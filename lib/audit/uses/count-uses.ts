import type pg from "pg";
import type { AccessEvent } from "@/lib/audit/event";
import { type Leader, pause, startLeader } from "@/lib/audit/log/start-leader";
import { toStoredEvent } from "@/lib/audit/stored-event";

const LOCK = 4702111245;
const BATCH_MAX = 2_000;
const IDLE_MS = 1_000;
const READER = "uses";

/** Entries of a stretch of the log, with the text of those that may be uses. */
const TAKE = `
  SELECT l.seq, e.text FROM log_entry l LEFT JOIN audit_event e ON e.id = l.event_id AND e.action = 'access.completed'
  WHERE l.seq >= $1 AND l.seq < $1 + ${BATCH_MAX} ORDER BY l.seq`;

const ADD = `
  INSERT INTO scope_use (scope_id, field_name, day, uses, last_at)
  SELECT * FROM unnest($1::uuid[], $2::text[], $3::date[], $4::int[], $5::timestamptz[])
  ON CONFLICT (scope_id, field_name, day) DO UPDATE
  SET uses = scope_use.uses + EXCLUDED.uses, last_at = GREATEST(scope_use.last_at, EXCLUDED.last_at)`;

type Decided = Extract<AccessEvent, { action: "access.decided" }>;
type Released = { decisionId: string; at: string };
type Count = { scopeId: string; field: string; day: string; uses: number; lastAt: string };

function toReleased(text: string): Released[] {
  const event = toStoredEvent(text);
  if (event.action !== "access.completed" || event.outcome !== "released") return [];
  return [{ decisionId: event.decisionId, at: event.at }];
}

async function loadDecisions(client: pg.Client, ids: readonly string[]): Promise<Map<string, Decided>> {
  const { rows } = await client.query<{ id: string; text: string }>(
    "SELECT id, text FROM audit_event WHERE id = ANY($1::uuid[]) AND action = 'access.decided'",
    [ids],
  );
  return new Map(
    rows.flatMap(({ id, text }): [string, Decided][] => {
      const event = toStoredEvent(text);
      return event.action === "access.decided" ? [[id, event]] : [];
    }),
  );
}

/** A use counts for each scope that the decision rested on, and for each field that was not withheld. */
function countAll(released: readonly Released[], decisions: ReadonlyMap<string, Decided>): Count[] {
  const counts = new Map<string, Count>();
  for (const { decisionId, at } of released) {
    const { basis, fields } = decisions.get(decisionId) ?? { basis: { scopes: [] }, fields: {} };
    const used = Object.entries(fields).flatMap(([field, treatment]) => (treatment === "withheld" ? [] : [field]));
    for (const { scopeId } of basis.scopes) {
      for (const field of ["", ...used]) {
        const day = at.slice(0, 10);
        const key = `${scopeId} ${day} ${field}`;
        const before = counts.get(key) ?? { scopeId, field, day, uses: 0, lastAt: at };
        counts.set(key, { ...before, uses: before.uses + 1, lastAt: before.lastAt > at ? before.lastAt : at });
      }
    }
  }
  return [...counts.values()];
}

/** Counts the uses in the next entries of the log, each exactly once. Returns how many entries it passed. */
export async function countUsesBatch(client: pg.Client): Promise<number> {
  await client.query("BEGIN");
  try {
    await client.query("INSERT INTO log_cursor (reader, seq) VALUES ($1, 0) ON CONFLICT DO NOTHING", [READER]);
    const { rows: cursors } = await client.query<{ seq: string }>(
      "SELECT seq FROM log_cursor WHERE reader = $1 FOR UPDATE",
      [READER],
    );
    const from = Number(cursors[0]?.seq ?? 0);
    const { rows } = await client.query<{ text: string | null }>(TAKE, [from]);
    const released = rows.flatMap(({ text }) => (text === null ? [] : toReleased(text)));
    if (released.length > 0) {
      const ids = released.map(({ decisionId }) => decisionId);
      const counts = countAll(released, await loadDecisions(client, ids));
      const column = <Key extends keyof Count>(key: Key) => counts.map((count) => count[key]);
      await client.query(ADD, [column("scopeId"), column("field"), column("day"), column("uses"), column("lastAt")]);
    }
    if (rows.length > 0)
      await client.query("UPDATE log_cursor SET seq = $2 WHERE reader = $1", [READER, from + rows.length]);
    await client.query("COMMIT");
    return rows.length;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

/** Keeps the counts of uses up with the log, in one process of all. */
export function startUseCounter(): Leader {
  return startLeader({
    name: "uses",
    lock: LOCK,
    work: async (client, stopping) => {
      const passed = await countUsesBatch(client);
      if (passed < BATCH_MAX) await pause(IDLE_MS, stopping);
    },
  });
}
