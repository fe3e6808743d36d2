import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { AgentId, PersonId, VendorId } from "@/lib/kernel/ids";
import type { AgentState } from "@/lib/kernel/vocabulary";
import { isUuid } from "@/lib/runtime/is-uuid";
import { type AgentClearance, findAgentClearance } from "@/lib/vendors/find-agent-clearance";

export type AgentDetail = {
  id: AgentId;
  name: string;
  description: string;
  model: string;
  /** Null: nobody named one yet. */
  vendor: { id: VendorId; name: string } | null;
  clearance: AgentClearance;
  /** Where it runs; null: nobody said. */
  region: string | null;
  topics: string[];
  /** Caps for a day (UTC) over all its scopes; null: none. */
  rowsPerDayMax: number | null;
  subjectsPerDayMax: number | null;
  state: AgentState;
  createdAt: Date;
  owner: { id: PersonId; name: string; isActive: boolean };
  sponsor: { id: PersonId; name: string; isActive: boolean };
};

/** One agent and who answers for it. Throws `not_found`. */
export async function getAgent(ctx: RequestContext, agentId: string): Promise<AgentDetail> {
  authorize(ctx, "agent:read");
  const person = { select: { id: true, name: true, status: true } } as const;
  const agent = isUuid(agentId)
    ? await reader().agent.findUnique({
        where: { id: agentId },
        select: {
          id: true,
          name: true,
          description: true,
          model: true,
          vendor: { select: { id: true, name: true } },
          region: true,
          topics: true,
          rowsPerDayMax: true,
          subjectsPerDayMax: true,
          state: true,
          createdAt: true,
          owner: person,
          sponsor: person,
        },
      })
    : null;
  if (agent === null) throw new DomainError("not_found", "There is no such agent.");
  const toPerson = ({ id, name, status }: typeof agent.owner) => ({
    id: id as PersonId,
    name,
    isActive: status === "active",
  });
  const clearance = await findAgentClearance(agent.vendor?.id ?? null, agent.region, ctx.now);
  const vendor = agent.vendor && { ...agent.vendor, id: agent.vendor.id as VendorId };
  const id = agent.id as AgentId;
  return { ...agent, id, vendor, clearance, owner: toPerson(agent.owner), sponsor: toPerson(agent.sponsor) };
}
