import { reader } from "@/lib/db/reader";
import { DomainError } from "@/lib/kernel/domain-error";
import { isUuid } from "@/lib/runtime/is-uuid";
import { toFirstEventId } from "@/lib/audit/to-first-event-id";
import type { EventFilters } from "./event-filters";
import { hashTerm, TERM } from "./search-terms";

/** A search as SQL takes it. */
export type EventQuery = {
  /** Ids from, and up to and not including. */
  low: string;
  high: string;
  /** Exact conditions on `audit_event e`, joined by AND, with the values that they bind. */
  conditions: string[];
  values: unknown[];
  /** For the index: events have all of these terms and, of each group, one. */
  terms: number[];
  groups: number[][];
  /** One request's events are few and have an index of their own. */
  requestId: string | null;
  /** Whether conditions look into the event's text, which costs more for each row. */
  looksInside: boolean;
};

const LOWEST = "00000000-0000-0000-0000-000000000000";
const HIGHEST = "ffffffff-ffff-ffff-ffff-ffffffffffff";
const AUDIT_READS = ["audit.searched", "audit.event_opened", "audit.subject_traced", "audit.agent_traced"];

function addTerms(query: EventQuery, terms: readonly string[]): void {
  const hashes = [...new Set(terms.map(hashTerm))];
  const [only] = hashes;
  if (hashes.length === 1 && only !== undefined) query.terms.push(only);
  else query.groups.push(hashes);
}

function bind(query: EventQuery, value: unknown): string {
  query.values.push(value);
  return `$${query.values.length}`;
}

type Column = { column: string; type: "uuid" | "text"; term: (value: string) => string };
const COLUMNS = {
  agentId: { column: "agent_id", type: "uuid", term: TERM.id },
  keyId: { column: "key_id", type: "uuid", term: TERM.id },
  datasetId: { column: "dataset_id", type: "uuid", term: TERM.id },
  sourceId: { column: "source_id", type: "uuid", term: TERM.id },
  actorKind: { column: "actor_kind", type: "text", term: TERM.actorKind },
  action: { column: "action", type: "text", term: TERM.action },
  decision: { column: "decision", type: "text", term: TERM.decision },
  reason: { column: "reason", type: "text", term: TERM.reason },
  purpose: { column: "purpose", type: "text", term: TERM.purpose },
} as const satisfies { readonly [F in keyof EventFilters]?: Column };
const COLUMN_NAMES = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];

/** Filters on what has a column. A value that two columns could hold is told apart by the condition, not by the term. */
function addColumns(query: EventQuery, filters: EventFilters): void {
  for (const name of COLUMN_NAMES) {
    const wanted: readonly string[] | undefined = filters[name];
    if (wanted === undefined) continue;
    const { column, type, term } = COLUMNS[name];
    query.conditions.push(`e.${column} = ANY (${bind(query, wanted)}::${type}[])`);
    addTerms(query, wanted.map(term));
  }
  if (filters.personId !== undefined) {
    query.conditions.push(`e.actor_kind = 'person' AND e.actor_id = ANY (${bind(query, filters.personId)}::text[])`);
    addTerms(query, filters.personId.map(TERM.id));
  }
}

/** Filters on what only the text holds, each value as it stands there between quotes. */
function addTexts(query: EventQuery, values: readonly string[], term: (value: string) => string): void {
  const parts = values.map((value) => `strpos(e.text, ${bind(query, JSON.stringify(value))}) > 0`);
  query.conditions.push(`(${parts.join(" OR ")})`);
  query.looksInside = true;
  addTerms(query, values.map(term));
}

const FIELD_PLACES = ["fields", "filterFields", "orderFields"];

