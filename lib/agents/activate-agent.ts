import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { type MoveAgentInput, moveAgent } from "./move-agent";

/** Lets a draft agent read what its scopes grant. Its owner and sponsor must be active, and its vendor named. */
export async function activateAgent(ctx: RequestContext, input: MoveAgentInput): Promise<void> {
  authorize(ctx, "agent:write");
  return moveAgent(ctx, "activate", input);
}
