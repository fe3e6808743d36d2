import type { Transaction } from "@/lib/db/client";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import {
  type AccessDecision,
  type AccessItemFacts,
  accessItemCan,
  type AccessItemKind,
} from "@/lib/kernel/access-item-state";
import { DomainError } from "@/lib/kernel/domain-error";

export type AccessItem = { id: string; reviewId: string; kind: AccessItemKind; subjectId: string };

type Stored = AccessItem & { outcome: AccessItemFacts["outcome"] };

/** Throws what the state table says. */
export function assertItemCan(ctx: RequestContext, item: Stored, verb: AccessDecision | "hand_over"): void {
  const { personId, roles } = getPersonActor(ctx);
  const isOwn = item.kind === "roles" && item.subjectId === personId;
  const permit = accessItemCan(verb, { ...item, isOwn, viewerRoles: roles });
  if (!permit.ok) throw new DomainError(item.outcome === null ? "not_permitted" : "conflict", permit.why);
}

export function toItemSubject({ id, reviewId, kind, subjectId }: AccessItem) {
  return { reviewId, itemId: id, kind, subjectId, ...(kind === "agent" ? { agentId: subjectId } : {}) };
}

/** Locks an item for the rest of the transaction. Throws `not_found`. */
export async function lockAccessItem(tx: Transaction, itemId: string): Promise<Stored> {
  await tx.$executeRaw`SELECT 1 FROM access_review_item WHERE id = ${itemId}::uuid FOR UPDATE`;
  const item = await tx.accessReviewItem.findUnique({ where: { id: itemId } });
  if (item === null) throw new DomainError("not_found", "There is no such item of an access review.");
  return item;
}

/** Ends a review whose last item is decided. */
export async function endIfDone(tx: Transaction, reviewId: string, now: Date): Promise<boolean> {
  const open = await tx.accessReviewItem.count({ where: { reviewId, outcome: null } });
  if (open > 0) return false;
  await tx.accessReview.update({ where: { id: reviewId }, data: { endedAt: now } });
  return true;
}
