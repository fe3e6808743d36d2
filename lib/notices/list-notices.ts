import { z } from "zod";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import type { HeldItemId, NoticeId, VendorId } from "@/lib/kernel/ids";
import type { TriageKind } from "@/lib/kernel/triage-kinds";
import type { HoldState, NoticeMode, NoticeTopic } from "@/lib/kernel/vocabulary";
import { getEnv } from "@/lib/runtime/env";
import { parseInput } from "@/lib/runtime/parse-input";
import { toPage } from "./internal/to-page";

export const ListNoticesInput = z.object({
  isUnseen: z.boolean().default(false),
  /** Ids of notices: the page of those older, or newer. */
  after: z.uuid().optional(),
  before: z.uuid().optional(),
});
export type ListNoticesInput = z.input<typeof ListNoticesInput>;

export type NoticeRow = {
  id: NoticeId;
  topic: NoticeTopic;
  /** What it is about; null when it is about no item. */
  item: { id: HeldItemId; kind: TriageKind; state: HoldState; agentName: string } | null;
  vendor: { id: VendorId; name: string } | null;
  createdAt: Date;
  seenAt: Date | null;
};
export type NoticePage = {
  rows: NoticeRow[];
  next: string | null;
  previous: string | null;
  /** How many are unseen, counted to 100. */
  unseen: number;
  /** How this person gets them by mail, and whether mail can be sent at all. */
  mode: NoticeMode;
  isMailSetUp: boolean;
};

const PAGE_SIZE = 50;
const UNSEEN_MAX = 100;

async function loadItems(ids: readonly string[]): Promise<Map<string, NoticeRow["item"]>> {
  const items = await reader().heldItem.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, kind: true, state: true, agent: { select: { name: true } } },
  });
  return new Map(
    items.map(({ id, kind, state, agent }) => [id, { id: id as HeldItemId, kind, state, agentName: agent.name }]),
  );
}

async function loadVendors(ids: readonly string[]): Promise<Map<string, NoticeRow["vendor"]>> {
  const vendors = await reader().vendor.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
  return new Map(vendors.map(({ id, name }) => [id, { id: id as VendorId, name }]));
}

/** One's own notices, newest first, a page of 50. */
export async function listNotices(ctx: RequestContext, input: ListNoticesInput): Promise<NoticePage> {
  authorize(ctx, "notice:read");
  const { personId } = getPersonActor(ctx);
  const { isUnseen, after, before } = parseInput(ListNoticesInput, input);
  const [found, unseen, person] = await Promise.all([
    reader().notice.findMany({
      where: {
        personId,
        ...(isUnseen && { seenAt: null }),
        AND: [after === undefined ? {} : { id: { lt: after } }, before === undefined ? {} : { id: { gt: before } }],
      },
      select: { id: true, topic: true, itemId: true, vendorId: true, createdAt: true, seenAt: true },
      orderBy: { id: before === undefined ? "desc" : "asc" },
      take: PAGE_SIZE + 1,
    }),
    reader().notice.count({ where: { personId, seenAt: null }, take: UNSEEN_MAX }),
    reader().person.findUniqueOrThrow({ where: { id: personId }, select: { noticeMode: true } }),
  ]);
  const { rows, next, previous } = toPage(found, PAGE_SIZE, { after, before });
  const items = await loadItems(rows.flatMap(({ itemId }) => itemId ?? []));
  const vendors = await loadVendors(rows.flatMap(({ vendorId }) => vendorId ?? []));
  const shown = rows.map(({ id, itemId, vendorId, ...row }) => ({
    ...row,
    id: id as NoticeId,
    item: items.get(itemId ?? "") ?? null,
    vendor: vendors.get(vendorId ?? "") ?? null,
  }));
  return { rows: shown, next, previous, unseen, mode: person.noticeMode, isMailSetUp: getEnv().smtpUrl !== undefined };
}
