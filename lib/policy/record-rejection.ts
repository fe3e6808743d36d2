import { record } from "@/lib/audit/record";
import type { AgentActor, RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { Door } from "./evaluate-access";
import { log } from "@/lib/runtime/log";
import { toErrorFacts } from "@/lib/runtime/to-error-facts";

/** Stores that an agent sent what cannot be read, so that nothing was decided. Returns the error for the caller to throw. */
export async function recordRejection(
  ctx: RequestContext,
  actor: AgentActor,
  door: Door,
  error: DomainError,
): Promise<DomainError> {
  const { agentId, keyId } = actor;
  const field = error.field === undefined ? {} : { field: error.field };
  try {
    await record(ctx, [{ action: "access.rejected", agentId, keyId, door, reason: error.code, ...field }]);
    return error;
  } catch (failure) {
    log("error", "rejection_not_recorded", toErrorFacts(failure));
    return new DomainError("unavailable", "Gatehouse cannot reach its database, so it refuses: try again in a moment.");
  }
}