function addFields(query: EventQuery, fields: readonly string[]): void {
  const quoted = fields.map((field) => `strpos(e.text, ${bind(query, JSON.stringify(field))}) > 0`);
  const names = bind(query, fields);
  const inside = FIELD_PLACES.map((place) => `(e.text::jsonb -> '${place}') ?| ${names}::text[]`);
  inside.push(
    `(e.action = 'field.confirmed' AND jsonb_path_query_array(e.text::jsonb, '$.changes[*].field') ?| ${names}::text[])`,
  );
  query.conditions.push(`(${quoted.join(" OR ")})`, `(${inside.join(" OR ")})`);
  query.looksInside = true;
  addTerms(query, fields.map(TERM.field));
}

/** Events that touched fields of these categories, as the catalogue classifies fields today. */
async function addCategories(query: EventQuery, categories: NonNullable<EventFilters["category"]>): Promise<void> {
  const fields = await reader().field.findMany({
    where: { category: { in: categories } },
    select: { name: true, datasetId: true },
    take: 5_000,
  });
  const byDataset = new Map<string, string[]>();
  for (const { datasetId, name } of fields) byDataset.set(datasetId, [...(byDataset.get(datasetId) ?? []), name]);
  const parts = [...byDataset].map(([datasetId, names]) => {
    const isOne = `e.dataset_id = ${bind(query, datasetId)}::uuid`;
    return `(${isOne} AND (e.text::jsonb -> 'fields') ?| ${bind(query, names)}::text[])`;
  });
  query.conditions.push(parts.length === 0 ? "false" : `(${parts.join(" OR ")})`);
  query.looksInside = true;
  addTerms(
    query,
    fields.map(({ name }) => TERM.field(name)),
  );
}

/** What a text could name: the event itself, the beginning of its id, its request, or anything in it. */
async function addText(query: EventQuery, text: string): Promise<void> {
  if (text.startsWith("sub_")) return addTexts(query, [text], TERM.subject);
  if (!isUuid(text)) {
    const pad = (digit: string): string => text + LOWEST.slice(text.length).replaceAll("0", digit);
    const [low, high] = [pad("0"), pad("f")];
    if (!isUuid(low)) throw new DomainError("invalid_input", "text: is not the beginning of an id.", "text");
    query.conditions.push(`e.id BETWEEN ${bind(query, low)}::uuid AND ${bind(query, high)}::uuid`);
    [query.low, query.high] = [low > query.low ? low : query.low, high < query.high ? high : query.high];
    return;
  }
  const own = await reader().auditEvent.findUnique({ where: { id: text }, select: { id: true } });
  if (own !== null) {
    query.conditions.push(`e.id = ${bind(query, text)}::uuid`);
    query.low = text > query.low ? text : query.low;
    return;
  }
  const ofRequest = await reader().auditEvent.findFirst({ where: { requestId: text }, select: { id: true } });
  if (ofRequest === null) return addTexts(query, [text], TERM.id);
  query.requestId = text;
}

/** Throws `invalid_input` where the filters cannot be meant together. */
export async function toEventQuery(filters: EventFilters): Promise<EventQuery> {
  const { from, to } = filters;
  if (from && to && from >= to) throw new DomainError("invalid_input", "The start must lie before the end.", "from");
  const query: EventQuery = {
    low: from === undefined ? LOWEST : toFirstEventId(from),
    high: to === undefined ? HIGHEST : toFirstEventId(to),
    conditions: [],
    values: [],
    terms: [],
    groups: [],
    requestId: filters.requestId ?? null,
    looksInside: false,
  };
  addColumns(query, filters);
  if (filters.vendorId !== undefined) addTexts(query, filters.vendorId, TERM.id);
  if (filters.subject !== undefined) addTexts(query, filters.subject, TERM.subject);
  if (filters.case !== undefined) addTexts(query, filters.case, TERM.caseRef);
  if (filters.field !== undefined) addFields(query, filters.field);
  if (filters.category !== undefined) await addCategories(query, filters.category);
  if (filters.text !== undefined) await addText(query, filters.text);
  if (filters.isWithoutAuditReads === true)
    query.conditions.push(`e.action <> ALL (${bind(query, AUDIT_READS)}::text[])`);
  if (query.requestId !== null) query.conditions.push(`e.request_id = ${bind(query, query.requestId)}::uuid`);
  return query;
}
