import type { Context, Handler } from "hono";
import { type DecisionPoint, toDecisionPoint } from "@/gate/authzen/decision-point";
import { EvaluationsInput, type Semantic, toItems } from "@/gate/authzen/evaluation-input";
import { type SearchKind, toPlace, toSearchAnswer } from "@/gate/authzen/search-input";
import { type EvaluationAnswer, toErrorAnswer } from "@/gate/authzen/to-answer";
import type { GateEnv } from "@/gate/gate-env";
import { readBody } from "@/gate/read-body";
import { reject } from "@/gate/reject";
import { toCaseToken } from "@/gate/to-case-token";
import { DomainError } from "@/lib/kernel/domain-error";
import { getEnv } from "@/lib/runtime/env";
import { parseInput } from "@/lib/runtime/parse-input";

/** AuthZEN wants every kind of malformed request answered with 400, another content type included. */
const readJson = (c: Context<GateEnv>): Promise<unknown> => readBody(c, "evaluation", "invalid_input");

async function parseOrReject<Result>(c: Context<GateEnv>, parse: () => Result): Promise<Result> {
  try {
    return parse();
  } catch (error) {
    throw error instanceof DomainError ? await reject(c.get("caller"), "evaluation", error) : error;
  }
}

/** One of a batch: what cannot be read is answered in its place and does not spoil the others. */
async function answerItem(c: Context<GateEnv>, point: DecisionPoint, item: unknown): Promise<EvaluationAnswer> {
  let ask: () => Promise<EvaluationAnswer>;
  try {
    ask = point.evaluation(item);
  } catch (error) {
    if (error instanceof DomainError) return toErrorAnswer(await reject(c.get("caller"), "evaluation", error));
    throw error;
  }
  return ask();
}

async function answerAll(
  c: Context<GateEnv>,
  items: readonly unknown[],
  semantic: Semantic,
): Promise<EvaluationAnswer[]> {
  const point = toDecisionPoint(c.get("caller"), toCaseToken(c));
  if (semantic === "execute_all") return Promise.all(items.map((item) => answerItem(c, point, item)));
  const answers: EvaluationAnswer[] = [];
  const last = semantic === "permit_on_first_permit";
  for (const item of items) {
    const one = await answerItem(c, point, item);
    answers.push(one);
    if (one.decision === last) break;
  }
  return answers;
}

async function answerOne(c: Context<GateEnv>, body: unknown): Promise<Response> {
  const ask = await parseOrReject(c, () => toDecisionPoint(c.get("caller"), toCaseToken(c)).evaluation(body));
  return c.json(await ask());
}

/** AuthZEN 1.0 §6. */
export async function postEvaluation(c: Context<GateEnv>): Promise<Response> {
  return answerOne(c, await readJson(c));
}

/** AuthZEN 1.0 §7. */
export async function postEvaluations(c: Context<GateEnv>): Promise<Response> {
  const body = await readJson(c);
  const batch = await parseOrReject(c, () => parseInput(EvaluationsInput, body));
  const items = toItems(batch);
  if (items === null) return answerOne(c, body);
  return c.json({ evaluations: await answerAll(c, items, batch.options?.evaluations_semantic ?? "execute_all") });
}

/** AuthZEN 1.0 §8. */
export function postSearch(kind: SearchKind): Handler<GateEnv> {
  return async (c) => {
    const body = await readJson(c);
    const { place, ask } = await parseOrReject(c, () => ({
      place: toPlace(body),
      ask: toDecisionPoint(c.get("caller"), toCaseToken(c)).search(kind, body),
    }));
    return c.json(toSearchAnswer(await ask(), place));
  };
}

/** AuthZEN 1.0 §9. */
export function getAuthzenConfiguration(c: Context<GateEnv>): Response {
  const base = getEnv().gateUrl;
  return c.json({
    policy_decision_point: base,
    access_evaluation_endpoint: `${base}/access/v1/evaluation`,
    access_evaluations_endpoint: `${base}/access/v1/evaluations`,
    search_subject_endpoint: `${base}/access/v1/search/subject`,
    search_resource_endpoint: `${base}/access/v1/search/resource`,
    search_action_endpoint: `${base}/access/v1/search/action`,
  });
}
