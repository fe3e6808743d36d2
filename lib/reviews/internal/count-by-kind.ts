import { z } from "zod";
import { getReaderPool } from "@/lib/db/pool";
import { TRIAGE_KINDS } from "@/lib/kernel/triage-kinds";

/** A span of time, the end left out. */
export type Period = { from: Date; to: Date };

/**
 * Whether another person's decision undid an approval `v` of item `i` with release `r`: it was rejected or taken over by somebody else, another wording
 * was released that its approver did not approve, or the release was revoked.
 */
export const IS_OVERTURNED = `(
  (i.verdict IN ('rejected', 'taken_over') AND i.decided_by_id <> v.person_id)
  OR (r.digest <> v.digest AND NOT EXISTS (
        SELECT 1 FROM approval o WHERE o.item_id = v.item_id AND o.person_id = v.person_id AND o.digest = r.digest))
  OR r.state = 'revoked')`;

const WAITING = `
  SELECT kind::text, count(*)::int AS waiting, min(created_at) AS "oldestAt" FROM held_item
  WHERE state IN ('open', 'claimed') GROUP BY kind`;

const DECIDED = `
  SELECT i.kind::text, count(*)::int AS decided,
    percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY extract(epoch FROM i.decided_at - i.created_at) / 60) AS minutes,
    count(*) FILTER (WHERE i.verdict = 'approved')::int AS approved, count(*) FILTER (WHERE i.verdict = 'edited')::int AS edited,
    count(*) FILTER (WHERE i.verdict = 'rejected')::int AS rejected, count(*) FILTER (WHERE i.verdict = 'taken_over')::int AS "takenOver",
    count(*) FILTER (WHERE EXISTS (
      SELECT 1 FROM approval v LEFT JOIN release r ON r.item_id = v.item_id WHERE v.item_id = i.id AND ${IS_OVERTURNED}))::int AS overturned
  FROM held_item i WHERE i.decided_at >= $1 AND i.decided_at < $2 AND i.verdict IS NOT NULL GROUP BY i.kind`;

const Kind = z.enum(TRIAGE_KINDS);
const count = z.number();
const Waiting = z.array(z.object({ kind: Kind, waiting: count, oldestAt: z.date() }));
const Decided = z.array(
  z.object({
    kind: Kind,
    decided: count,
    minutes: z.array(z.number()),
    approved: count,
    edited: count,
    rejected: count,
    takenOver: count,
    overturned: count,
  }),
);

/** Each kind once, the graver first, with what waits of it now and what was decided in the period. */
export async function countByKind({ from, to }: Period) {
  const waiting = Waiting.parse((await getReaderPool().query(WAITING)).rows);
  const decided = Decided.parse((await getReaderPool().query(DECIDED, [from, to])).rows);
  return TRIAGE_KINDS.map((kind) => {
    const now = waiting.find((row) => row.kind === kind);
    const { minutes = [], ...counts } = decided.find((row) => row.kind === kind) ?? {};
    return {
      kind,
      waiting: now?.waiting ?? 0,
      oldestAt: now?.oldestAt ?? null,
      decided: 0,
      approved: 0,
      edited: 0,
      rejected: 0,
      takenOver: 0,
      overturned: 0,
      ...counts,
      minutesP50: minutes[0] ?? null,
      minutesP90: minutes[1] ?? null,
    };
  });
}
