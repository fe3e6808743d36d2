import { EventFilters } from "./search/event-filters";
import { toEventQuery } from "./search/event-query";
import { findEvents } from "./search/find-events";

/** When an agent last came with this key; null when it never did. */
export async function findLastUse(keyId: string): Promise<Date | null> {
  const query = await toEventQuery(EventFilters.parse({ keyId, actorKind: "agent" }));
  const [last] = await findEvents<{ id: string; at: Date }>(query, "e.id, e.at", { direction: "older", limit: 1 });
  return last?.at ?? null;
}
