import { record } from "@/lib/audit/record";
import type { AgentActor, RequestContext } from "@/lib/identity/request-context";
import { findAgentObstacle, findKeyObstacle } from "@/lib/kernel/decide-access";
import { AccessDenied } from "@/lib/policy/access-denied";
import { getCurrentPolicy } from "@/lib/policy/get-current-policy";
import { refuseKey } from "@/lib/policy/refuse-key";
import { toUnavailable } from "./to-unavailable";

type About = {
  itemId: string;
  verb: string;
  /** `key`: an agent that is stopped may still do what gives nothing away, such as taking back what it asked for. */
  needs: "agent" | "key";
};

/** The agent's key must count and nothing must stop the agent. Throws `AccessDenied`, which is in the log. */
export async function assertAgentActs(
  ctx: RequestContext,
  actor: AgentActor,
  { itemId, verb, needs }: About,
): Promise<void> {
  const { agentId, keyId } = actor;
  const { snapshot } = await getCurrentPolicy(agentId);
  const now = ctx.now.getTime();
  const key = findKeyObstacle(keyId, snapshot, now);
  if (key !== null) throw await refuseKey(ctx, key, actor);
  const reason = needs === "key" ? null : findAgentObstacle(keyId, snapshot, now);
  if (reason === null) return;
  await record(ctx, [{ action: "review.refused", itemId, agentId, verb, reason }]).catch((error: unknown) => {
    throw toUnavailable(error);
  });
  throw new AccessDenied(reason, null);
}
