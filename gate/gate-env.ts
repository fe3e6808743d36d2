import type { HttpBindings } from "@hono/node-server";
import type { AgentActor, DispatcherActor, RequestContext } from "@/lib/identity/request-context";

/**
 * What a handler knows of its request. `ctx` is anonymous until the key is checked; then `agent`, or `dispatcher`, is who asks. `stopping` aborts when the
 * gate stops: whoever waits answers at once.
 */
export type GateEnv = {
  Bindings: HttpBindings;
  Variables: {
    ctx: RequestContext;
    agent: RequestContext & { actor: AgentActor };
    dispatcher: RequestContext & { actor: DispatcherActor };
    stopping: AbortSignal;
  };
};
