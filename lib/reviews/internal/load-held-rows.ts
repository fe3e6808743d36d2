import { z } from "zod";
import { getReaderPool } from "@/lib/db/pool";
import { findApprovalObstacle, findReviewerObstacle } from "@/lib/kernel/find-reviewer-obstacle";
import type { AgentId, HeldItemId, PersonId, ReviewQueueId } from "@/lib/kernel/ids";
import { isWaiting } from "@/lib/kernel/review-state";
import { TRIAGE_KINDS } from "@/lib/kernel/triage-kinds";
import { CHANNELS, HOLD_RISKS, HOLD_STATES, REVIEW_VERDICTS } from "@/lib/kernel/vocabulary";
import type { HeldItemRow } from "@/lib/reviews/list-held-items";
import type { KnownReviewer } from "./load-reviewer";

const id = <Id extends string>() => z.string().transform((value) => value as Id);
const Named = <Id extends string>() => z.object({ id: id<Id>(), name: z.string() });

const Row = z.object({
  id: id<HeldItemId>(),
  kind: z.enum(TRIAGE_KINDS),
  kinds: z.array(z.enum(TRIAGE_KINDS)),
  risk: z.enum(HOLD_RISKS),
  state: z.enum(HOLD_STATES),
  agent: Named<AgentId>(),
  queue: Named<ReviewQueueId>(),
  channel: z.enum(CHANNELS),
  language: z.string().nullable(),
  actionKind: z.string().nullable(),
  amount: z.string().nullable(),
  currency: z.string().nullable(),
  dueAt: z.date(),
  createdAt: z.date(),
  claimedBy: Named<PersonId>().nullable(),
  claimExpiresAt: z.date().nullable(),
  approvers: z.array(z.string()),
  approvalsNeeded: z.number(),
  verdict: z.enum(REVIEW_VERDICTS).nullable(),
  decidedBy: Named<PersonId>().nullable(),
  decidedAt: z.date().nullable(),
  ownerId: z.string(),
  sponsorId: z.string(),
  draftAuthorId: z.string().nullable(),
});

const SQL = `
  SELECT i.id, i.kind::text, i.kinds::text[] AS kinds, i.risk::text, i.state::text, i.channel::text, i.language,
    jsonb_build_object('id', a.id, 'name', a.name) AS agent, jsonb_build_object('id', q.id, 'name', q.name) AS queue,
    i.action_kind AS "actionKind", i.amount::text, i.currency, i.due_at AS "dueAt", i.created_at AS "createdAt",
    CASE WHEN c.id IS NULL THEN NULL ELSE jsonb_build_object('id', c.id, 'name', c.name) END AS "claimedBy",
    i.claim_expires_at AS "claimExpiresAt", i.approvals_needed AS "approvalsNeeded",
    ARRAY(SELECT v.person_id::text FROM approval v WHERE v.item_id = i.id AND v.digest = p.digest ORDER BY v.id) AS approvers,
    i.verdict::text, CASE WHEN d.id IS NULL THEN NULL ELSE jsonb_build_object('id', d.id, 'name', d.name) END AS "decidedBy",
    i.decided_at AS "decidedAt", a.owner_id AS "ownerId", a.sponsor_id AS "sponsorId", i.draft_author_id AS "draftAuthorId"
  FROM unnest($1::uuid[]) WITH ORDINALITY AS wanted (id, place)
  JOIN held_item i ON i.id = wanted.id JOIN agent a ON a.id = i.agent_id JOIN review_queue q ON q.id = i.queue_id
  LEFT JOIN person c ON c.id = i.claimed_by_id LEFT JOIN person d ON d.id = i.decided_by_id
  LEFT JOIN LATERAL (SELECT digest FROM proposal WHERE item_id = i.id ORDER BY number DESC LIMIT 1) p ON true
  ORDER BY wanted.place`;

/** Rows as a list shows them, in the order of the ids. What the viewer may not decide is told from the row itself. */
export async function loadHeldRows(ids: readonly string[], viewer: KnownReviewer, now: Date): Promise<HeldItemRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await getReaderPool().query({ name: "held_rows", text: SQL, values: [ids] });
  return z
    .array(Row)
    .parse(rows)
    .map(({ ownerId, sponsorId, draftAuthorId, approvers, claimedBy, claimExpiresAt: until, ...row }) => {
      const item = { kinds: row.kinds, ownerId, sponsorId, draftAuthorId };
      const again = isWaiting(row.state) ? findApprovalObstacle(viewer.personId, approvers) : null;
      return {
        ...row,
        claimedBy: claimedBy !== null && until !== null && until > now ? { ...claimedBy, until } : null,
        approvals: approvers.length,
        obstacle: findReviewerObstacle(viewer, item) ?? again,
      };
    });
}
