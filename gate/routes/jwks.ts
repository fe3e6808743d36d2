import type { Context } from "hono";
import type { GateEnv } from "@/gate/gate-env";
import { toJwks } from "@/lib/reviews/to-jwks";

const MINUTES = 5;

/** RFC 7517: what a channel checks releases with. It may keep them a while. */
export function getJwks(c: Context<GateEnv>): Response {
  c.header("cache-control", `public, max-age=${MINUTES * 60}`);
  return c.json(toJwks());
}
