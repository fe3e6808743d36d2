import { type EventDetail, getEvent } from "@/lib/audit/get-event";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";

/** The event, or null where the log has none of this id: the table beside it is still worth reading. */
export async function foundEvent(ctx: RequestContext, eventId: string): Promise<EventDetail | null> {
  try {
    return await getEvent(ctx, eventId);
  } catch (error) {
    if (error instanceof DomainError && error.code === "not_found") return null;
    throw error;
  }
}
