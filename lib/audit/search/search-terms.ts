import type { StoredEvent } from "@/lib/audit/stored-event";

/** What events can be searched by, each a kind and a value. */
export const TERM = {
  action: (value: string) => `a:${value}`,
  actorKind: (value: string) => `k:${value}`,
  decision: (value: string) => `d:${value}`,
  reason: (value: string) => `r:${value}`,
  purpose: (value: string) => `p:${value}`,
  /** Any id in the event but its own, its request's and its decision's. */
  id: (value: string) => `i:${value}`,
  subject: (value: string) => `s:${value}`,
  field: (value: string) => `f:${value}`,
  caseRef: (value: string) => `c:${value}`,
} as const;

const UUID = /"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"/g;
const SUBJECT = /"(sub_[0-9a-f]{32})"/g;

/** A term as the index keeps it: 32 bits. Two terms may share a number, so what is found is checked against the event itself. */
export function hashTerm(term: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < term.length; at += 1) {
    hash ^= term.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}

function textOf(event: object, key: string): string[] {
  const value: unknown = Reflect.get(event, key);
  return typeof value === "string" && value !== "" ? [value] : [];
}

function listOf(event: object, key: string): string[] {
  const value: unknown = Reflect.get(event, key);
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

/** The fields that an event is about, whatever became of them. */
function toFields(event: object): string[] {
  const fields: unknown = Reflect.get(event, "fields");
  const changes: unknown = Reflect.get(event, "changes");
  const named = typeof fields === "object" && fields !== null && !Array.isArray(fields) ? Object.keys(fields) : [];
  const changed = Array.isArray(changes) ? changes.flatMap((one: unknown) => textOf(Object(one), "field")) : [];
  return [...named, ...changed, ...listOf(event, "filterFields"), ...listOf(event, "orderFields")];
}

/** Every term of an event, from its stored text. */
export function toSearchTerms(text: string): string[] {
  const event = JSON.parse(text) as StoredEvent;
  const own = [event.id, event.requestId, ...textOf(event, "decisionId")];
  const ids = [...text.matchAll(UUID)].map(([, id = ""]) => id).filter((id) => !own.includes(id));
  const subjects = [...text.matchAll(SUBJECT)].map(([, ref = ""]) => ref);
  const terms = [
    TERM.action(event.action),
    TERM.actorKind(event.actor.kind),
    ...textOf(event, "decision").map(TERM.decision),
    ...textOf(event, "reason").map(TERM.reason),
    ...textOf(event, "purpose").map(TERM.purpose),
    ...[...textOf(event, "caseRef"), ...textOf(event, "caseId")].map(TERM.caseRef),
    ...ids.map(TERM.id),
    ...subjects.map(TERM.subject),
    ...toFields(event).map(TERM.field),
  ];
  return [...new Set(terms)];
}

/** An event's terms as `audit_facet` keeps them: a Postgres array of numbers. */
export function toFacetArray(text: string): string {
  return `{${[...new Set(toSearchTerms(text).map(hashTerm))].sort((a, b) => a - b).join(",")}}`;
}
