import type { AccessEvent } from "@/lib/audit/event";
import { record } from "@/lib/audit/record";
import type { AgentActor, RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { log } from "@/lib/runtime/log";
import { toErrorFacts } from "@/lib/runtime/to-error-facts";
import { AccessDenied } from "./access-denied";

export type KeyReason = Extract<AccessEvent, { action: "access.unauthenticated" }>["reason"];

/** Stores that somebody called without a key that counts. Returns the refusal for the caller to throw. */
export async function refuseKey(ctx: RequestContext, reason: KeyReason, actor?: AgentActor): Promise<DomainError> {
  const who = actor === undefined ? {} : { agentId: actor.agentId, keyId: actor.keyId };
  try {
    const { eventIds } = await record(ctx, [{ action: "access.unauthenticated", reason, ...who }]);
    return new AccessDenied(reason, eventIds[0] ?? null);
  } catch (failure) {
    log("error", "refusal_not_recorded", toErrorFacts(failure));
    return new DomainError("unavailable", "Gatehouse cannot reach its database, so it refuses: try again in a moment.");
  }
}
