import type { HttpBindings } from "@hono/node-server";
import type { AgentActor, DispatcherActor, RequestContext, TenantActor } from "@/lib/identity/request-context";

/**
 * What a handler knows of its request. `ctx` is anonymous until the key is checked; then `caller` is who asks, and `agent` the same where
 * it is an agent, or `dispatcher` is who asks. `stopping` aborts when the gate stops: whoever waits answers at once.
 */
export type Caller = RequestContext & { actor: AgentActor | TenantActor };
export type GateEnv = {
  Bindings: HttpBindings;
  Variables: {
    ctx: RequestContext;
    caller: Caller;
    agent: RequestContext & { actor: AgentActor };
    dispatcher: RequestContext & { actor: DispatcherActor };
    stopping: AbortSignal;
  };
};
