import { z } from "zod";
import { toFirstEventId } from "@/lib/audit/to-first-event-id";
import { getReaderPool } from "@/lib/db/pool";
import type { AgentId } from "@/lib/kernel/ids";
import { TRIAGE_KINDS } from "@/lib/kernel/triage-kinds";
import type { Period } from "./count-by-kind";

const AGENTS_MAX = 500;

/** Looks by when they were given; held items by when they came, which their ids tell. */
const AGENTS = `
  WITH look AS (
    SELECT agent_id, count(*) AS looked, count(*) FILTER (WHERE cardinality(kinds) > 0) AS missed
    FROM second_look WHERE looked_at >= $1 AND looked_at < $2 GROUP BY agent_id),
  item AS (
    SELECT agent_id, count(*) AS held, count(*) FILTER (WHERE is_corrected) AS corrected,
      count(*) FILTER (WHERE is_corrected AND coalesce(cardinality(corrected_kinds), 0) = 0) AS needless
    FROM held_item WHERE id >= $3::uuid AND id < $4::uuid GROUP BY agent_id)
  SELECT a.id, a.name, coalesce(item.held, 0)::int AS held, coalesce(item.corrected, 0)::int AS corrected,
    coalesce(item.needless, 0)::int AS needless, coalesce(look.looked, 0)::int AS looked, coalesce(look.missed, 0)::int AS missed
  FROM agent a LEFT JOIN look ON look.agent_id = a.id LEFT JOIN item ON item.agent_id = a.id
  WHERE look.agent_id IS NOT NULL OR item.agent_id IS NOT NULL
  ORDER BY missed DESC, needless DESC, a.name, a.id LIMIT ${AGENTS_MAX}`;

/** Missed: a kind that a person saw and triage did not give. Needless: one that triage gave and a person took away. */
const KINDS = `
  WITH fault AS (
    SELECT agent_id, unnest(kinds) AS kind, 1 AS missed, 0 AS needless
    FROM second_look WHERE looked_at >= $1 AND looked_at < $2
    UNION ALL
    SELECT i.agent_id, k.kind, 1, 0 FROM held_item i CROSS JOIN LATERAL unnest(i.corrected_kinds) AS k (kind)
    WHERE i.id >= $3::uuid AND i.id < $4::uuid AND i.is_corrected AND k.kind <> ALL (i.kinds)
    UNION ALL
    SELECT i.agent_id, k.kind, 0, 1 FROM held_item i CROSS JOIN LATERAL unnest(i.kinds) AS k (kind)
    WHERE i.id >= $3::uuid AND i.id < $4::uuid AND i.is_corrected AND k.kind <> ALL (coalesce(i.corrected_kinds, '{}')))
  SELECT a.id, a.name, f.kind::text, sum(f.missed)::int AS missed, sum(f.needless)::int AS needless
  FROM fault f JOIN agent a ON a.id = f.agent_id GROUP BY a.id, a.name, f.kind ORDER BY a.name, a.id, f.kind LIMIT ${AGENTS_MAX}`;

const count = z.number();
const Agents = z.array(
  z.object({
    id: z.string().transform((value) => value as AgentId),
    name: z.string(),
    held: count,
    corrected: count,
    needless: count,
    looked: count,
    missed: count,
  }),
);
const Kinds = z.array(
  z.object({
    id: z.string().transform((value) => value as AgentId),
    name: z.string(),
    kind: z.enum(TRIAGE_KINDS),
    missed: count,
    needless: count,
  }),
);

/** Where people and triage disagreed, by agent and by agent and kind. */
export async function countTriageFaults({ from, to }: Period) {
  const values = [from, to, toFirstEventId(from), toFirstEventId(to)];
  const agents = Agents.parse((await getReaderPool().query(AGENTS, values)).rows);
  const kinds = Kinds.parse((await getReaderPool().query(KINDS, values)).rows);
  return {
    agents: agents.map(({ id, name, ...counts }) => ({ agent: { id, name }, ...counts })),
    faults: kinds.map(({ id, name, ...row }) => ({ agent: { id, name }, ...row })),
  };
}
