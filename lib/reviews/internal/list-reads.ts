import { toFirstEventId } from "@/lib/audit/to-first-event-id";
import { toStoredEvent } from "@/lib/audit/stored-event";
import { reader } from "@/lib/db/reader";
import { getReaderPool } from "@/lib/db/pool";
import type { EventId } from "@/lib/kernel/ids";
import type { HeldItemDetail } from "@/lib/reviews/get-held-item";
import type { HeldFacts } from "./load-held-facts";

type Read = HeldItemDetail["reads"][number];

const DAY_MS = 86_400_000;
const READS_MAX = 20;
/** How many of an agent's newest events are looked through for this customer: a page does not wait for a busy agent's whole day. */
const EVENTS_MAX = 5_000;

const ABOUT_CUSTOMER = `
  SELECT text FROM (
    SELECT id, action, text FROM audit_event WHERE agent_id = $1::uuid AND id >= $2::uuid AND id < $3::uuid
    ORDER BY id DESC LIMIT ${EVENTS_MAX}) AS newest
  WHERE action = 'access.completed' AND strpos(text, $4) > 0 ORDER BY id DESC LIMIT ${READS_MAX}`;

/** The decisions behind the agent's reads about this customer in the day before it was held. */
async function listDecisionsAbout({ agentId, subjectRef, createdAt }: HeldFacts): Promise<string[]> {
  if (subjectRef === null) return [];
  const from = toFirstEventId(new Date(createdAt.getTime() - DAY_MS));
  const to = toFirstEventId(new Date(createdAt.getTime() + 1));
  const { rows } = await getReaderPool().query<{ text: string }>(ABOUT_CUSTOMER, [agentId, from, to, subjectRef]);
  return rows.flatMap(({ text }) => {
    const event = toStoredEvent(text);
    return event.action === "access.completed" && event.subjects.includes(subjectRef) ? [event.decisionId] : [];
  });
}

/** Rows released by each decision: its outcome is an event of the same request. */
async function countRows(requestIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await reader().auditEvent.findMany({
    where: { requestId: { in: [...requestIds] }, action: "access.completed" },
    select: { text: true },
  });
  const counts = new Map<string, number>();
  for (const { text } of rows) {
    const event = toStoredEvent(text);
    if (event.action === "access.completed") counts.set(event.decisionId, event.rowCount);
  }
  return counts;
}

/** What the agent had read when it came to this: the decisions it named, and its reads about the same customer. The newest first. */
export async function listReads(facts: HeldFacts): Promise<Read[]> {
  const ids = [...new Set([...facts.decisionIds.slice(0, READS_MAX), ...(await listDecisionsAbout(facts))])];
  if (ids.length === 0) return [];
  const rows = await reader().auditEvent.findMany({
    where: { id: { in: ids }, agentId: facts.agentId, action: "access.decided", decision: "allow" },
    orderBy: { id: "desc" },
    select: { id: true, at: true, requestId: true, text: true },
  });
  const counts = await countRows(rows.map(({ requestId }) => requestId));
  return rows.flatMap(({ id, at, text }): Read[] => {
    const event = toStoredEvent(text);
    if (event.action !== "access.decided") return [];
    const { dataset, purpose, fields } = event;
    return [{ eventId: id as EventId, at, dataset, purpose: purpose ?? "", rowCount: counts.get(id) ?? 0, fields }];
  });
}
