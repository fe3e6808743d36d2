import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import type { RequestContext } from "@/lib/identity/request-context";
import { type AgentVerb, agentCan } from "@/lib/kernel/agent-state";
import { parseInput } from "@/lib/runtime/parse-input";
import { assertPeopleActive } from "./assert-people-active";
import { assertVendorKnown } from "./assert-vendor-known";
import { lockAgent } from "./lock-agent";

export const MoveAgentInput = z.object({
  agentId: z.uuid("names no agent"),
  note: z.string().trim().max(500, "must be at most 500 characters").default(""),
});
export type MoveAgentInput = z.input<typeof MoveAgentInput>;

/** Takes an agent from one state to the next by the state table. The verbs around it authorize. */
export async function moveAgent(
  ctx: RequestContext,
  verb: Extract<AgentVerb, "activate" | "suspend" | "resume" | "retire">,
  input: MoveAgentInput,
): Promise<void> {
  const { agentId, note } = parseInput(MoveAgentInput, input);
  return commit(ctx, async (tx) => {
    const agent = await lockAgent(tx, agentId, verb);
    const permit = agentCan(verb, agent.state);
    if (!permit.ok) throw new Error(permit.why);
    if (permit.to === "active") {
      await assertPeopleActive(tx, agent);
      await assertVendorKnown(tx, agent.vendorId, permit.to);
    }
    await tx.agent.update({ where: { id: agentId }, data: { state: permit.to } });
    return {
      result: undefined,
      events: [
        { action: "agent.state_changed", agentId, before: { state: agent.state }, after: { state: permit.to }, note },
      ],
    };
  });
}
