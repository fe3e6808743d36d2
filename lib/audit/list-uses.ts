import { reader } from "@/lib/db/reader";
import type { EventId } from "@/lib/kernel/ids";
import { findEventNames } from "./find-event-names";
import { EventFilters, type EventFiltersInput, isAction } from "./search/event-filters";
import { toEventQuery } from "./search/event-query";
import { findEvents } from "./search/find-events";
import { LIST_COLUMNS } from "./search-events";
import { ACTION_TITLES, type StoredEvent, toStoredEvent } from "./stored-event";

/** One use of customers' data, with what its decision said about each field. */
export type Use = {
  id: EventId;
  at: Date;
  action: string;
  title: string;
  actorKind: string;
  actorId: string | null;
  actorName: string | null;
  agentId: string | null;
  agentName: string | null;
  datasetId: string | null;
  datasetName: string | null;
  purpose: string | null;
  /** The event of the decision; null for what needed none. */
  decisionId: EventId | null;
  /** released, failed, or null for events of another kind. */
  outcome: string | null;
  rowCount: number | null;
  subjects: string[];
  /** Each field asked for and how it was shown: clear, mask, tokenise, generalise, redact or withheld. */
  fields: { [field: string]: string };
  requestId: string;
};

type Row = {
  id: string;
  at: Date;
  action: string;
  actorKind: string;
  actorId: string | null;
  agentId: string | null;
  datasetId: string | null;
  purpose: string | null;
  requestId: string;
  text: string;
};

const DECISIONS_AT_ONCE = 1_000;

const textOf = (event: StoredEvent, key: string): string | null => {
  const value: unknown = Reflect.get(event, key);
  return typeof value === "string" ? value : null;
};

function fieldsOf(event: StoredEvent): { [field: string]: string } {
  const fields: unknown = Reflect.get(event, "fields");
  return typeof fields === "object" && fields !== null ? (fields as { [field: string]: string }) : {};
}

function subjectsOf(event: StoredEvent): string[] {
  const subjects: unknown = Reflect.get(event, "subjects");
  return Array.isArray(subjects) ? subjects.filter((one) => typeof one === "string") : [];
}

/** Decisions' fields by the decisions' ids. */
async function loadFields(ids: readonly string[]): Promise<Map<string, { [field: string]: string }>> {
  const found = new Map<string, { [field: string]: string }>();
  for (let at = 0; at < ids.length; at += DECISIONS_AT_ONCE) {
    const rows = await reader().auditEvent.findMany({
      where: { id: { in: ids.slice(at, at + DECISIONS_AT_ONCE) } },
      select: { id: true, text: true },
    });
    for (const { id, text } of rows) found.set(id, fieldsOf(toStoredEvent(text)));
  }
  return found;
}

function rowCountOf(event: StoredEvent): number | null {
  const count: unknown = Reflect.get(event, "rowCount");
  return typeof count === "number" ? count : null;
}

/** Uses that fit the filters, newest first, up to `limit`; `after` goes on from an event. No permission is asked here: verbs do. */
export async function listUses(
  filters: EventFiltersInput,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Use[]> {
  const query = await toEventQuery(EventFilters.parse(filters));
  const place = { from: after, direction: "older", limit } as const;
  const rows = await findEvents<Row>(query, `${LIST_COLUMNS}, e.text`, place);
  const events = rows.map((row) => toStoredEvent(row.text));
  const decisionIds = events.map((event) => textOf(event, "decisionId")).filter((id) => id !== null);
  const [names, fields] = await Promise.all([findEventNames(rows), loadFields([...new Set(decisionIds)])]);
  return rows.map(({ text, ...row }) => {
    const event = toStoredEvent(text);
    const decisionId = textOf(event, "decisionId");
    return {
      ...row,
      id: row.id as EventId,
      title: isAction(row.action) ? ACTION_TITLES[row.action] : row.action,
      actorName: names.actor(row),
      agentName: names.agent(row.agentId),
      datasetName: names.dataset(row.datasetId),
      decisionId: decisionId as EventId | null,
      outcome: textOf(event, "outcome"),
      rowCount: rowCountOf(event),
      subjects: subjectsOf(event),
      fields: (decisionId === null ? undefined : fields.get(decisionId)) ?? fieldsOf(event),
    };
  });
}
