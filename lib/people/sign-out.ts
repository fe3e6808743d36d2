import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { endSessions } from "./internal/end-sessions";

/** Ends the session that asks. Throws `conflict` when it has ended already. */
export async function signOut(ctx: RequestContext): Promise<void> {
  authorize(ctx, "session:end");
  const { sessionId } = getPersonActor(ctx);
  return commit(ctx, async (tx) => {
    const [event] = await endSessions(tx, { id: sessionId }, "sign_out");
    if (!event) throw new DomainError("conflict", "You are signed out already.");
    return { result: undefined, events: [event] };
  });
}
