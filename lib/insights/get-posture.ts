import { z } from "zod";
import { toFirstEventId } from "@/lib/audit/to-first-event-id";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { AGENT_STATES, type AgentState } from "@/lib/kernel/vocabulary";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** One step of time from `from` on. Reads released rows; refusals are denials and calls without a valid key. */
export type TrafficStep = { from: Date; reads: number; refusals: number };

export type Posture = {
  agents: Record<AgentState, number>;
  /** The last 24 hours by the hour and the last 7 days by the day, oldest first, without a gap. The last step is not over yet. */
  hours: TrafficStep[];
  days: TrafficStep[];
};

const Row = z.object({ step: z.number(), reads: z.number(), refusals: z.number() });

/** Counts by step. The steps are counted from `start`, so that they do not depend on the database's time zone. */
async function countTraffic(start: Date, stepMs: number, steps: number): Promise<TrafficStep[]> {
  const rows = await reader().$queryRaw`
    SELECT floor(extract(epoch FROM at - ${start}::timestamptz) * 1000 / ${stepMs}::int)::int AS step,
           (count(*) FILTER (WHERE action = 'access.completed'))::int AS reads,
           (count(*) FILTER (WHERE action <> 'access.completed'))::int AS refusals
    FROM audit_event
    WHERE id >= ${toFirstEventId(start)}::uuid
      AND (action = 'access.completed' AND reason IS NULL
        OR action = 'access.decided' AND decision = 'deny'
        OR action = 'access.unauthenticated')
    GROUP BY 1`;
  const counted = new Map(
    z
      .array(Row)
      .parse(rows)
      .map((row) => [row.step, row]),
  );
  return Array.from({ length: steps }, (_, step) => ({
    from: new Date(start.getTime() + step * stepMs),
    reads: counted.get(step)?.reads ?? 0,
    refusals: counted.get(step)?.refusals ?? 0,
  }));
}

async function countAgents(): Promise<Record<AgentState, number>> {
  const groups = await reader().agent.groupBy({ by: ["state"], _count: { _all: true } });
  const countOf = (state: AgentState) => groups.find((group) => group.state === state)?._count._all ?? 0;
  return Object.fromEntries(AGENT_STATES.map((state) => [state, countOf(state)])) as Record<AgentState, number>;
}

/** The first step's start, so that `steps` steps of the clock end with the one that `now` is in. */
function toStart(now: Date, stepMs: number, steps: number): Date {
  return new Date((Math.floor(now.getTime() / stepMs) - steps + 1) * stepMs);
}

/** How many agents there are in each state, and what they read and were refused lately. Counts only. */
export async function getPosture(ctx: RequestContext): Promise<Posture> {
  authorize(ctx, "overview:read");
  const [agents, hours, days] = await Promise.all([
    countAgents(),
    countTraffic(toStart(ctx.now, HOUR_MS, 24), HOUR_MS, 24),
    countTraffic(toStart(ctx.now, DAY_MS, 7), DAY_MS, 7),
  ]);
  return { agents, hours, days };
}
