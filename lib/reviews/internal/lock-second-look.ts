import type { Transaction } from "@/lib/db/client";
import { DomainError } from "@/lib/kernel/domain-error";
import { explainReviewerObstacle, type ReviewerObstacle } from "@/lib/kernel/find-reviewer-obstacle";
import type { AgentId, SecondLookId } from "@/lib/kernel/ids";
import type { KnownReviewer } from "./load-reviewer";

/** Who answers for an agent does not say whether its messages were judged well. A message that proceeded has no kind to review. */
export function findLookObstacle(
  viewer: KnownReviewer,
  { ownerId, sponsorId }: { ownerId: string; sponsorId: string },
): ReviewerObstacle | null {
  return explainReviewerObstacle(viewer, { kinds: [], ownerId, sponsorId, draftAuthorId: null });
}

/** Locks a second look that nobody has given yet. Throws `not_found` and `conflict`. */
export async function lockSecondLook(tx: Transaction, lookId: string) {
  await tx.$executeRaw`SELECT 1 FROM second_look WHERE id = ${lookId}::uuid FOR UPDATE`;
  const look = await tx.secondLook.findUnique({
    where: { id: lookId },
    select: { id: true, agentId: true, contentSealed: true, lookedAt: true },
  });
  if (look === null) throw new DomainError("not_found", "There is no such message to look at.");
  if (look.lookedAt !== null) throw new DomainError("conflict", "Somebody has looked at it already.");
  const agent = await tx.agent.findUniqueOrThrow({
    where: { id: look.agentId },
    select: { ownerId: true, sponsorId: true },
  });
  return { ...look, id: look.id as SecondLookId, agentId: look.agentId as AgentId, agent };
}
