import type { AuthzenEvent } from "@/lib/audit/authzen-event";
import { record } from "@/lib/audit/record";
import type { RequestContext } from "@/lib/identity/request-context";
import { toTenantUnavailable } from "./tenant-row";

/** Stores what was decided before it is answered. Returns the event's id; throws `unavailable` when it cannot be stored. */
export async function recordForTenant(ctx: RequestContext, event: AuthzenEvent): Promise<string> {
  const { eventIds } = await record(ctx, [event]).catch((error: unknown) => {
    throw toTenantUnavailable(error);
  });
  const [id] = eventIds;
  if (id === undefined) throw new Error("an event was stored without an id");
  return id;
}
