import type { Json } from "@/lib/kernel/canonical-json";
import type { AccessItemKind, AccessItemOutcome } from "@/lib/kernel/access-item-state";

type Change<Action extends string, Details extends Record<string, Json | undefined>> = { action: Action } & Details;
type Item = { reviewId: string; itemId: string; kind: AccessItemKind; subjectId: string; agentId?: string };

/** Access reviews. What a decision does to an agent, a scope or a person is an event of its own. */
export type AccessReviewEvent =
  | Change<"access_review.started", { reviewId: string; dueAt: string; items: number }>
  | Change<"access_review.decided", Item & { outcome: AccessItemOutcome; note: string }>
  | Change<"access_review.handed_over", Item & { toId: string; note: string }>
  | Change<"access_review.ended", { reviewId: string; unanswered: number }>;
