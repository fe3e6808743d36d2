import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { AgentInput } from "./agent-input";
import { assertPeopleActive } from "./assert-people-active";
import { assertVendorKnown } from "./assert-vendor-known";
import { isWiderVendor } from "./is-wider-vendor";
import { lockAgent } from "./lock-agent";

export const ChangeAgentInput = AgentInput.extend({ agentId: z.uuid("names no agent") });
export type ChangeAgentInput = z.input<typeof ChangeAgentInput>;

/**
 * Changes what is said about an agent and who answers for it. The event says where another vendor, or another place to run, lets it do
 * more than before.
 */
export async function changeAgent(ctx: RequestContext, input: ChangeAgentInput): Promise<void> {
  authorize(ctx, "agent:write");
  const { agentId, ...after } = parseInput(ChangeAgentInput, input);
  return commit(ctx, async (tx) => {
    const { state, ...before } = await lockAgent(tx, agentId, "change");
    await assertPeopleActive(tx, after);
    await assertVendorKnown(tx, after.vendorId, state);
    const taken = await tx.agent.findFirst({ where: { name: after.name, NOT: { id: agentId } }, select: { id: true } });
    if (taken !== null)
      throw new DomainError("conflict", `An agent is called ${after.name} already: choose another name.`, "name");
    const widens = (await isWiderVendor(tx, before, after, ctx.now)) ? ({ widens: true } as const) : {};
    await tx.agent.update({ where: { id: agentId }, data: after });
    return { result: undefined, events: [{ action: "agent.changed", agentId, before, after, ...widens }] };
  });
}
