import type { DomainErrorCode } from "@/lib/kernel/domain-error";
import { explainReviewerObstacle } from "@/lib/kernel/find-reviewer-obstacle";
import { type ReviewVerb, reviewCan } from "@/lib/kernel/review-state";
import type { HoldState } from "@/lib/kernel/vocabulary";
import type { KnownReviewer } from "./load-reviewer";
import { type LockedItem, toReviewedItem } from "./lock-held-item";

/** Why a person's decision is not taken: `reason` for the log, the sentence for the person. */
export type Refusal = { reason: string; code: DomainErrorCode; sentence: string };

/** What of an item decides who may do what with it now. */
export type Decidable = Pick<
  LockedItem,
  "state" | "kinds" | "draftAuthorId" | "claimedById" | "claimExpiresAt" | "claimedBy" | "dueAt" | "agent"
>;

export type Wanted = {
  verb: ReviewVerb;
  /** Whose claim it takes: the reviewer's own; in bulk also none; to claim, anybody's that has run out. */
  claim: "mine" | "mine_or_free" | "free";
};

export function conflict(reason: string, sentence: string): Refusal {
  return { reason, code: "conflict", sentence };
}

/** Who has the item now: a claim that has run out is nobody's. */
export function toClaimer({ state, claimedById, claimExpiresAt }: Decidable, now: Date): string | null {
  const isLive = state === "claimed" && claimExpiresAt !== null && claimExpiresAt > now;
  return isLive ? claimedById : null;
}

function findClaimRefusal(item: Decidable, personId: string, wanted: Wanted, now: Date): Refusal | null {
  const claimer = toClaimer(item, now);
  if (claimer === personId) return null;
  if (claimer !== null) {
    const name = item.claimedBy?.name ?? "Somebody else";
    return conflict("claimed_by_other", `${name} has claimed it: ask them, or wait until their claim runs out.`);
  }
  if (wanted.claim !== "mine") return null;
  return item.claimedById === personId
    ? conflict("claim_lapsed", "Your claim ran out: claim it again.")
    : conflict("not_claimed", "Nobody has claimed it: claim it first.");
}

/** The state that the table is asked about: in bulk a free item counts as claimed in passing. */
function toState(item: Decidable, wanted: Wanted): HoldState {
  return item.state === "open" && wanted.claim === "mine_or_free" ? "claimed" : item.state;
}

/** Why this person may not do it now, or null: the person, the state, the claim, the deadline. */
export function findRefusal(item: Decidable, reviewer: KnownReviewer, wanted: Wanted, now: Date): Refusal | null {
  const obstacle = explainReviewerObstacle(reviewer, toReviewedItem(item));
  if (obstacle !== null) return { reason: obstacle.code, code: "not_permitted", sentence: obstacle.sentence };
  const permit = reviewCan(wanted.verb, toState(item, wanted));
  if (!permit.ok) return conflict(`state_${item.state}`, permit.why);
  const claim = findClaimRefusal(item, reviewer.personId, wanted, now);
  if (claim !== null) return claim;
  if (wanted.verb === "approve" && item.dueAt <= now)
    return conflict("past_due", "Its time has run out: it can still be rejected or taken over, not approved.");
  return null;
}
