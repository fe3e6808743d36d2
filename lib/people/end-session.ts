import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { endSessions } from "./internal/end-sessions";

export const EndSessionInput = z.object({ sessionId: z.uuid({ error: "is not a session's id" }) });
export type EndSessionInput = z.input<typeof EndSessionInput>;

/** Ends one of one's own sessions. Somebody else's is `not_found`, as if it were not there. */
export async function endSession(ctx: RequestContext, input: EndSessionInput): Promise<void> {
  authorize(ctx, "session:end");
  const { sessionId } = parseInput(EndSessionInput, input);
  const { personId } = getPersonActor(ctx);
  return commit(ctx, async (tx) => {
    const [event] = await endSessions(tx, { id: sessionId, personId }, "ended_by_self");
    if (!event) throw new DomainError("not_found", "This session has ended already.");
    return { result: undefined, events: [event] };
  });
}
