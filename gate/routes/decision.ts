import type { Context } from "hono";
import { explainDecision } from "@/lib/gateway/explain-decision";
import type { GateEnv } from "@/gate/gate-env";

export async function getDecision(c: Context<GateEnv>): Promise<Response> {
  return c.json(await explainDecision(c.get("agent"), { decisionId: c.req.param("id") }));
}
