import type { TriageKind } from "./triage-kinds";
import type { Role } from "./vocabulary";

/** Who wants to decide, as the database says at the moment of the decision. */
export type Reviewer = {
  personId: string;
  isActive: boolean;
  roles: readonly Role[];
  kinds: readonly TriageKind[];
};

/** What decides who may decide. */
export type ReviewedItem = {
  kinds: readonly TriageKind[];
  ownerId: string;
  sponsorId: string;
  draftAuthorId: string | null;
};

export type ReviewerObstacle = {
  /** For the log. */
  code: "not_active" | "not_reviewer" | "kind_missing" | "is_owner" | "is_sponsor" | "wrote_draft";
  sentence: string;
};

/** Why this person may not decide, or null. */
export function explainReviewerObstacle(person: Reviewer, item: ReviewedItem): ReviewerObstacle | null {
  if (!person.isActive) return { code: "not_active", sentence: "You are not active any more." };
  if (!person.roles.includes("reviewer"))
    return { code: "not_reviewer", sentence: "Only a reviewer decides: an admin gives this role." };
  const missing = item.kinds.find((kind) => !person.kinds.includes(kind));
  if (missing !== undefined)
    return {
      code: "kind_missing",
      sentence: `You do not review ${KIND_PLURALS[missing]}: an admin can add that to your kinds.`,
    };
  if (person.personId === item.ownerId)
    return { code: "is_owner", sentence: "You are the agent's owner: somebody else decides about it." };
  if (person.personId === item.sponsorId)
    return { code: "is_sponsor", sentence: "You are the agent's sponsor: somebody else decides about it." };
  if (person.personId === item.draftAuthorId)
    return { code: "wrote_draft", sentence: "You wrote the draft: somebody else decides about it." };
  return null;
}

/** The sentence why this person may not decide, or null. */
export function findReviewerObstacle(person: Reviewer, item: ReviewedItem): string | null {
  return explainReviewerObstacle(person, item)?.sentence ?? null;
}

/** Whether a further approval must come from somebody else: the same person's counts once. */
export function findApprovalObstacle(personId: string, earlier: readonly string[]): string | null {
  return earlier.includes(personId) ? "You approved this already: it needs a second person." : null;
}

const KIND_PLURALS: Readonly<Record<TriageKind, string>> = {
  legal_issue: "legal issues",
  payment_dispute: "payment disputes",
  complaint: "complaints",
  unusual_request: "unusual requests",
};
