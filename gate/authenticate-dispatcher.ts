import { createMiddleware } from "hono/factory";
import { authenticateDispatcherKey } from "@/lib/cases/authenticate-dispatcher-key";
import { toAddressBlock } from "@/lib/identity/client-address";
import { refuseKey } from "@/lib/policy/refuse-key";
import { BEARER, tooMany } from "./authenticate";
import type { GateEnv } from "./gate-env";
import type { Throttle } from "./throttle";

/** Lets only a dispatcher's key that counts now pass; an agent's key opens nothing here, nor the reverse. */
export function authenticateDispatcher(throttle: Throttle) {
  return createMiddleware<GateEnv>(async (c, next) => {
    const ctx = c.get("ctx");
    const from = ctx.address === null ? "unknown" : toAddressBlock(ctx.address);
    if (!throttle.isOpen(from)) throw tooMany();
    const key = BEARER.exec(c.req.header("authorization") ?? "")?.[1];
    const actor = key === undefined ? null : await authenticateDispatcherKey(key, ctx.now);
    if (actor === null) throw throttle.take(from) ? await refuseKey(ctx, "dispatcher_key_unknown") : tooMany();
    c.set("dispatcher", { ...ctx, actor });
    await next();
  });
}
