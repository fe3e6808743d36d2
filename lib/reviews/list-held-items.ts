import { z } from "zod";
import { getReaderPool } from "@/lib/db/pool";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { AgentId, HeldItemId, PersonId, ReviewQueueId } from "@/lib/kernel/ids";
import { TRIAGE_KINDS, type TriageKind } from "@/lib/kernel/triage-kinds";
import {
  type Channel,
  CHANNELS,
  HOLD_RISKS,
  type HoldRisk,
  type HoldState,
  type ReviewVerdict,
} from "@/lib/kernel/vocabulary";
import { parseInput } from "@/lib/runtime/parse-input";
import { findHeldPage, HELD_VIEWS, type HeldPlace } from "./internal/find-held-page";
import { loadHeldRows } from "./internal/load-held-rows";
import { loadViewer } from "./internal/load-viewer";

const PAGE_SIZE = 50;
const COUNT_MAX = 1_000;

/** `2026-11-25T08:00:00.000Z_<id>`: the deadline and the id of the row that a page stands after or before. */
const Place = z.string().transform((text, context): HeldPlace => {
  const [time = "", id = ""] = text.split("_");
  const dueAt = new Date(time);
  if (!z.uuid().safeParse(id).success || Number.isNaN(dueAt.getTime())) {
    context.addIssue({ code: "custom", message: "must be the next or previous of another page" });
    return z.NEVER;
  }
  return { dueAt, id };
});

export const ListHeldItemsInput = z.object({
  view: z.enum(HELD_VIEWS, `must be one of ${HELD_VIEWS.join(", ")}`).default("waiting"),
  kind: z.enum(TRIAGE_KINDS).optional(),
  queueId: z.uuid("names no queue").optional(),
  agentId: z.uuid("names no agent").optional(),
  risk: z.enum(HOLD_RISKS).optional(),
  channel: z.enum(CHANNELS).optional(),
  language: z.string().max(8).optional(),
  claimed: z.enum(["me", "nobody", "others"]).optional(),
  /** A part of an agent's or a queue's name, or an item's id: no customer's word is searched. */
  text: z.string().trim().max(100).optional(),
  after: Place.optional(),
  before: Place.optional(),
});
export type ListHeldItemsInput = z.input<typeof ListHeldItemsInput>;

export type HeldItemRow = {
  id: HeldItemId;
  kind: TriageKind;
  kinds: readonly TriageKind[];
  risk: HoldRisk;
  state: HoldState;
  agent: { id: AgentId; name: string };
  queue: { id: ReviewQueueId; name: string };
  channel: Channel;
  language: string | null;
  actionKind: string | null;
  amount: string | null;
  currency: string | null;
  dueAt: Date;
  createdAt: Date;
  claimedBy: { id: PersonId; name: string; until: Date } | null;
  approvals: number;
  approvalsNeeded: number;
  verdict: ReviewVerdict | null;
  decidedBy: { id: PersonId; name: string } | null;
  decidedAt: Date | null;
  /** Why the viewer may not decide it, or null. */
  obstacle: string | null;
};

export type HeldItemPage = {
  rows: HeldItemRow[];
  next: string | null;
  previous: string | null;
  /** Counts to 1,000 and says more. */
  waiting: { count: number; isMore: boolean };
};

function toPlace({ dueAt, id }: { dueAt: Date; id: string }): string {
  return `${dueAt.toISOString()}_${id}`;
}

async function countWaiting(): Promise<HeldItemPage["waiting"]> {
  const { rows } = await getReaderPool().query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (SELECT 1 FROM held_item WHERE state IN ('open', 'claimed') LIMIT ${COUNT_MAX + 1}) AS found`,
  );
  const count = rows[0]?.count ?? 0;
  return { count: Math.min(count, COUNT_MAX), isMore: count > COUNT_MAX };
}

/**
 * A page of 50 of what is or was held: what waits by its deadline, anything else the newest first. No word of a customer is in a row.
 * Rows that come or go between two pages move nothing from one to the other.
 */
export async function listHeldItems(ctx: RequestContext, input: ListHeldItemsInput): Promise<HeldItemPage> {
  authorize(ctx, "review:read");
  const { view, after, before, ...filters } = parseInput(ListHeldItemsInput, input);
  const viewer = await loadViewer(ctx);
  const place = after
    ? { ...after, direction: "after" as const }
    : before
      ? { ...before, direction: "before" as const }
      : null;
  const search = { view, filters, viewerId: viewer.personId, now: ctx.now, place, limit: PAGE_SIZE + 1 };
  const [found, waiting] = await Promise.all([findHeldPage(search), countWaiting()]);
  const isBackwards = place?.direction === "before";
  const hasMore = found.length > PAGE_SIZE;
  const page = isBackwards ? found.slice(hasMore ? 1 : 0) : found.slice(0, PAGE_SIZE);
  const rows = await loadHeldRows(
    page.map(({ id }) => id),
    viewer,
    ctx.now,
  );
  const [first, last] = [page[0], page.at(-1)];
  const hasNext = isBackwards || hasMore;
  const hasPrevious = isBackwards ? hasMore : place !== null;
  return {
    rows,
    next: hasNext && last ? toPlace(last) : null,
    previous: hasPrevious && first ? toPlace(first) : null,
    waiting,
  };
}
