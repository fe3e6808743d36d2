import type { Context } from "hono";
import type { GateEnv } from "@/gate/gate-env";
import { readBody } from "@/gate/read-body";
import { toIdempotencyKey, toSubmissionResponse } from "@/gate/submission-response";
import { withId } from "@/gate/with-id";
import { answerHoldQuestion } from "@/lib/reviews/answer-hold-question";
import { getHold } from "@/lib/reviews/get-hold";
import { requestHold } from "@/lib/reviews/request-hold";
import { withdrawHold } from "@/lib/reviews/withdraw-hold";

/** A query's number, or the text as it is, for the verb to refuse. */
function toNumber(text: string): number | string {
  return /^\d{1,4}$/.test(text) ? Number(text) : text;
}

export async function postHold(c: Context<GateEnv>): Promise<Response> {
  const body = await readBody(c, "hold");
  return toSubmissionResponse(c, await requestHold(c.get("agent"), body, toIdempotencyKey(c)));
}

/** With `wait`, the answer comes when there is news, when the time is over, or when the agent or the gate goes away. */
export async function getHoldStatus(c: Context<GateEnv>): Promise<Response> {
  const wait = c.req.query("wait");
  const input = { holdId: c.req.param("id"), ...(wait === undefined ? {} : { waitSeconds: toNumber(wait) }) };
  const signal = AbortSignal.any([c.get("stopping"), c.req.raw.signal]);
  return c.json(await getHold(c.get("agent"), input, { signal }));
}

export async function postHoldAnswer(c: Context<GateEnv>): Promise<Response> {
  const body = await readBody(c, "hold");
  return c.json(await answerHoldQuestion(c.get("agent"), withId(body, "holdId", c.req.param("id"))));
}

export async function postHoldWithdrawal(c: Context<GateEnv>): Promise<Response> {
  return c.json(await withdrawHold(c.get("agent"), { holdId: c.req.param("id") }));
}
