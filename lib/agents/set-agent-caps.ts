import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { parseInput } from "@/lib/runtime/parse-input";
import { DayCap } from "./day-cap";
import { lockAgent } from "./lock-agent";

export const SetAgentCapsInput = z.object({
  agentId: z.uuid("names no agent"),
  rowsPerDayMax: DayCap,
  subjectsPerDayMax: DayCap,
});
export type SetAgentCapsInput = z.input<typeof SetAgentCapsInput>;

/** Caps what an agent may be given in a day over all its scopes. In force from the next release on. */
export async function setAgentCaps(ctx: RequestContext, input: SetAgentCapsInput): Promise<void> {
  authorize(ctx, "agent:write");
  const { agentId, ...after } = parseInput(SetAgentCapsInput, input);
  return commit(ctx, async (tx) => {
    await lockAgent(tx, agentId, "change");
    const select = { rowsPerDayMax: true, subjectsPerDayMax: true };
    const before = await tx.agent.findUniqueOrThrow({ where: { id: agentId }, select });
    await tx.agent.update({ where: { id: agentId }, data: after });
    return { result: undefined, events: [{ action: "agent.caps_set", agentId, before, after }] };
  });
}
