import { isPermitted, whoMay } from "@/lib/identity/authorize";
import type { Actor } from "@/lib/identity/request-context";
import { findReviewerObstacle } from "@/lib/kernel/find-reviewer-obstacle";
import type { ReviewVerb } from "@/lib/kernel/review-state";
import type { HeldItemDetail } from "@/lib/reviews/get-held-item";
import { explainRevocation } from "./explain-revocation";
import { findApproveRefusal } from "./find-approve-refusal";
import { findRefusal } from "./find-refusal";
import type { HeldFacts } from "./load-held-facts";
import type { KnownReviewer } from "./load-reviewer";
import { toApprovers, toReviewedItem } from "./lock-held-item";

type Permit = HeldItemDetail["permits"]["claim"];

function toPermit(why: string | null | undefined): Permit {
  return why === null || why === undefined ? { ok: true } : { ok: false, why };
}

/** Only an admin or a steward revokes, whoever reviews. */
function explainRevoking(actor: Actor, { release }: HeldFacts, now: Date): string | null {
  if (!isPermitted(actor, "release:revoke")) return `Only ${whoMay("release:revoke")} revokes a release.`;
  return explainRevocation(release, now);
}

/** What this person may do with the item now, by the same rules that a decision is refused by. */
export function toPermits(facts: HeldFacts, viewer: KnownReviewer, actor: Actor, now: Date): HeldItemDetail["permits"] {
  const ask = (verb: ReviewVerb, claim: "mine" | "free"): string | null =>
    findRefusal(facts, viewer, { verb, claim }, now)?.sentence ?? null;
  const proposal = facts.proposals.at(-1) ?? null;
  const approvers = toApprovers({ approvals: facts.approvals, proposal });
  const approval = findApproveRefusal({ proposal, agentState: facts.agent.state, approvers }, viewer.personId, false);
  const obstacle = toPermit(findReviewerObstacle(viewer, toReviewedItem(facts)));
  return {
    claim: toPermit(ask("claim", "free")),
    let_go: toPermit(ask("let_go", "mine")),
    approve: toPermit(ask("approve", "mine") ?? approval?.sentence),
    reject: toPermit(ask("reject", "mine")),
    ask: toPermit(ask("ask", "mine")),
    hand_over: toPermit(ask("hand_over", "mine")),
    take_over: toPermit(ask("take_over", "mine")),
    reveal: obstacle,
    correct: obstacle,
    revoke_release: toPermit(explainRevoking(actor, facts, now)),
  };
}
