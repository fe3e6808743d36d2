import type { AuditEvent, OneOrMore } from "@/lib/audit/event";
import type { Transaction } from "@/lib/db/client";
import type { RequestContext } from "@/lib/identity/request-context";
import { toAuthorId } from "@/lib/identity/to-author-id";
import type { Submitted } from "@/lib/scopes/submitted";
import { loadScopeMove, needsSecondPerson } from "./find-widening";
import { assertWish, fulfil, type Wish } from "./move-scope";
import { propose } from "./propose";

/** Does what is asked, or where another person has to agree to it, proposes it. Throws as `assertWish`. */
export async function submitWish(
  tx: Transaction,
  ctx: RequestContext,
  wish: Wish,
): Promise<{ result: Submitted; events: OneOrMore<AuditEvent> }> {
  await assertWish(tx, wish, ctx.now);
  const { locked, scope, ...place } = wish;
  const move = await loadScopeMove(tx, place, { scopeId: locked?.scopeId ?? null, after: scope }, ctx.now);
  if (await needsSecondPerson(tx, ctx, move)) {
    const kind = locked === null ? "grant" : "change";
    const base = locked === null ? {} : { scopeId: locked.scopeId, baseVersion: locked.version };
    const { wideningId, event } = await propose(tx, ctx, { kind, ...place, ...base, scope, note: scope.note });
    return { result: { kind: "proposed", wideningId }, events: [event] };
  }
  const { scopeId, version, event } = await fulfil(tx, { authorId: toAuthorId(ctx), now: ctx.now }, wish);
  return { result: { kind: "in_force", scopeId, version }, events: [event] };
}
