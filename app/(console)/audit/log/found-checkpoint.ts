import { getCheckpoint } from "@/lib/audit/get-checkpoint";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";

/** The newest checkpoint, or null before the log has begun. */
export async function foundCheckpoint(ctx: RequestContext): Promise<string | null> {
  try {
    return await getCheckpoint(ctx);
  } catch (error) {
    if (error instanceof DomainError && error.code === "not_found") return null;
    throw error;
  }
}
