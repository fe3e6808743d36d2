import { record } from "@/lib/audit/record";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { log } from "@/lib/runtime/log";
import { toErrorFacts } from "@/lib/runtime/to-error-facts";

/** Stores that a dispatcher was refused. Returns the error for the caller to throw. */
export async function recordCaseRefusal(ctx: RequestContext, error: DomainError): Promise<DomainError> {
  const field = error.field === undefined ? {} : { field: error.field };
  try {
    await record(ctx, [{ action: "case.refused", reason: error.code, ...field }]);
    return error;
  } catch (failure) {
    log("error", "refusal_not_recorded", toErrorFacts(failure));
    return new DomainError("unavailable", "Gatehouse cannot reach its database, so it refuses: try again in a moment.");
  }
}
