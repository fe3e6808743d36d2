import type { Context } from "hono";
import type { SubmissionAnswer } from "@/lib/reviews/submission-answer";
import type { GateEnv } from "./gate-env";

/** draft-ietf-httpapi-idempotency-key-header: a string, with or without the quotes that structured fields have. */
export function toIdempotencyKey(c: Context<GateEnv>): { idempotencyKey: string | null } {
  const sent = c.req.header("idempotency-key");
  return { idempotencyKey: sent === undefined ? null : (/^"(.*)"$/.exec(sent)?.[1] ?? sent) };
}

/** 200 when it may proceed; 202 with the hold's address when a person decides. */
export function toSubmissionResponse(c: Context<GateEnv>, answer: SubmissionAnswer): Response {
  if (answer.outcome === "proceed") return c.json(answer);
  c.header("location", `/v1/holds/${answer.holdId}`);
  return c.json(answer, 202);
}
