import { z } from "zod";
import type { Transaction } from "@/lib/db/client";
import { TRIAGE_KINDS } from "@/lib/kernel/triage-kinds";

const Item = z.object({
  id: z.string(),
  agentId: z.string(),
  kind: z.enum(TRIAGE_KINDS),
  kinds: z.array(z.enum(TRIAGE_KINDS)),
  state: z.enum(["open", "claimed"]),
  dueAt: z.date(),
  remindAt: z.date().nullable(),
  escalateAt: z.date().nullable(),
  escalations: z.number(),
  escalationIds: z.array(z.string()),
  claimedById: z.string().nullable(),
  claimExpiresAt: z.date().nullable(),
  draftAuthorId: z.string().nullable(),
  ownerId: z.string(),
  sponsorId: z.string(),
});
/** An item that waits for a person, with what its clock needs. */
export type WaitingItem = z.output<typeof Item>;

/** Locks an item until the end of the transaction; null when it waits no more, or somebody has it: time can try again in a minute. */
export async function lockWaitingItem(tx: Transaction, itemId: string): Promise<WaitingItem | null> {
  const rows = await tx.$queryRaw`
    SELECT i.id::text, i.agent_id::text AS "agentId", i.kind::text, i.kinds::text[], i.state::text, i.due_at AS "dueAt",
      i.remind_at AS "remindAt", i.escalate_at AS "escalateAt", i.escalations, q.escalation_ids::text[] AS "escalationIds",
      i.claimed_by_id::text AS "claimedById", i.claim_expires_at AS "claimExpiresAt", i.draft_author_id::text AS "draftAuthorId",
      a.owner_id::text AS "ownerId", a.sponsor_id::text AS "sponsorId"
    FROM held_item i JOIN agent a ON a.id = i.agent_id JOIN review_queue q ON q.id = i.queue_id
    WHERE i.id = ${itemId}::uuid AND i.state IN ('open', 'claimed')
    FOR UPDATE OF i SKIP LOCKED`;
  return z.array(Item).parse(rows)[0] ?? null;
}
