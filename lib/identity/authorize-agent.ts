import { DomainError } from "@/lib/kernel/domain-error";
import { authorize } from "./authorize";
import type { Permission } from "./permissions";
import type { AgentActor, RequestContext } from "./request-context";

/** The agent that asks: the first beat of a verb that only agents call. Throws `not_permitted` for anybody else. */
export function authorizeAgent(ctx: RequestContext, permission: Permission): AgentActor {
  authorize(ctx, permission);
  if (ctx.actor.kind !== "agent") throw new DomainError("not_permitted", "Only an agent asks this, through the gate.");
  return ctx.actor;
}
