const COLUMNS =
  "id, at, action, actor_kind, actor_id, agent_id, key_id, source_id, dataset_id, decision, reason, purpose, request_id, text";
const ARRAYS = `$1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::uuid[], $9::uuid[],
  $10::text[], $11::text[], $12::text[], $13::uuid[], string_to_array($14::text, E'\\x1e'), $15::bigint[]`;

/** Stores each event that rests on no policy, or on the one in force in this very statement. */
export const INSERT_EVENTS = `
  WITH clock AS MATERIALIZED (SELECT version FROM policy_clock WHERE id = 1),
  stored AS (
    INSERT INTO audit_event (${COLUMNS})
    SELECT ${COLUMNS} FROM unnest(${ARRAYS}) AS event (${COLUMNS}, only_at)
    WHERE only_at IS NULL OR only_at = (SELECT version FROM clock)
    RETURNING id)
  SELECT version::text AS version, ARRAY(SELECT id FROM stored)::text[] AS ids, NULL AS answers FROM clock`;

/**
 * The same where some events claim a part of a cap: such an event is stored only if its claim is counted, which is durable with it. A
 * statement of its own, so that what claims nothing pays nothing.
 */
export const INSERT_COUNTED_EVENTS = `
  WITH clock AS MATERIALIZED (SELECT version FROM policy_clock WHERE id = 1),
  judged AS MATERIALIZED (
    SELECT event.*, CASE
      WHEN only_at <> (SELECT version FROM clock) OR claim IS NULL THEN NULL
      ELSE count_release(claim) END AS answer
    FROM unnest(${ARRAYS}, $16::jsonb[]) AS event (${COLUMNS}, only_at, claim)),
  stored AS (
    INSERT INTO audit_event (${COLUMNS})
    SELECT ${COLUMNS} FROM judged
    WHERE (only_at IS NULL OR only_at = (SELECT version FROM clock)) AND (claim IS NULL OR answer ? 'counted')
    RETURNING id)
  SELECT version::text AS version, ARRAY(SELECT id FROM stored)::text[] AS ids,
    (SELECT jsonb_object_agg(id, answer) FROM judged WHERE answer IS NOT NULL) AS answers FROM clock`;
