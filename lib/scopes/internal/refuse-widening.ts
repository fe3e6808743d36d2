import { record } from "@/lib/audit/record";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";

/** Stores that a decision was refused. Returns what to throw. */
export async function refuseWidening(ctx: RequestContext, wideningId: string, error: unknown): Promise<unknown> {
  if (!(error instanceof DomainError) || error.code === "not_found") return error;
  await record(ctx, [{ action: "widening.refused", wideningId, reason: error.code }]);
  return error;
}
