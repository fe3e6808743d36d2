import { z } from "zod";
import { readSearch, type SearchParams } from "@/app/(console)/search-params";
import { TRIAGE_KINDS } from "@/lib/kernel/triage-kinds";
import { CHANNELS, HOLD_RISKS } from "@/lib/kernel/vocabulary";

export const INBOX_VIEWS = ["waiting", "mine", "decided", "all"] as const;
export type InboxView = (typeof INBOX_VIEWS)[number];

const PLACE = z.string().max(200, "must be the place that a page's Next or Previous button leads to");
const oneOf = (values: readonly string[]) => `must be one of ${values.join(", ")}`;
const CLAIMED = ["me", "nobody", "others"] as const;

const SHAPE = {
  q: z.string().max(100, "must be at most 100 characters"),
  view: z.enum(INBOX_VIEWS, oneOf(INBOX_VIEWS)),
  kind: z.enum(TRIAGE_KINDS, oneOf(TRIAGE_KINDS)),
  risk: z.enum(HOLD_RISKS, oneOf(HOLD_RISKS)),
  queue: z.uuid("must be a queue's id"),
  agent: z.uuid("must be an agent's id"),
  channel: z.enum(CHANNELS, oneOf(CHANNELS)),
  language: z.string().regex(/^[a-z]{2,3}$/, "must be a language's code, like de"),
  claimed: z.enum(CLAIMED, oneOf(CLAIMED)),
  after: PLACE,
  before: PLACE,
  item: z.uuid("must be an item's id"),
};

export type HrefWithItem = (itemId: string | null) => string;

/** The inbox's address with another item opened, or none; everything else of it stays. */
function toHref(given: Record<string, string | string[] | undefined>): HrefWithItem {
  const rest = Object.entries(given).flatMap(([name, value]) =>
    name === "item" ? [] : [value ?? []].flat().map((each): [string, string] => [name, each]),
  );
  return (itemId) => {
    const query = new URLSearchParams([...rest, ...(itemId === null ? [] : [["item", itemId] as [string, string]])]);
    return query.size === 0 ? "/inbox" : `/inbox?${query.toString()}`;
  };
}

/** The inbox's address as the list takes it. */
export async function readInboxFilters(searchParams: SearchParams) {
  const { query, wrong } = await readSearch(searchParams, SHAPE);
  const { view = "waiting", q, item, queue, agent, after, before, ...filters } = query;
  return {
    filters: {
      view,
      ...filters,
      ...(q !== undefined && { text: q }),
      ...(queue !== undefined && { queueId: queue }),
      ...(agent !== undefined && { agentId: agent }),
      ...(after !== undefined && { after }),
      ...(after === undefined && before !== undefined && { before }),
    },
    openId: item ?? null,
    wrong,
    hrefWithItem: toHref(await searchParams),
  };
}
