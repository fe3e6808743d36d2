import type { Json } from "@/lib/kernel/canonical-json";
import type { EventNames } from "@/lib/audit/find-event-names";
import { isAction } from "@/lib/audit/search/event-filters";
import { ACTION_TITLES, type StoredEvent } from "@/lib/audit/stored-event";

/** What a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection). */
const FORMULA = /^[\s]*[=+\-@\t\r|%]/;

function toCell(value: unknown): string {
  const text = value === null || value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value);
  const safe = FORMULA.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

const of = (event: StoredEvent, key: string): Json | undefined => Reflect.get(event, key) as Json | undefined;
const text = (event: StoredEvent, key: string): string | null => {
  const value = of(event, key);
  return typeof value === "string" ? value : null;
};

function join(value: Json | undefined): string {
  if (Array.isArray(value))
    return value.map((one: Json) => (typeof one === "string" ? one : JSON.stringify(one))).join("; ");
  if (typeof value !== "object" || value === null) return "";
  return Object.entries(value)
    .map(([name, how]) => `${name}=${typeof how === "string" ? how : JSON.stringify(how)}`)
    .join("; ");
}

type Column = [name: string, read: (event: StoredEvent, entry: number, names: EventNames) => unknown];

const COLUMNS: readonly Column[] = [
  ["entry", (_, entry) => entry],
  ["event", (event) => event.id],
  ["time", (event) => event.at],
  ["action", (event) => event.action],
  ["title", (event) => (isAction(event.action) ? ACTION_TITLES[event.action] : event.action)],
  ["actor_kind", (event) => event.actor.kind],
  ["actor", (event) => event.actor.id],
  ["actor_name", (event, _, names) => names.actor({ actorKind: event.actor.kind, actorId: event.actor.id })],
  ["on_behalf_of", (event) => event.onBehalfOf],
  ["agent", (event) => text(event, "agentId")],
  ["agent_name", (event, _, names) => names.agent(text(event, "agentId"))],
  ["key", (event) => text(event, "keyId")],
  ["source", (event) => text(event, "sourceId")],
  ["dataset", (event) => text(event, "datasetId")],
  ["dataset_name", (event, _, names) => names.dataset(text(event, "datasetId"))],
  ["decision", (event) => text(event, "decision")],
  ["reason", (event) => text(event, "reason")],
  ["purpose", (event) => text(event, "purpose")],
  ["outcome", (event) => text(event, "outcome")],
  ["rows", (event) => of(event, "rowCount")],
  ["fields", (event) => join(of(event, "fields"))],
  ["subjects", (event) => join(of(event, "subjects"))],
  ["duration_ms", (event) => of(event, "durationMs")],
  ["request", (event) => event.requestId],
  ["trace", (event) => event.traceId],
  ["address", (event) => event.address],
];

export const CSV_HEAD = `${COLUMNS.map(([name]) => name).join(",")}\r\n`;

/** One event as a row (RFC 4180), formulas made harmless. */
export function toCsvRow(event: StoredEvent, entry: number, names: EventNames): string {
  return `${COLUMNS.map(([, read]) => toCell(read(event, entry, names))).join(",")}\r\n`;
}
