import { z } from "zod";
import { reader } from "@/lib/db/reader";
import type { HeldItemId } from "@/lib/kernel/ids";
import { ALERT_TOPICS } from "@/lib/kernel/vocabulary";

const EACH_MAX = 20;

/** What waits for a reviewer, and what went wrong after an approval. Names are of agents, never a customer's word. */
export type ReviewAttention =
  /** Held items that this reviewer may decide, as one; `first` is due first. */
  | { kind: "items_waiting"; count: number; overdue: number; first: { itemId: HeldItemId; at: Date } }
  /** A colleague asked this person about an item and waits. */
  | { kind: "item_asked"; itemId: HeldItemId; by: string; at: Date }
  | { kind: "alert_open"; alertId: string; topic: (typeof ALERT_TOPICS)[number]; agent: string | null; at: Date };

const id = <Id extends string>() => z.string().transform((value) => value as Id);

/** Items that wait, of kinds this person reviews, about agents that are not this person's. */
export async function listWaitingItems(personId: string, now: Date): Promise<ReviewAttention[]> {
  const rows = await reader().$queryRaw`
    SELECT i.id AS "itemId", i.due_at AS at, (count(*) OVER ())::int AS count, (count(*) FILTER (WHERE i.due_at <= ${now}) OVER ())::int AS overdue
    FROM held_item i JOIN agent a ON a.id = i.agent_id JOIN person p ON p.id = ${personId}::uuid
    WHERE i.state IN ('open', 'claimed') AND i.kinds <@ coalesce(p.review_kinds, '{}') AND a.owner_id <> p.id AND a.sponsor_id <> p.id
      AND i.draft_author_id IS DISTINCT FROM p.id AND (i.claimed_by_id IS NULL OR i.claimed_by_id = p.id)
    ORDER BY i.due_at, i.id LIMIT 1`;
  const Row = z.object({ itemId: id<HeldItemId>(), at: z.date(), count: z.number(), overdue: z.number() });
  return z
    .array(Row)
    .parse(rows)
    .map(({ itemId, at, count, overdue }) => ({ kind: "items_waiting", count, overdue, first: { itemId, at } }));
}

export async function listQuestionsTo(personId: string): Promise<ReviewAttention[]> {
  const rows = await reader().$queryRaw`
    SELECT n.item_id AS "itemId", p.name AS by, n.created_at AS at
    FROM review_note n JOIN person p ON p.id = n.author_id JOIN held_item i ON i.id = n.item_id
    WHERE n.to_person_id = ${personId}::uuid AND n.answered_at IS NULL AND i.state IN ('open', 'claimed')
    ORDER BY n.id LIMIT ${EACH_MAX}`;
  const Row = z.object({ itemId: id<HeldItemId>(), by: z.string(), at: z.date() });
  return z
    .array(Row)
    .parse(rows)
    .map((row) => ({ kind: "item_asked", ...row }));
}

export async function listOpenAlerts(): Promise<ReviewAttention[]> {
  const rows = await reader().$queryRaw`
    SELECT l.id AS "alertId", l.topic, a.name AS agent, l.raised_at AS at
    FROM alert l LEFT JOIN agent a ON a.id = l.agent_id
    WHERE l.closed_at IS NULL ORDER BY l.raised_at, l.id LIMIT ${EACH_MAX}`;
  const Row = z.object({
    alertId: z.string(),
    topic: z.enum(ALERT_TOPICS),
    agent: z.string().nullable(),
    at: z.date(),
  });
  return z
    .array(Row)
    .parse(rows)
    .map((row) => ({ kind: "alert_open", ...row }));
}
