import { commit } from "@/lib/audit/commit";
import type { AuditEvent, OneOrMore } from "@/lib/audit/event";
import type { Transaction } from "@/lib/db/client";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { findStaleRefusal, type Seen } from "./explain-change";
import { findRefusal, type Refusal, type Wanted } from "./find-refusal";
import { type KnownReviewer, lockReviewer, toUnknownReviewer } from "./load-reviewer";
import { type LockedItem, lockHeldItem } from "./lock-held-item";

export type Situation = { item: LockedItem; reviewer: KnownReviewer; now: Date };

/** What a step did, or why it did nothing: a step that refuses has written nothing. */
export type Decided<Result> =
  | { done: true; result: Result; events: OneOrMore<AuditEvent> }
  | { done: false; refusal: Refusal };

type Asked = Wanted & {
  itemId: string;
  /** What the reviewer had on the screen, where the decision is about that. */
  seen?: Seen;
};

export function refuse(reason: string, sentence: string, code: Refusal["code"] = "conflict"): Decided<never> {
  return { done: false, refusal: { reason, code, sentence } };
}

/**
 * One decision of the person who asks: locks the item, reads the person afresh, asks the state table and the claim, then works. A refusal
 * is an event of the same transaction, and a DomainError after it.
 */
export async function decideHeldItem<Result>(
  ctx: RequestContext,
  { itemId, seen, ...wanted }: Asked,
  work: (tx: Transaction, situation: Situation) => Promise<Decided<Result>>,
): Promise<Result> {
  const actor = getPersonActor(ctx);
  const answer = await commit<Decided<Result>>(ctx, async (tx) => {
    const item = await lockHeldItem(tx, itemId);
    const reviewer = (await lockReviewer(tx, actor.personId)) ?? toUnknownReviewer(actor);
    const refusal =
      findRefusal(item, reviewer, wanted, ctx.now) ?? (seen ? await findStaleRefusal(tx, item, seen) : null);
    const decided: Decided<Result> = refusal
      ? { done: false, refusal }
      : await work(tx, { item, reviewer, now: ctx.now });
    if (decided.done) return { result: decided, events: decided.events };
    const about = { itemId: item.id, agentId: item.agentId };
    return {
      result: decided,
      events: [{ action: "review.refused", ...about, verb: wanted.verb, reason: decided.refusal.reason }],
    };
  });
  if (answer.done) return answer.result;
  throw new DomainError(answer.refusal.code, answer.refusal.sentence);
}
