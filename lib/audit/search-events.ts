import { z } from "zod";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { EventId } from "@/lib/kernel/ids";
import { parseInput } from "@/lib/runtime/parse-input";
import type { AuditAction } from "./event";
import { findEventNames } from "./find-event-names";
import { ACTION_TITLES } from "./stored-event";
import { toFirstEventId } from "./to-first-event-id";

export const PAGE_SIZE = 50;

const isAction = (text: string): text is AuditAction => Object.hasOwn(ACTION_TITLES, text);

export const SearchEventsInput = z.object({
  from: z.coerce.date("must be a time").optional(),
  to: z.coerce.date("must be a time").optional(),
  agentId: z.uuid("names no agent").optional(),
  personId: z.uuid("names no person").optional(),
  action: z.string().refine(isAction, "is not an action").optional(),
  decision: z.enum(["allow", "deny", "hold"], "must be allow, deny or hold").optional(),
  reason: z.string().max(60).optional(),
  datasetId: z.uuid("names no dataset").optional(),
  requestId: z.uuid("names no request").optional(),
  /** Ids of events: the page after (older than) or before (newer than) it. */
  after: z.uuid().optional(),
  before: z.uuid().optional(),
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
  datasetId: string | null;
  datasetName: string | null;
  decision: string | null;
  reason: string | null;
  purpose: string | null;
};

export type EventPage = { rows: EventListRow[]; next: string | null; previous: string | null };

function toWhere(input: z.output<typeof SearchEventsInput>) {
  const { from, to, after, before, personId, ...exact } = input;
  const ranges = [
    ...(from ? [{ id: { gte: toFirstEventId(from) } }] : []),
    ...(to ? [{ id: { lt: toFirstEventId(to) } }] : []),
    ...(after ? [{ id: { lt: after } }] : []),
    ...(before ? [{ id: { gt: before } }] : []),
  ];
  const equal = Object.fromEntries(Object.entries(exact).filter(([, value]) => value !== undefined));
  return { ...equal, ...(personId ? { actorKind: "person", actorId: personId } : {}), AND: ranges };
}

/** Events, newest first, a keyset page of 50; any combination of filters. */
export async function searchEvents(ctx: RequestContext, input: SearchEventsInput): Promise<EventPage> {
  authorize(ctx, "audit:read");
  const filters = parseInput(SearchEventsInput, input);
  if (filters.from && filters.to && filters.from >= filters.to) {
    throw new DomainError("invalid_input", "The start must lie before the end.", "from");
  }
  const isBackwards = filters.before !== undefined;
  const found = await reader().auditEvent.findMany({
    where: toWhere(filters),
    orderBy: { id: isBackwards ? "asc" : "desc" },
    take: PAGE_SIZE + 1,
    select: {
      id: true,
      at: true,
      action: true,
      actorKind: true,
      actorId: true,
      agentId: true,
      datasetId: true,
      decision: true,
      reason: true,
      purpose: true,
    },
  });
  const page = found.slice(0, PAGE_SIZE);
  if (isBackwards) page.reverse();
  const hasMore = found.length > PAGE_SIZE;
  const names = await findEventNames(page);
  return {
    rows: page.map((event) => ({
      ...event,
      id: event.id as EventId,
      title: isAction(event.action) ? ACTION_TITLES[event.action] : event.action,
      actorName: names.actor(event),
      agentName: names.agent(event.agentId),
      datasetName: names.dataset(event.datasetId),
    })),
    next: isBackwards || hasMore ? (page.at(-1)?.id ?? null) : null,
    previous: (isBackwards ? hasMore : filters.after !== undefined) ? (page[0]?.id ?? null) : null,
  };
}
