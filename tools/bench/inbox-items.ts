import { randomBytes } from "node:crypto";
import pg from "pg";
import { getEnv } from "@/lib/runtime/env";
import { seal } from "@/lib/runtime/keyring";

/** About the length of a complaint with its draft. */
const CONTENT_BYTES = 1_200;
const BATCH = 10_000;

/** Ids of UUID v7's form that sort by time, one a second, the newest now. */
const TO_ID = `(lpad(to_hex($1::bigint + i * 1000), 12, '0') || '7' || substr(md5(i::text || $2::text), 1, 3)
  || '8' || substr(md5($2::text || i::text), 1, 15))::uuid`;

const SUBMISSIONS = `
  INSERT INTO submission (id, agent_id, request_digest, is_held, origin, channel, findings, created_at)
  SELECT ${TO_ID}, ($5::uuid[])[1 + (i % 97 = 0)::int + (i % 9973 = 0)::int], 'bench', true, 'triage', 'email', '[]', to_timestamp(($1::bigint + i * 1000) / 1000.0)
  FROM generate_series($3::int, $4::int) i`;

/** One in twenty waiting items is claimed; $7 of a thousand wait, the others were decided. Rare: the third agent, the language mt. */
const ITEMS = `
  INSERT INTO held_item (id, submission_id, agent_id, origin, kind, kinds, risk, findings, channel, language, action_kind, amount, currency, queue_id,
    decision_ids, content_sealed, similarity, state, claimed_by_id, claim_expires_at, approvals_needed, due_at, verdict, decided_by_id, decided_at,
    created_at, ended_at)
  SELECT ${TO_ID.replaceAll("$2::text", "'item' || $2::text")}, ${TO_ID}, ($5::uuid[])[1 + (i % 97 = 0)::int + (i % 9973 = 0)::int], 'triage', k.kind, ARRAY[k.kind],
    (ARRAY['low', 'medium', 'high']::hold_risk[])[1 + i % 3], '[]', (enum_range(NULL::channel))[1 + i % 7],
    CASE WHEN i % 9967 = 0 THEN 'mt' ELSE (ARRAY['en', 'de', 'fr'])[1 + i % 3] END, 'refund', i % 900, 'EUR',
    (SELECT id FROM review_queue WHERE k.kind = ANY(kinds) OR cardinality(kinds) = 0 ORDER BY position LIMIT 1),
    '{}', $6, ARRAY(SELECT (hashint8(i::bigint * 16 + slot))::int % 1000000 FROM generate_series(1, 16) slot),
    w.state, CASE WHEN w.state = 'claimed' THEN $8::uuid END, CASE WHEN w.state = 'claimed' THEN now() + interval '1 hour' END,
    1, now() + (('x' || substr(md5(i::text), 1, 4))::bit(16)::int - 20000) * interval '1 second',
    CASE WHEN w.state = 'decided' THEN 'rejected'::review_verdict END, CASE WHEN w.state = 'decided' THEN $8::uuid END,
    CASE WHEN w.state = 'decided' THEN now() END, to_timestamp(($1::bigint + i * 1000) / 1000.0), CASE WHEN w.state = 'decided' THEN now() END
  FROM generate_series($3::int, $4::int) i
  CROSS JOIN LATERAL (SELECT (enum_range(NULL::hold_kind))[1 + i % 4] AS kind) k
  CROSS JOIN LATERAL (SELECT (CASE WHEN i % 1000 >= $7::int THEN 'decided' WHEN i % 20 = 0 THEN 'claimed' ELSE 'open' END)::hold_state AS state) w`;

export type InboxItems = {
  count: number;
  agentIds: readonly [string, string, string];
  reviewerId: string;
  /** How many of a thousand wait. */
  waitingPerMille: number;
};

/** Fills the inbox by SQL, with rows of the width that sealed ones have. They cannot be opened, only listed. */
export async function makeInboxItems({ count, agentIds, reviewerId, waitingPerMille }: InboxItems): Promise<void> {
  const client = new pg.Client({ connectionString: getEnv().databaseUrl });
  await client.connect();
  try {
    const startedAt = Date.now() - count * 1_000;
    const salt = randomBytes(4).toString("hex");
    const sealed = seal(randomBytes(CONTENT_BYTES).toString("base64"), {
      table: "held_item",
      column: "content_sealed",
      rowId: "bench",
    });
    for (let from = 1; from <= count; from += BATCH) {
      const range = [startedAt, salt, from, Math.min(count, from + BATCH - 1)];
      await client.query(SUBMISSIONS, [...range, agentIds]);
      await client.query(ITEMS, [...range, agentIds, sealed, waitingPerMille, reviewerId]);
    }
  } finally {
    await client.end();
  }
}
