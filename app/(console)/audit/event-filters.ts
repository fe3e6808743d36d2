import { z } from "zod";
import { readSearch, type SearchParams, type WrongParameter } from "@/app/(console)/search-params";
import { toTimeBounds } from "@/components/table/time-range";
import { EventFilters, VALUES_MAX } from "@/lib/audit/search/event-filters";
import type { SearchEventsInput } from "@/lib/audit/search-events";

const PLACE = "must be the place that a page's Next or Previous button leads to";

const SHAPE = {
  time: z.string().max(100, "must be a time range"),
  after: z.uuid(PLACE),
  before: z.uuid(PLACE),
  event: z.uuid("must be an event's id"),
  quiet: z.literal("1", "must be 1"),
};

/** The address's names of the search's filters; a name that stands several times means any of its values. */
const FILTERS = {
  agent: "agentId",
  person: "personId",
  by: "actorKind",
  action: "action",
  decision: "decision",
  reason: "reason",
  purpose: "purpose",
  dataset: "datasetId",
  source: "sourceId",
  vendor: "vendorId",
  key: "keyId",
  field: "field",
  category: "category",
  subject: "subject",
  case: "case",
  request: "requestId",
  id: "text",
} as const satisfies Record<string, keyof EventFilters>;

export const FILTER_KEYS = ["time", "quiet", ...Object.keys(FILTERS)];

export type HrefWithEvent = (eventId: string | null) => string;
type Given = Record<string, string | string[] | undefined>;

function entriesOf(given: Given, without: readonly string[]): [string, string][] {
  return Object.entries(given).flatMap(([name, value]) =>
    without.includes(name) ? [] : [value ?? []].flat().map((each): [string, string] => [name, each]),
  );
}

/** The audit page's address, with another event opened or none; everything else of it stays. */
function toHref(given: Given): HrefWithEvent {
  const rest = entriesOf(given, ["event"]);
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

/** Each filter on its own, so that one that is wrong takes no other with it. */
function readFilters(given: Given): { filters: SearchEventsInput; wrong: WrongParameter[] } {
  const filters: Record<string, unknown> = {};
  const wrong: WrongParameter[] = [];
  for (const [name, key] of Object.entries(FILTERS)) {
    const values = [given[name] ?? []].flat().filter((value) => value !== "");
    if (values.length === 0) continue;
    const value = values.length === 1 ? values[0] : [...new Set(values)].slice(0, VALUES_MAX + 1);
    const parsed = EventFilters.shape[key].safeParse(value);
    if (parsed.success) filters[key] = parsed.data;
    else wrong.push({ name, must: deepest(parsed.error) });
  }
  return { filters, wrong };
}

/** Where one value or several may stand, the message that speaks of the value. */
function deepest(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue?.code !== "invalid_union") return issue?.message ?? "is not known";
  const messages = issue.errors.flat().map(({ message }) => message);
  return messages.find((message) => !message.startsWith("Invalid input")) ?? "is not known";
}

/** The audit page's address as the search takes it. */
export async function readEventFilters(searchParams: SearchParams, now: Date) {
  const given = await searchParams;
  const { query, wrong } = await readSearch(searchParams, SHAPE);
  const period = toPeriod(query.time, now);
  const chosen = readFilters(given);
  const filters: SearchEventsInput = {
    ...chosen.filters,
    ...period.bounds,
    ...(query.quiet && { isWithoutAuditReads: true }),
    after: query.after,
    before: query.after === undefined ? query.before : undefined,
  };
  return {
    filters,
    openId: query.event ?? null,
    wrong: [...wrong, ...period.wrong, ...chosen.wrong],
    hrefWithEvent: toHref(given),
    /** What a saved view keeps: no place in the list, no opened event. */
    viewQuery: new URLSearchParams(entriesOf(given, ["event", "after", "before"])).toString(),
  };
}
