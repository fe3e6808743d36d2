import { record } from "@/lib/audit/record";
import type { AgentActor, RequestContext } from "@/lib/identity/request-context";
import { toUnavailable } from "./to-unavailable";

/** For the end of a verb on a hold: what was refused is in the log before the agent is told. */
export function refuseAgent(
  ctx: RequestContext,
  { agentId }: AgentActor,
  { itemId, verb }: { itemId: string; verb: string },
): (error: unknown) => Promise<never> {
  return async (error) => {
    const failure = toUnavailable(error);
    if (failure.code === "unavailable") throw failure;
    const event = { action: "review.refused", itemId, agentId, verb, reason: failure.code } as const;
    await record(ctx, [event]).catch((lost: unknown) => {
      throw toUnavailable(lost);
    });
    throw failure;
  };
}
