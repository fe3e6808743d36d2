import { authorize } from "@/lib/identity/authorize";
import type { AgentActor, RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";

/** The agent that asks. Throws `not_permitted` for anybody else. */
export function authorizeAgent(ctx: RequestContext): AgentActor {
  authorize(ctx, "gateway:read");
  if (ctx.actor.kind !== "agent") throw new DomainError("not_permitted", "Only an agent reads through the gate.");
  return ctx.actor;
}
