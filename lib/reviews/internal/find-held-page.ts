import { z } from "zod";
import { getReaderPool } from "@/lib/db/pool";
import type { TriageKind } from "@/lib/kernel/triage-kinds";
import { type Channel, HOLD_STATES, type HoldRisk, type HoldState } from "@/lib/kernel/vocabulary";
import { isWaiting } from "@/lib/kernel/review-state";
import { isUuid } from "@/lib/runtime/is-uuid";

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
  /** A part of an agent's, a queue's or an action's name, or an item's id. */
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

/** One ordered read of an index for each state, or a single one over all of them. */
function toStates(view: HeldView): readonly (HoldState | null)[] {
  if (view === "all") return [null];
  if (view === "mine") return ["claimed"];
  return HOLD_STATES.filter((state) => isWaiting(state) === (view === "waiting"));
}

/** A claim that has run out is nobody's. */
function toClaimCondition(claimed: "me" | "nobody" | "others", { viewerId, now }: HeldSearch, values: Values): string {
  const at = values.add(now, "timestamptz");
  if (claimed === "nobody") return `(claimed_by_id IS NULL OR claim_expires_at <= ${at})`;
  const sign = claimed === "me" ? "=" : "<>";
  return `claimed_by_id ${sign} ${values.add(viewerId, "uuid")} AND claim_expires_at > ${at}`;
}

function toTextCondition(text: string, values: Values): string {
  if (isUuid(text)) return `id = ${values.add(text, "uuid")}`;
  const like = values.add(`%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`, "text");
  return `(agent_id IN (SELECT id FROM agent WHERE name ILIKE ${like}) OR queue_id IN (SELECT id FROM review_queue WHERE name ILIKE ${like})
    OR action_kind ILIKE ${like})`;
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

function toConditions(search: HeldSearch, values: Values): string[] {
  const { view, filters } = search;
  const { claimed, text } = filters;
  return [
    ...(view === "mine" ? [toClaimCondition("me", search, values)] : []),
    ...toEqual(filters, values),
    ...(claimed === undefined ? [] : [toClaimCondition(claimed, search, values)]),
    ...(text === undefined || text === "" ? [] : [toTextCondition(text, values)]),
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

export function toHeldPageQuery(search: HeldSearch): { text: string; values: unknown[] } {
  const values = new Values();
  const { sorted, from } = toOrder(search, values);
  const conditions = [...toConditions(search, values), ...from];
  const branches = toStates(search.view).map((state) => {
    const all = [...(state === null ? [] : [`state = '${state}'`]), ...conditions];
    const where = all.length === 0 ? "" : `WHERE ${all.join(" AND ")}`;
    return `(SELECT id, due_at FROM held_item ${where} ORDER BY ${sorted} LIMIT ${search.limit})`;
  });
  const text = `SELECT id, due_at AS "dueAt" FROM (${branches.join(" UNION ALL ")}) AS found ORDER BY ${sorted} LIMIT ${search.limit}`;
  return { text, values: values.all };
}

const Places = z.array(z.object({ id: z.string(), dueAt: z.date() }));

/** Up to `limit` places after or before the given one, in the order of the page. */
export async function findHeldPage(search: HeldSearch): Promise<{ id: string; dueAt: Date }[]> {
  const { rows } = await getReaderPool().query(toHeldPageQuery(search));
  const places = Places.parse(rows);
  return search.place?.direction === "before" ? places.reverse() : places;
}
