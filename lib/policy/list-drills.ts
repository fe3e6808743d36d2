import type { DrillFinding } from "@/lib/audit/decision-event";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { AgentId, FreezeDrillId } from "@/lib/kernel/ids";
import { loadDrillFindings } from "./load-drill-findings";

export type DrillRow = {
  id: FreezeDrillId;
  agent: { id: AgentId; name: string };
  startedAt: Date;
  /** Null while it runs. */
  hasPassed: boolean | null;
  processes: DrillFinding[];
};
export type DrillList = {
  drills: DrillRow[];
  /** The gate processes that said within the last seconds that they run. */
  running: string[];
};

const SHOWN_MAX = 10;
const SEEN_MS = 5_000;

/** The last freeze drills, newest first, and the gate processes that the next one would measure. */
export async function listDrills(ctx: RequestContext): Promise<DrillList> {
  authorize(ctx, "freeze:read");
  const rows = await reader().freezeDrill.findMany({
    orderBy: { id: "desc" },
    take: SHOWN_MAX,
    select: { id: true, startedAt: true, hasPassed: true, agent: { select: { id: true, name: true } } },
  });
  const findings = await Promise.all(rows.map(({ id }) => loadDrillFindings(id)));
  const running = await reader().gateProcess.findMany({
    where: { seenAt: { gt: new Date(ctx.now.getTime() - SEEN_MS) } },
    orderBy: { label: "asc" },
    select: { label: true },
  });
  return {
    drills: rows.map(({ agent, ...row }, index) => ({
      ...row,
      id: row.id as FreezeDrillId,
      agent: { ...agent, id: agent.id as AgentId },
      processes: findings[index] ?? [],
    })),
    running: running.map(({ label }) => label),
  };
}
