import type { Context } from "hono";
import type { GateEnv } from "@/gate/gate-env";
import { readBody } from "@/gate/read-body";
import { toIdempotencyKey, toSubmissionResponse } from "@/gate/submission-response";
import { submitMessage } from "@/lib/reviews/submit-message";

export async function postMessage(c: Context<GateEnv>): Promise<Response> {
  const body = await readBody(c, "message");
  return toSubmissionResponse(c, await submitMessage(c.get("agent"), body, toIdempotencyKey(c)));
}
