import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { EventId } from "@/lib/kernel/ids";
import { isUuid } from "@/lib/runtime/is-uuid";
import { explainEvent } from "./explain-event";
import { findEventNames } from "./find-event-names";
import { noteReading } from "./search/note-search";
import { type StoredEvent, toStoredEvent } from "./stored-event";

export type EventDetail = {
  id: EventId;
  event: StoredEvent;
  /** The exact canonical text (RFC 8785) that is stored and hashed. */
  text: string;
  /** What happened and why, in plain words, with what could change it. */
  explanation: { sentence: string; why: string | null; fix: string | null };
  actorName: string | null;
  agentName: string | null;
  datasetName: string | null;
  /** The other events of the same request, in order. */
  sameRequest: { id: EventId; action: string; at: Date }[];
};

/** One event with its explanation and what belongs to it; that it was opened is an event. Throws `not_found`. */
export async function getEvent(ctx: RequestContext, eventId: string): Promise<EventDetail> {
  authorize(ctx, "audit:read");
  const row = isUuid(eventId)
    ? await reader().auditEvent.findUnique({
        where: { id: eventId },
        select: {
          id: true,
          text: true,
          requestId: true,
          actorKind: true,
          actorId: true,
          agentId: true,
          datasetId: true,
        },
      })
    : null;
  if (row === null) throw new DomainError("not_found", "There is no such event.");
  const event = toStoredEvent(row.text);
  const [names, sameRequest] = await Promise.all([
    findEventNames([row]),
    reader().auditEvent.findMany({
      where: { requestId: row.requestId, NOT: { id: row.id } },
      orderBy: { id: "asc" },
      take: 50,
      select: { id: true, action: true, at: true },
    }),
  ]);
  await noteReading(ctx, row.id, { action: "audit.event_opened", eventId: row.id });
  const named = {
    actorName: names.actor(row),
    agentName: names.agent(row.agentId),
    datasetName: names.dataset(row.datasetId),
  };
  return {
    id: row.id as EventId,
    event,
    text: row.text,
    explanation: explainEvent(event, named),
    ...named,
    sameRequest: sameRequest.map((other) => ({ ...other, id: other.id as EventId })),
  };
}
