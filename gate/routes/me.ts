import type { Context } from "hono";
import { describeAgent } from "@/lib/gateway/describe-agent";
import type { GateEnv } from "@/gate/gate-env";

export async function getMe(c: Context<GateEnv>): Promise<Response> {
  return c.json(await describeAgent(c.get("agent")));
}
