import { z } from "zod";
import { readSearch, type SearchParams, type WrongParameter } from "@/app/(console)/search-params";
import { toTimeBounds } from "@/components/table/time-range";
import type { SearchEventsInput } from "@/lib/audit/search-events";
import { ACTION_TITLES } from "@/lib/audit/stored-event";

const PLACE = "must be the place that a page's Next or Previous button leads to";

const SHAPE = {
  time: z.string().max(100, "must be a time range"),
  decision: z.enum(["allow", "deny", "hold"], "must be allow, deny or hold"),
  agent: z.uuid("must be an agent's id"),
  person: z.uuid("must be a person's id"),
  action: z.string().refine((text) => Object.hasOwn(ACTION_TITLES, text), "must be an event's code"),
  dataset: z.uuid("must be a dataset's id"),
  request: z.uuid("must be a request's id"),
  after: z.uuid(PLACE),
  before: z.uuid(PLACE),
  event: z.uuid("must be an event's id"),
};

export type HrefWithEvent = (eventId: string | null) => string;

/** The audit page's address, with another event opened or none; everything else of it stays. */
function toHref(given: Record<string, string | string[] | undefined>): HrefWithEvent {
  const rest = Object.entries(given).flatMap(([name, value]) =>
    name === "event" ? [] : [value ?? []].flat().map((each): [string, string] => [name, each]),
  );
  return (eventId) => {
    const query = new URLSearchParams([...rest, ...(eventId === null ? [] : [["event", eventId] as [string, string]])]);
    return query.size === 0 ? "/audit" : `/audit?${query.toString()}`;
  };
}

function toPeriod(
  time: string | undefined,
  now: Date,
): { bounds: { from?: Date; to?: Date }; wrong: WrongParameter[] } {
  if (time === undefined) return { bounds: {}, wrong: [] };
  const bounds = toTimeBounds(time, now);
  const isBackwards = bounds?.from && bounds.to && bounds.from >= bounds.to;
  if (bounds === null || isBackwards) {
    const must = isBackwards ? "must begin before it ends" : "must be 1h, 24h, 7d, 30d or two times around two dots";
    return { bounds: {}, wrong: [{ name: "time", must }] };
  }
  return { bounds: { ...(bounds.from && { from: bounds.from }), ...(bounds.to && { to: bounds.to }) }, wrong: [] };
}

/** The audit page's address as the search takes it. */
export async function readEventFilters(searchParams: SearchParams, now: Date) {
  const { query, wrong } = await readSearch(searchParams, SHAPE);
  const period = toPeriod(query.time, now);
  const filters: SearchEventsInput = {
    ...period.bounds,
    agentId: query.agent,
    personId: query.person,
    action: query.action,
    decision: query.decision,
    datasetId: query.dataset,
    requestId: query.request,
    after: query.after,
    before: query.after === undefined ? query.before : undefined,
  };
  return {
    filters,
    openId: query.event ?? null,
    wrong: [...wrong, ...period.wrong],
    hrefWithEvent: toHref(await searchParams),
  };
}
