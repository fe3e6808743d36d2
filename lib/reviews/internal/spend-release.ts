import { z } from "zod";
import type { Transaction } from "@/lib/db/client";
import type { AgentId } from "@/lib/kernel/ids";
import type { ReasonCode } from "@/lib/kernel/reasons";
import { reviewCan } from "@/lib/kernel/review-state";
import { HOLD_STATES, RELEASE_STATES, type ReleaseState } from "@/lib/kernel/vocabulary";
import { type ReleasePayload, toPayloadDigest, unsealPayload } from "@/lib/reviews/release-payload";
import { Undone } from "./commit-at";
import type { ReviewSettings } from "./load-review-policy";

const MINUTE_MS = 60_000;

/** Why nothing is released; `not_found` for a release that is not this agent's. */
export class RefusedRedemption extends Undone {
  constructor(
    readonly reason: ReasonCode | "not_found",
    readonly itemId: string | null,
  ) {
    super(reason);
  }
}

type Wanted = {
  releaseId: string;
  /** As the agent presents it. */
  digest: string;
  agentId: AgentId;
  now: Date;
  setting: ReviewSettings;
};

export type SpentRelease = {
  releaseId: string;
  itemId: string;
  digest: string;
  payload: ReleasePayload;
  outcomeDueAt: Date;
};

const Found = z.array(
  z.object({
    id: z.string(),
    itemId: z.string(),
    itemState: z.enum(HOLD_STATES),
    state: z.enum(RELEASE_STATES),
    digest: z.string(),
    expiresAt: z.date(),
    proposalId: z.string(),
    proposalDigest: z.string(),
    payloadSealed: z.string(),
  }),
);
type FoundRelease = z.output<typeof Found>[number];

async function lockRelease(tx: Transaction, { releaseId, agentId }: Wanted): Promise<FoundRelease> {
  // The item first, as everybody does who changes both.
  const rows = await tx.$queryRaw`
    WITH item AS MATERIALIZED (
      SELECT i.id, i.state FROM held_item i
      WHERE i.id = (SELECT item_id FROM release WHERE id = ${releaseId}::uuid AND agent_id = ${agentId}::uuid)
      FOR UPDATE)
    SELECT r.id::text, i.id::text AS "itemId", i.state::text AS "itemState", r.state::text, r.digest, r.expires_at AS "expiresAt",
      p.id::text AS "proposalId", p.digest AS "proposalDigest", p.payload_sealed AS "payloadSealed"
    FROM item i JOIN release r ON r.item_id = i.id JOIN proposal p ON p.id = r.proposal_id AND p.item_id = i.id
    FOR UPDATE OF r`;
  const [release] = Found.parse(rows);
  if (release === undefined) throw new RefusedRedemption("not_found", null);
  return release;
}

const SPENT: Readonly<Record<Exclude<ReleaseState, "issued">, ReasonCode>> = {
  redeemed: "release_used",
  executed: "release_used",
  failed: "release_used",
  expired: "release_expired",
  revoked: "release_revoked",
};

/** The first thing that stands against it: the release, its time, its item, and what was approved. */
function findReason(release: FoundRelease, { now, digest }: Wanted): ReasonCode | null {
  if (release.state !== "issued") return SPENT[release.state];
  if (release.expiresAt <= now) return "release_expired";
  if (!reviewCan("redeem", release.itemState).ok) return "release_not_in_force";
  return digest === release.digest && digest === release.proposalDigest ? null : "digest_differs";
}

/** Spends a release within the transaction, once. Throws `RefusedRedemption`. */
export async function spendRelease(tx: Transaction, wanted: Wanted): Promise<SpentRelease> {
  const { now, setting, digest } = wanted;
  const release = await lockRelease(tx, wanted);
  const { id: releaseId, itemId, proposalId, payloadSealed } = release;
  const reason = findReason(release, wanted);
  if (reason !== null) throw new RefusedRedemption(reason, itemId);
  const payload = unsealPayload(payloadSealed, proposalId);
  if (toPayloadDigest(payload) !== digest) throw new RefusedRedemption("digest_differs", itemId);
  const outcomeDueAt = new Date(now.getTime() + setting.outcomeMinutes * MINUTE_MS);
  const { count } = await tx.release.updateMany({
    where: { id: releaseId, state: "issued", digest, expiresAt: { gt: now } },
    data: { state: "redeemed", redeemedAt: now, outcomeDueAt },
  });
  if (count !== 1) throw new RefusedRedemption("release_used", itemId);
  return { releaseId, itemId, digest, payload, outcomeDueAt };
}
