import type { Transaction } from "@/lib/db/client";
import { type AgentVerb, agentCan } from "@/lib/kernel/agent-state";
import { DomainError } from "@/lib/kernel/domain-error";
import type { AgentState } from "@/lib/kernel/vocabulary";

type LockedAgent = {
  name: string;
  description: string;
  ownerId: string;
  sponsorId: string;
  model: string;
  vendorId: string | null;
  region: string | null;
  topics: string[];
  state: AgentState;
};

/**
 * Locks an agent for the rest of the transaction and checks that the verb is possible in its state.
 * Throws `not_found`, or `conflict` with the state table's reason.
 */
export async function lockAgent(tx: Transaction, agentId: string, verb: AgentVerb): Promise<LockedAgent> {
  await tx.$executeRaw`SELECT 1 FROM agent WHERE id = ${agentId}::uuid FOR UPDATE`;
  const agent = await tx.agent.findUnique({
    where: { id: agentId },
    select: {
      name: true,
      description: true,
      ownerId: true,
      sponsorId: true,
      model: true,
      vendorId: true,
      region: true,
      topics: true,
      state: true,
    },
  });
  if (agent === null) throw new DomainError("not_found", "There is no such agent.");
  const permit = agentCan(verb, agent.state);
  if (!permit.ok) throw new DomainError("conflict", permit.why);
  return agent;
}
