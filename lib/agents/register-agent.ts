import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { AgentId } from "@/lib/kernel/ids";
import { newId } from "@/lib/runtime/new-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { AgentInput } from "./agent-input";
import { assertPeopleActive } from "./assert-people-active";
import { assertVendorKnown } from "./assert-vendor-known";

/** Registers an agent as a draft: it can read nothing until it is activated and granted a scope. Throws `conflict` on a taken name. */
export async function registerAgent(ctx: RequestContext, input: AgentInput): Promise<AgentId> {
  authorize(ctx, "agent:write");
  const facts = parseInput(AgentInput, input);
  const agentId = newId(ctx.now) as AgentId;
  return commit(ctx, async (tx) => {
    await assertPeopleActive(tx, facts);
    await assertVendorKnown(tx, facts.vendorId, "draft");
    const created = await tx.agent.createMany({ data: [{ id: agentId, ...facts }], skipDuplicates: true });
    if (created.count === 0)
      throw new DomainError("conflict", `An agent is called ${facts.name} already: choose another name.`, "name");
    return { result: agentId, events: [{ action: "agent.registered", agentId, after: facts }] };
  });
}
