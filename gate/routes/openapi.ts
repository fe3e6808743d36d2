import type { Context } from "hono";
import type { GateEnv } from "@/gate/gate-env";
import { toOpenapi } from "@/gate/openapi";
import { getEnv } from "@/lib/runtime/env";

export function getOpenapi(c: Context<GateEnv>): Response {
  return c.json(toOpenapi(getEnv().gateUrl));
}
