import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { type MoveAgentInput, moveAgent } from "./move-agent";

/** Stops an active agent at once: every request is refused until somebody resumes it. */
export async function suspendAgent(ctx: RequestContext, input: MoveAgentInput): Promise<void> {
  authorize(ctx, "agent:suspend");
  return moveAgent(ctx, "suspend", input);
}
