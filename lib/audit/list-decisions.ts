import type { AccessEvent } from "./event";
import { EventFilters } from "./search/event-filters";
import { toEventQuery } from "./search/event-query";
import { findEvents } from "./search/find-events";
import { toStoredEvent } from "./stored-event";

export type Decided = Extract<AccessEvent, { action: "access.decided" }>;

/** Decisions about an agent's requests on a dataset since a moment, newest first, up to `limit`. No permission is asked here: verbs do. */
export async function listDecisions(
  { agentId, datasetId, from }: { agentId: string; datasetId: string; from: Date },
  limit: number,
): Promise<Decided[]> {
  const query = await toEventQuery(EventFilters.parse({ agentId, datasetId, from, action: "access.decided" }));
  const rows = await findEvents<{ id: string; text: string }>(query, "e.id, e.text", { direction: "older", limit });
  return rows.flatMap(({ text }) => {
    const event = toStoredEvent(text);
    return event.action === "access.decided" ? [event] : [];
  });
}
