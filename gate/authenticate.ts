import { createMiddleware } from "hono/factory";
import { authenticateAgentKey, recallAgentKey } from "@/lib/agents/authenticate-agent-key";
import { refuseKey, type KeyReason } from "@/lib/policy/refuse-key";
import { toAddressBlock } from "@/lib/identity/client-address";
import { authenticateTenantKey, isTenantKeyShaped, recallTenantKey } from "@/lib/tenants/authenticate-tenant-key";
import { recordTenantRejection } from "@/lib/tenants/record-tenant-rejection";
import { DomainError } from "@/lib/kernel/domain-error";
import type { Caller, GateEnv } from "./gate-env";
import type { Throttle } from "./throttle";

/** What a key is for. */
export type KeyKind = Caller["actor"]["kind"] | "dispatcher";

/** RFC 6750 §2.1. */
export const BEARER = /^Bearer +([\x21-\x7e]{1,200})$/i;

export function tooMany(): DomainError {
  return new DomainError(
    "too_many_requests",
    "Too many requests without a valid key came from this address: wait a little and check the key.",
  );
}

function findActor(key: string): Promise<Caller["actor"] | null> {
  return isTenantKeyShaped(key) ? authenticateTenantKey(key) : authenticateAgentKey(key);
}

/** A key that is known and not for this address: said, and in the log. */
async function refuseKind(ctx: Caller): Promise<DomainError> {
  const error = new DomainError("not_permitted", "A tenant's key is for AuthZEN only: use an agent's key here.");
  return ctx.actor.kind === "tenant" ? recordTenantRejection(ctx, error) : error;
}

/**
 * Lets only a known key pass, of a kind that counts here. Whether it is expired or revoked is for the decision, which is made with the
 * policy in force.
 */
export function authenticate(throttle: Throttle, kinds: readonly KeyKind[]) {
  return createMiddleware<GateEnv>(async (c, next) => {
    const ctx = c.get("ctx");
    const from = ctx.address === null ? "unknown" : toAddressBlock(ctx.address);
    const refuse = async (reason: KeyReason): Promise<DomainError> =>
      throttle.take(from) ? refuseKey(ctx, reason) : tooMany();
    const header = c.req.header("authorization");
    if (header === undefined) throw await refuse("key_missing");
    const key = BEARER.exec(header)?.[1];
    if (key === undefined) throw await refuse("key_unknown");
    const recalled = isTenantKeyShaped(key) ? recallTenantKey(key) : recallAgentKey(key);
    if (recalled === null && !throttle.isOpen(from)) throw tooMany();
    const actor = recalled ?? (await findActor(key));
    if (actor === null) throw await refuse("key_unknown");
    c.set("caller", { ...ctx, actor });
    if (!kinds.includes(actor.kind)) throw await refuseKind({ ...ctx, actor });
    if (actor.kind === "agent") c.set("agent", { ...ctx, actor });
    await next();
  });
}
