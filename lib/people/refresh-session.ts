import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";

/** Writes down that the session is in use, which moves its idle end. Throws `not_signed_in` when it has ended meanwhile. */
export async function refreshSession(ctx: RequestContext): Promise<void> {
  authorize(ctx, "session:refresh");
  const { sessionId, personId } = getPersonActor(ctx);
  return commit(ctx, async (tx) => {
    const { count } = await tx.session.updateMany({ where: { id: sessionId }, data: { lastSeenAt: ctx.now } });
    if (count === 0) throw new DomainError("not_signed_in", "Your session has ended: sign in again.");
    return { result: undefined, events: [{ action: "session.refreshed", personId, sessionId }] };
  });
}
