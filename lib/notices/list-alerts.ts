import { z } from "zod";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { AgentId, AlertId, HeldItemId, PersonId } from "@/lib/kernel/ids";
import { ALERT_TOPICS, type AlertTopic } from "@/lib/kernel/vocabulary";
import { parseInput } from "@/lib/runtime/parse-input";
import { toPage } from "./internal/to-page";

export const ListAlertsInput = z.object({
  state: z.enum(["open", "closed"], "must be open or closed").default("open"),
  /** Ids of alerts: the page of those older, or newer. */
  after: z.uuid().optional(),
  before: z.uuid().optional(),
});
export type ListAlertsInput = z.input<typeof ListAlertsInput>;

export type AlertRow = {
  id: AlertId;
  topic: AlertTopic;
  agent: { id: AgentId; name: string } | null;
  itemId: HeldItemId | null;
  raisedAt: Date;
  closedAt: Date | null;
  closedBy: { id: PersonId; name: string } | null;
  note: string | null;
};
export type AlertPage = { rows: AlertRow[]; next: string | null; previous: string | null };

const PAGE_SIZE = 50;

const Topic = z.enum(ALERT_TOPICS);

/** What went wrong and waits for somebody to look into it, or was looked into; newest first, a page of 50. */
export async function listAlerts(ctx: RequestContext, input: ListAlertsInput): Promise<AlertPage> {
  authorize(ctx, "alert:read");
  const { state, after, before } = parseInput(ListAlertsInput, input);
  const found = await reader().alert.findMany({
    where: {
      closedAt: state === "open" ? null : { not: null },
      AND: [after === undefined ? {} : { id: { lt: after } }, before === undefined ? {} : { id: { gt: before } }],
    },
    select: {
      id: true,
      topic: true,
      itemId: true,
      raisedAt: true,
      closedAt: true,
      note: true,
      agent: { select: { id: true, name: true } },
      closedBy: { select: { id: true, name: true } },
    },
    orderBy: { id: before === undefined ? "desc" : "asc" },
    take: PAGE_SIZE + 1,
  });
  const { rows, next, previous } = toPage(found, PAGE_SIZE, { after, before });
  const toRow = ({ agent, closedBy, ...row }: (typeof found)[number]): AlertRow => ({
    ...row,
    id: row.id as AlertId,
    topic: Topic.parse(row.topic),
    itemId: row.itemId as HeldItemId | null,
    agent: agent && { id: agent.id as AgentId, name: agent.name },
    closedBy: closedBy && { id: closedBy.id as PersonId, name: closedBy.name },
  });
  return { rows: rows.map(toRow), next, previous };
}
