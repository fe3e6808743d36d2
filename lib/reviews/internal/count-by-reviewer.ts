import { z } from "zod";
import { getReaderPool } from "@/lib/db/pool";
import type { PersonId } from "@/lib/kernel/ids";
import { IS_OVERTURNED, type Period } from "./count-by-kind";

const REVIEWERS_MAX = 500;
/** Fewer decisions without a no say nothing. */
const DECISIONS_MIN = 20;

const SQL = `
  WITH decision AS (
    SELECT v.person_id, v.created_at - i.created_at AS took, CASE WHEN p.author_id = v.person_id THEN 'edited' ELSE 'approved' END AS verdict,
      coalesce(${IS_OVERTURNED}, false) AS overturned
    FROM approval v JOIN held_item i ON i.id = v.item_id LEFT JOIN proposal p ON p.item_id = v.item_id AND p.digest = v.digest
    LEFT JOIN release r ON r.item_id = v.item_id
    WHERE v.created_at >= $1 AND v.created_at < $2
    UNION ALL
    SELECT decided_by_id, decided_at - created_at, verdict::text, false FROM held_item
    WHERE decided_at >= $1 AND decided_at < $2 AND verdict IN ('rejected', 'taken_over'))
  SELECT p.id, p.name, count(*)::int AS decided,
    percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY extract(epoch FROM d.took) / 60) AS minutes,
    count(*) FILTER (WHERE d.verdict = 'approved')::int AS approved, count(*) FILTER (WHERE d.verdict = 'edited')::int AS edited,
    count(*) FILTER (WHERE d.verdict = 'rejected')::int AS rejected, count(*) FILTER (WHERE d.verdict = 'taken_over')::int AS "takenOver",
    count(*) FILTER (WHERE d.overturned)::int AS overturned
  FROM decision d JOIN person p ON p.id = d.person_id
  GROUP BY p.id, p.name ORDER BY count(*) DESC, p.name, p.id LIMIT ${REVIEWERS_MAX}`;

const count = z.number();
const Rows = z.array(
  z.object({
    id: z.string().transform((value) => value as PersonId),
    name: z.string(),
    decided: count,
    minutes: z.array(z.number()),
    approved: count,
    edited: count,
    rejected: count,
    takenOver: count,
    overturned: count,
  }),
);

/** What each reviewer decided in the period: each approval is a decision of its own, also where it took two people. */
export async function countByReviewer({ from, to }: Period) {
  const { rows } = await getReaderPool().query(SQL, [from, to]);
  return Rows.parse(rows).map(({ id, name, minutes, ...counts }) => ({
    person: { id, name },
    ...counts,
    minutesP50: minutes[0] ?? null,
    minutesP90: minutes[1] ?? null,
    neverRejects: counts.decided >= DECISIONS_MIN && counts.approved === counts.decided,
  }));
}
