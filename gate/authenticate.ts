import { createMiddleware } from "hono/factory";
import { authenticateAgentKey, recallAgentKey } from "@/lib/agents/authenticate-agent-key";
import { refuseKey, type KeyReason } from "@/lib/policy/refuse-key";
import { toAddressBlock } from "@/lib/identity/client-address";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { GateEnv } from "./gate-env";
import type { Throttle } from "./throttle";

/** RFC 6750 §2.1. */
export const BEARER = /^Bearer +([\x21-\x7e]{1,200})$/i;

export function tooMany(): DomainError {
  return new DomainError(
    "too_many_requests",
    "Too many requests without a valid key came from this address: wait a little and check the key.",
  );
}

/** Lets only a known key pass. Whether it is expired or revoked is for the decision, which is made with the policy in force. */
export function authenticate(throttle: Throttle) {
  return createMiddleware<GateEnv>(async (c, next) => {
    const ctx = c.get("ctx");
    const from = ctx.address === null ? "unknown" : toAddressBlock(ctx.address);
    const refuse = async (reason: KeyReason): Promise<DomainError> =>
      throttle.take(from) ? refuseKey(ctx, reason) : tooMany();
    const header = c.req.header("authorization");
    if (header === undefined) throw await refuse("key_missing");
    const key = BEARER.exec(header)?.[1];
    if (key === undefined) throw await refuse("key_unknown");
    const recalled = recallAgentKey(key);
    if (recalled === null && !throttle.isOpen(from)) throw tooMany();
    const actor = recalled ?? (await authenticateAgentKey(key));
    if (actor === null) throw await refuse("key_unknown");
    const agent: RequestContext & { actor: typeof actor } = { ...ctx, actor };
    c.set("agent", agent);
    await next();
  });
}
