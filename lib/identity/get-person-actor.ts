import { DomainError } from "@/lib/kernel/domain-error";
import type { PersonActor, RequestContext } from "./request-context";

/** The person who asks, for what only people have. Throws `not_signed_in` for anybody else. */
export function getPersonActor(ctx: RequestContext): PersonActor {
  if (ctx.actor.kind !== "person") throw new DomainError("not_signed_in", "Sign in first.");
  return ctx.actor;
}
