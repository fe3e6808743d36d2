import { z } from "zod";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { EventId } from "@/lib/kernel/ids";
import { parseInput } from "@/lib/runtime/parse-input";
import { findEventNames } from "./find-event-names";
import { EventFilters, isAction, toFilterNames } from "./search/event-filters";
import { toEventQuery } from "./search/event-query";
import { findEvents } from "./search/find-events";
import { noteReading } from "./search/note-search";
import { ACTION_TITLES } from "./stored-event";

export const PAGE_SIZE = 50;

export const SearchEventsInput = EventFilters.extend({
  /** Ids of events: the page after (older than) or before (newer than) it. */
  after: z.uuid("must be an event's id").toLowerCase().optional(),
  before: z.uuid("must be an event's id").toLowerCase().optional(),
});
export type SearchEventsInput = z.input<typeof SearchEventsInput>;

export type EventListRow = {
  id: EventId;
  at: Date;
  action: string;
  title: string;
  actorKind: string;
  actorId: string | null;
  /** The person's or agent's name, or the process; null when unknown. */
  actorName: string | null;
  agentId: string | null;
  agentName: string | null;
  sourceId: string | null;
  datasetId: string | null;
  datasetName: string | null;
  decision: string | null;
  reason: string | null;
  purpose: string | null;
  requestId: string;
};

export type EventPage = { rows: EventListRow[]; next: string | null; previous: string | null };

type Row = Omit<EventListRow, "title" | "actorName" | "agentName" | "datasetName" | "id"> & { id: string };

export const LIST_COLUMNS = `e.id, e.at, e.action, e.actor_kind AS "actorKind", e.actor_id AS "actorId", e.agent_id AS "agentId",
  e.source_id AS "sourceId", e.dataset_id AS "datasetId", e.decision, e.reason, e.purpose, e.request_id AS "requestId"`;

/**
 * Events, newest first, a keyset page of 50; any combination of filters. That somebody searched is itself an event, with the filters'
 * names and none of their values.
 */
export async function searchEvents(ctx: RequestContext, input: SearchEventsInput): Promise<EventPage> {
  authorize(ctx, "audit:read");
  const startedAt = performance.now();
  const { after, before, ...filters } = parseInput(SearchEventsInput, input);
  const query = await toEventQuery(filters);
  const isBackwards = before !== undefined;
  const place = { from: before ?? after, direction: isBackwards ? "newer" : "older", limit: PAGE_SIZE + 1 } as const;
  const found = await findEvents<Row>(query, LIST_COLUMNS, place);
  const page = found.slice(0, PAGE_SIZE);
  if (isBackwards) page.reverse();
  const hasMore = found.length > PAGE_SIZE;
  const names = await findEventNames(page);
  const filterNames = toFilterNames(filters);
  const durationMs = Math.round(performance.now() - startedAt);
  const event = { action: "audit.searched", filters: filterNames, rowCount: page.length, durationMs } as const;
  await noteReading(ctx, filterNames.join(), { ...event, filters: [...filterNames] });
  return {
    rows: page.map((row) => ({
      ...row,
      id: row.id as EventId,
      title: isAction(row.action) ? ACTION_TITLES[row.action] : row.action,
      actorName: names.actor(row),
      agentName: names.agent(row.agentId),
      datasetName: names.dataset(row.datasetId),
    })),
    next: isBackwards || hasMore ? (page.at(-1)?.id ?? null) : null,
    previous: (isBackwards ? hasMore : after !== undefined) ? (page[0]?.id ?? null) : null,
  };
}
