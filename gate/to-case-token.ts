import type { Context } from "hono";
import type { GateEnv } from "./gate-env";

/** The case token that an agent sent with its request, as it is; null without one. */
export function toCaseToken(c: Context<GateEnv>): string | null {
  return c.req.header("gatehouse-case") ?? null;
}
