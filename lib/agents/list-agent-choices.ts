import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { AgentId } from "@/lib/kernel/ids";
import type { AgentState } from "@/lib/kernel/vocabulary";

export type AgentChoice = { id: AgentId; name: string; state: AgentState };

const CHOICES_MAX = 500;

/** Every agent by name, at most 500, to choose one in a filter or a form. */
export async function listAgentChoices(ctx: RequestContext): Promise<AgentChoice[]> {
  authorize(ctx, "agent:read");
  const agents = await reader().agent.findMany({
    select: { id: true, name: true, state: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: CHOICES_MAX,
  });
  return agents.map((agent) => ({ ...agent, id: agent.id as AgentId }));
}
