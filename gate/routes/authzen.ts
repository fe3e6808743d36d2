import type { Context } from "hono";
import { type EvaluationQuestion, evaluateDataset } from "@/lib/gateway/evaluate-dataset";
import { recordRejection } from "@/lib/policy/record-rejection";
import { DomainError } from "@/lib/kernel/domain-error";
import { getEnv } from "@/lib/runtime/env";
import { parseInput } from "@/lib/runtime/parse-input";
import { EvaluationsInput, type Semantic, toQuestion, toQuestions } from "@/gate/authzen/evaluation-input";
import { type EvaluationAnswer, toAnswer, toErrorAnswer } from "@/gate/authzen/to-answer";
import type { GateEnv } from "@/gate/gate-env";
import { readBody } from "@/gate/read-body";
import { toCaseToken } from "@/gate/to-case-token";

/** AuthZEN wants every kind of malformed request answered with 400, another content type included. */
const readJson = (c: Context<GateEnv>): Promise<unknown> => readBody(c, "evaluation", "invalid_input");

async function parseOrReject<Result>(c: Context<GateEnv>, parse: () => Result): Promise<Result> {
  try {
    return parse();
  } catch (error) {
    const ctx = c.get("agent");
    throw error instanceof DomainError ? await recordRejection(ctx, ctx.actor, "evaluation", error) : error;
  }
}

async function answer(c: Context<GateEnv>, question: EvaluationQuestion | DomainError): Promise<EvaluationAnswer> {
  const ctx = c.get("agent");
  if (question instanceof DomainError)
    return toErrorAnswer(await recordRejection(ctx, ctx.actor, "evaluation", question));
  return toAnswer(await evaluateDataset(ctx, question, toCaseToken(c)));
}

async function answerAll(
  c: Context<GateEnv>,
  questions: readonly (EvaluationQuestion | DomainError)[],
  semantic: Semantic,
): Promise<EvaluationAnswer[]> {
  if (semantic === "execute_all") return Promise.all(questions.map((question) => answer(c, question)));
  const answers: EvaluationAnswer[] = [];
  const last = semantic === "permit_on_first_permit";
  for (const question of questions) {
    const one = await answer(c, question);
    answers.push(one);
    if (one.decision === last) break;
  }
  return answers;
}

/** AuthZEN 1.0 §6. */
export async function postEvaluation(c: Context<GateEnv>): Promise<Response> {
  const body = await readJson(c);
  return c.json(await answer(c, await parseOrReject(c, () => toQuestion(body))));
}

/** AuthZEN 1.0 §7. */
export async function postEvaluations(c: Context<GateEnv>): Promise<Response> {
  const body = await readJson(c);
  const batch = await parseOrReject(c, () => parseInput(EvaluationsInput, body));
  if (batch.evaluations === undefined || batch.evaluations.length === 0) {
    return c.json(await answer(c, await parseOrReject(c, () => toQuestion(body))));
  }
  const evaluations = await answerAll(c, toQuestions(batch), batch.options?.evaluations_semantic ?? "execute_all");
  return c.json({ evaluations });
}

/** AuthZEN 1.0 §9. */
export function getAuthzenConfiguration(c: Context<GateEnv>): Response {
  const base = getEnv().gateUrl;
  return c.json({
    policy_decision_point: base,
    access_evaluation_endpoint: `${base}/access/v1/evaluation`,
    access_evaluations_endpoint: `${base}/access/v1/evaluations`,
  });
}
