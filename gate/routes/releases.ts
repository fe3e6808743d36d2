import type { Context } from "hono";
import type { GateEnv } from "@/gate/gate-env";
import { readBody } from "@/gate/read-body";
import { withId } from "@/gate/with-id";
import { redeemRelease } from "@/lib/reviews/redeem-release";
import { reportOutcome } from "@/lib/reviews/report-outcome";

export async function postRedemption(c: Context<GateEnv>): Promise<Response> {
  const body = await readBody(c, "release");
  return c.json(await redeemRelease(c.get("agent"), withId(body, "releaseId", c.req.param("id"))));
}

export async function postOutcome(c: Context<GateEnv>): Promise<Response> {
  const body = await readBody(c, "release");
  return c.json(await reportOutcome(c.get("agent"), withId(body, "releaseId", c.req.param("id"))));
}
