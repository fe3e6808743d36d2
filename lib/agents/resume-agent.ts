import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { type MoveAgentInput, moveAgent } from "./move-agent";

/** Lets a suspended agent read again. */
export async function resumeAgent(ctx: RequestContext, input: MoveAgentInput): Promise<void> {
  authorize(ctx, "agent:write");
  return moveAgent(ctx, "resume", input);
}
