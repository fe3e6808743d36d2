import type { HrefWithEvent } from "@/app/(console)/audit/event-filters";
import type { ActorKind } from "@/components/audit/actor-mark";
import type { EventsTableRow } from "@/components/audit/events-table";
import type { DecisionEffect } from "@/components/ui/decision-mark";
import type { EventListRow } from "@/lib/audit/search-events";

/** The kinds that people see: somebody who has not signed in is a person that is not known. */
export function toActorKind(kind: string): ActorKind {
  if (kind === "agent" || kind === "system") return kind;
  return "person";
}

/** Who did it, in words, where there is no name. */
export function toActorWord(kind: string, name: string | null): string {
  if (kind === "system") return "Gatehouse";
  if (kind === "anonymous") return "Not signed in";
  return name ?? "No longer known";
}

export function toDecision(decision: string | null): DecisionEffect | null {
  return decision === "allow" || decision === "deny" || decision === "hold" ? decision : null;
}

export function toEventRow(event: EventListRow, hrefWithEvent: HrefWithEvent): EventsTableRow {
  return {
    ...event,
    href: hrefWithEvent(event.id),
    actorKind: toActorKind(event.actorKind),
    actorName: toActorWord(event.actorKind, event.actorName),
    decision: toDecision(event.decision),
  };
}
