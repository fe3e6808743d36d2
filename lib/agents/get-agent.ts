import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { AgentId, PersonId } from "@/lib/kernel/ids";
import type { AgentState } from "@/lib/kernel/vocabulary";
import { isUuid } from "@/lib/runtime/is-uuid";

export type AgentDetail = {
  id: AgentId;
  name: string;
  description: string;
  model: string;
  vendorName: string;
  topics: string[];
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
          vendorName: true,
          topics: true,
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
  return { ...agent, id: agent.id as AgentId, owner: toPerson(agent.owner), sponsor: toPerson(agent.sponsor) };
}
