import type { Context } from "hono";
import { checkReadiness } from "@/lib/gateway/check-readiness";
import type { GateEnv } from "@/gate/gate-env";

/** The process answers; nothing else is asked. */
export function getHealth(c: Context<GateEnv>): Response {
  return c.json({ status: "ok" });
}

/** Whether a read could be decided and recorded now. */
export async function getReadiness(c: Context<GateEnv>): Promise<Response> {
  const readiness = await checkReadiness();
  const isReady = Object.values(readiness).every((part) => part === "ok");
  return c.json({ status: isReady ? "ready" : "not ready", ...readiness }, isReady ? 200 : 503);
}
