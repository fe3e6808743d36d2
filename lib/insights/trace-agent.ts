import { z } from "zod";
import { listUses, type Use } from "@/lib/audit/list-uses";
import { noteReading } from "@/lib/audit/search/note-search";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { sumUses, type UseSum } from "./internal/sum-uses";

/** Uses that totals are worked out from; a page shows some of them. */
export const TOTALS_MAX = 10_000;
export const USES_PAGE = 500;

export const TraceAgentInput = z.strictObject({
  agentId: z.uuid("names no agent"),
  from: z.coerce.date("must be a time"),
  to: z.coerce.date("must be a time"),
  after: z.uuid("must be an event's id").toLowerCase().optional(),
});
export type TraceAgentInput = z.input<typeof TraceAgentInput>;

export type AgentTrace = {
  agentId: string;
  reads: number;
  rows: number;
  /** Customers whose rows it was given, as pseudonyms, with how often; the most seen first, at most 1,000. */
  customers: { subject: string; reads: number; lastAt: Date }[];
  customerCount: number;
  /** Its datasets, purposes and fields; null when it saw nothing. */
  sum: UseSum | null;
  /** False when there were more uses than the totals take in. */
  isComplete: boolean;
  /** Newest first. */
  uses: Use[];
  next: string | null;
};

const CUSTOMERS_MAX = 1_000;

function countCustomers(uses: readonly Use[]): AgentTrace["customers"] {
  const customers = new Map<string, { subject: string; reads: number; lastAt: Date }>();
  for (const { subjects, at } of uses) {
    for (const subject of subjects) {
      const known = customers.get(subject);
      if (known === undefined) customers.set(subject, { subject, reads: 1, lastAt: at });
      else known.reads += 1;
    }
  }
  return [...customers.values()].sort((a, b) => b.reads - a.reads || (a.subject < b.subject ? -1 : 1));
}

/** What an agent saw between two times: customers, fields, rows. For an incident. That somebody asked is an event. */
export async function traceAgent(ctx: RequestContext, input: TraceAgentInput): Promise<AgentTrace> {
  authorize(ctx, "subject:trace");
  const startedAt = performance.now();
  const { agentId, from, to, after } = parseInput(TraceAgentInput, input);
  if (from >= to) throw new DomainError("invalid_input", "The start must lie before the end.", "from");
  const filters = { agentId, from, to, action: "access.completed" };
  const all = await listUses(filters, { limit: TOTALS_MAX + 1 });
  const counted = all.slice(0, TOTALS_MAX).filter(({ outcome }) => outcome === "released");
  const page = after === undefined ? all.slice(0, USES_PAGE) : await listUses(filters, { after, limit: USES_PAGE });
  const customers = countCustomers(counted);
  const [sum = null] = sumUses(counted);
  const durationMs = Math.round(performance.now() - startedAt);
  await noteReading(ctx, `${agentId} ${from.getTime()} ${to.getTime()}`, {
    action: "audit.agent_traced",
    agentId,
    from: from.toISOString(),
    to: to.toISOString(),
    rowCount: all.length,
    durationMs,
  });
  return {
    agentId,
    reads: counted.length,
    rows: counted.reduce((total, { rowCount }) => total + (rowCount ?? 0), 0),
    customers: customers.slice(0, CUSTOMERS_MAX),
    customerCount: customers.length,
    sum,
    isComplete: all.length <= TOTALS_MAX,
    uses: page,
    next: page.length === USES_PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}
