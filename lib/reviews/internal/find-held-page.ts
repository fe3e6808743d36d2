import { z } from "zod";
import { getReaderPool } from "@/lib/db/pool";
import { reader } from "@/lib/db/reader";
import { toContained } from "@/lib/db/to-contained";
import type { TriageKind } from "@/lib/kernel/triage-kinds";
import type { Channel, HoldRisk } from "@/lib/kernel/vocabulary";
import { isUuid } from "@/lib/runtime/is-uuid";

const NAMED_MAX = 200;

export const HELD_VIEWS = ["waiting", "mine", "decided", "all"] as const;
export type HeldView = (typeof HELD_VIEWS)[number];

export type HeldFilters = {
  kind?: TriageKind | undefined;
  queueId?: string | undefined;
  agentId?: string | undefined;
  risk?: HoldRisk | undefined;
  channel?: Channel | undefined;
  language?: string | undefined;
  claimed?: "me" | "nobody" | "others" | undefined;
  /** A part of an agent's or a queue's name, or an item's id. */
  text?: string | undefined;
};

/** Where a page begins: what waits is in the order of its deadlines, everything else the newest first. */
export type HeldPlace = { dueAt: Date; id: string };

export type HeldSearch = {
  view: HeldView;
  filters: HeldFilters;
  viewerId: string;
  now: Date;
  place: (HeldPlace & { direction: "after" | "before" }) | null;
  limit: number;
};

class Values {
  readonly all: unknown[] = [];
  add(value: unknown, type: string): string {
    return `$${this.all.push(value)}::${type}`;
  }
}

function isByDeadline(view: HeldView): boolean {
  return view === "waiting" || view === "mine";
}

/** As the indexes of the first reviews migration are made, so that each list is read from one of them in its order. */
const STATES: { readonly [V in HeldView]: string[] } = {
  waiting: ["state IN ('open', 'claimed')"],
  mine: ["state = 'claimed'"],
  decided: ["state NOT IN ('open', 'claimed')"],
  all: [],
};

/** A claim that has run out is nobody's. */
function toClaimCondition(claimed: "me" | "nobody" | "others", { viewerId, now }: HeldSearch, values: Values): string {
  const at = values.add(now, "timestamptz");
  if (claimed === "nobody") return `(claimed_by_id IS NULL OR claim_expires_at <= ${at})`;
  const sign = claimed === "me" ? "=" : "<>";
  return `claimed_by_id ${sign} ${values.add(viewerId, "uuid")} AND claim_expires_at > ${at}`;
}

/** Those that are equal to a column. */
function toEqual({ kind, queueId, agentId, risk, channel, language }: HeldFilters, values: Values): string[] {
  const wanted: [string, string | undefined, string][] = [
    ["kind", kind, "hold_kind"],
    ["queue_id", queueId, "uuid"],
    ["agent_id", agentId, "uuid"],
    ["risk", risk, "hold_risk"],
    ["channel", channel, "channel"],
    ["language", language, "text"],
  ];
  return wanted.flatMap(([column, value, type]) =>
    value === undefined ? [] : [`${column} = ${values.add(value, type)}`],
  );
}

function toNamedCondition({ itemId, agentIds, queueIds }: Named, values: Values): string {
  if (itemId !== null) return `id = ${values.add(itemId, "uuid")}`;
  const either = [
    ...(agentIds.length === 0 ? [] : [`agent_id = ANY(${values.add(agentIds, "uuid[]")})`]),
    ...(queueIds.length === 0 ? [] : [`queue_id = ANY(${values.add(queueIds, "uuid[]")})`]),
  ];
  return `(${either.join(" OR ")})`;
}

function toConditions(search: HeldSearch, named: Named | null, values: Values): string[] {
  const { view, filters } = search;
  const { claimed } = filters;
  return [
    ...STATES[view],
    ...(view === "mine" ? [toClaimCondition("me", search, values)] : []),
    ...toEqual(filters, values),
    ...(claimed === undefined ? [] : [toClaimCondition(claimed, search, values)]),
    ...(named === null ? [] : [toNamedCondition(named, values)]),
  ];
}

/** Where the page stands, and how it is sorted: a page before another one is read backwards. */
function toOrder({ view, place }: HeldSearch, values: Values): { sorted: string; from: string[] } {
  const isBackwards = place?.direction === "before";
  const isRising = isByDeadline(view) !== isBackwards;
  const direction = isRising ? "ASC" : "DESC";
  const columns = isByDeadline(view) ? ["due_at", "id"] : ["id"];
  const sorted = columns.map((column) => `${column} ${direction}`).join(", ");
  if (place === null) return { sorted, from: [] };
  const at = [
    ...(isByDeadline(view) ? [values.add(place.dueAt, "timestamptz")] : []),
    values.add(place.id, "uuid"),
  ].join(", ");
  return { sorted, from: [`(${columns.join(", ")}) ${isRising ? ">" : "<"} (${at})`] };
}

function toQuery(search: HeldSearch, named: Named | null): { text: string; values: unknown[] } {
  const values = new Values();
  const { sorted, from } = toOrder(search, values);
  const conditions = [...toConditions(search, named, values), ...from];
  const where = conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;
  const text = `SELECT id, due_at AS "dueAt" FROM held_item ${where} ORDER BY ${sorted} LIMIT ${search.limit}`;
  return { text, values: values.all };
}

/** What a text names: an item by its id, or agents and queues by a part of their names. */
type Named = { itemId: string | null; agentIds: string[]; queueIds: string[] };

async function findNamed(text: string): Promise<Named> {
  if (isUuid(text)) return { itemId: text, agentIds: [], queueIds: [] };
  const where = { name: toContained(text) };
  const agents = await reader().agent.findMany({ where, select: { id: true }, take: NAMED_MAX });
  const queues = await reader().reviewQueue.findMany({ where, select: { id: true }, take: NAMED_MAX });
  return { itemId: null, agentIds: agents.map(({ id }) => id), queueIds: queues.map(({ id }) => id) };
}

const Places = z.array(z.object({ id: z.string(), dueAt: z.date() }));

/** Up to `limit` places after or before the given one, in the order of the page. */
export async function findHeldPage(search: HeldSearch): Promise<{ id: string; dueAt: Date }[]> {
  const { text = "" } = search.filters;
  const named = text === "" ? null : await findNamed(text);
  const isNobody = named?.itemId === null && named.agentIds.length + named.queueIds.length === 0;
  if (isNobody) return [];
  const { rows } = await getReaderPool().query(toQuery(search, named));
  const places = Places.parse(rows);
  return search.place?.direction === "before" ? places.reverse() : places;
}
