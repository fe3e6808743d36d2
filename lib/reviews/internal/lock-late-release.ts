import { z } from "zod";
import type { Transaction } from "@/lib/db/client";
import { HOLD_STATES, RELEASE_STATES } from "@/lib/kernel/vocabulary";

const Release = z.object({
  id: z.string(),
  state: z.enum(RELEASE_STATES),
  expiresAt: z.date(),
  outcomeDueAt: z.date().nullable(),
  itemId: z.string(),
  itemState: z.enum(HOLD_STATES),
  agentId: z.string(),
  /** Who must know when it goes wrong: the agent's owner and sponsor, and whoever approved. */
  concerned: z.array(z.string()),
});
export type LateRelease = z.output<typeof Release>;

/** Locks a release's item and the release, in the order in which everybody does; null when somebody has one of them. */
export async function lockLateRelease(tx: Transaction, releaseId: string): Promise<LateRelease | null> {
  const rows = await tx.$queryRaw`
    WITH item AS MATERIALIZED (
      SELECT i.id, i.state, i.agent_id, i.decided_by_id FROM held_item i
      WHERE i.id = (SELECT item_id FROM release WHERE id = ${releaseId}::uuid)
      FOR UPDATE SKIP LOCKED)
    SELECT r.id::text, r.state::text, r.expires_at AS "expiresAt", r.outcome_due_at AS "outcomeDueAt", i.id::text AS "itemId",
      i.state::text AS "itemState", i.agent_id::text AS "agentId",
      array_remove(ARRAY[a.owner_id, a.sponsor_id, i.decided_by_id], NULL)::text[] AS concerned
    FROM item i JOIN release r ON r.item_id = i.id JOIN agent a ON a.id = i.agent_id
    FOR UPDATE OF r SKIP LOCKED`;
  return z.array(Release).parse(rows)[0] ?? null;
}
