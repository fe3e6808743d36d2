import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { type MoveAgentInput, moveAgent } from "./move-agent";

/** Ends an agent for good. Its history stays. */
export async function retireAgent(ctx: RequestContext, input: MoveAgentInput): Promise<void> {
  authorize(ctx, "agent:write");
  return moveAgent(ctx, "retire", input);
}
