import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { AgentId, CaseId, DatasetId } from "@/lib/kernel/ids";

/** A case without its customer, who stays sealed. */
export type CaseRow = {
  id: CaseId;
  agent: { id: AgentId; name: string };
  dataset: { id: DatasetId; name: string };
  dispatcher: string;
  status: "open" | "closed" | "expired";
  openedAt: Date;
  expiresAt: Date;
};

const SHOWN_MAX = 50;

/** The last 50 cases, newest first. */
export async function listCases(ctx: RequestContext): Promise<CaseRow[]> {
  authorize(ctx, "case:read");
  const named = { select: { id: true, name: true } } as const;
  const rows = await reader().subjectCase.findMany({
    orderBy: { id: "desc" },
    take: SHOWN_MAX,
    select: {
      id: true,
      openedAt: true,
      expiresAt: true,
      closedAt: true,
      agent: named,
      dataset: named,
      openedBy: { select: { label: true } },
    },
  });
  return rows.map(({ id, agent, dataset, openedBy, closedAt, openedAt, expiresAt }) => ({
    id: id as CaseId,
    agent: { ...agent, id: agent.id as AgentId },
    dataset: { ...dataset, id: dataset.id as DatasetId },
    dispatcher: openedBy.label,
    status: closedAt !== null ? "closed" : expiresAt <= ctx.now ? "expired" : "open",
    openedAt,
    expiresAt,
  }));
}
