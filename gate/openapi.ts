import { z } from "zod";
import { ReadInput } from "@/lib/gateway/read-input";
import { DOMAIN_ERROR_STATUS } from "@/lib/kernel/domain-error";
import { REASONS } from "@/lib/kernel/reasons";
import { OUTCOMES, TREATMENTS } from "@/lib/kernel/vocabulary";
import { EvaluationInput, EvaluationsInput } from "./authzen/evaluation-input";

type Schema = Record<string, unknown>;

const text = { type: "string" };
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: Schema, required: readonly string[] = Object.keys(properties)): Schema => ({
  type: "object",
  properties,
  required,
});
const list = (items: Schema): Schema => ({ type: "array", items });
const mapOf = (values: Schema): Schema => ({ type: "object", additionalProperties: values });

function toInput(schema: z.ZodType): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input" });
  return rest;
}

const FieldAnswer = object(
  {
    outcome: { enum: OUTCOMES },
    treatment: { enum: [...TREATMENTS, "withheld"] },
    reason: ref("Reason"),
    sentence: text,
  },
  ["outcome", "treatment", "reason"],
);

const SCHEMAS: Schema = {
  Reason: { enum: Object.keys(REASONS) },
  FieldAnswer,
  Problem: object(
    {
      type: text,
      title: text,
      status: { type: "integer" },
      detail: text,
      code: {
        type: "string",
        description: `A reason, or one of: ${[...Object.keys(DOMAIN_ERROR_STATUS), "internal"].join(", ")}.`,
      },
      fix: text,
      field: text,
      decisionId: text,
      fields: mapOf(ref("FieldAnswer")),
      requestId: text,
    },
    ["type", "title", "status", "detail", "code", "requestId"],
  ),
  ReadInput: toInput(ReadInput),
  ReadResult: object({
    decisionId: text,
    dataset: text,
    purpose: text,
    fields: mapOf(ref("FieldAnswer")),
    rows: list(mapOf({})),
    nextCursor: { type: ["string", "null"] },
  }),
  Me: object({
    agent: object({ id: text, name: text, state: text }),
    obstacle: { anyOf: [object({ code: ref("Reason"), sentence: text, fix: text }), { type: "null" }] },
    datasets: list(
      object({
        dataset: text,
        recordKind: text,
        purposes: list(
          object({
            purpose: text,
            meaning: text,
            until: { type: "string", format: "date-time" },
            rowsPerRequestMax: { type: "integer" },
            isCaseRequired: { type: "boolean" },
            rowBound: list(mapOf({})),
            fields: list(
              object({
                field: text,
                type: text,
                category: text,
                treatment: text,
                reason: ref("Reason"),
                operators: list(text),
              }),
            ),
          }),
        ),
      }),
    ),
  }),
  Decision: object({
    decisionId: text,
    at: { type: "string", format: "date-time" },
    decision: { enum: ["allow", "deny", "hold"] },
    reason: text,
    sentence: text,
    fix: text,
    dataset: { type: ["string", "null"] },
    purpose: { type: ["string", "null"] },
    fields: mapOf(text),
  }),
  EvaluationInput: toInput(EvaluationInput),
  EvaluationsInput: toInput(EvaluationsInput),
  EvaluationAnswer: object({ decision: { type: "boolean" }, context: mapOf({}) }),
  EvaluationsAnswer: object({ evaluations: list(ref("EvaluationAnswer")) }),
};

const problems = {
  default: {
    description: "A refusal or an error (RFC 9457).",
    content: { "application/problem+json": { schema: ref("Problem") } },
  },
};

function answer(schema: string, description: string): Schema {
  return { 200: { description, content: { "application/json": { schema: ref(schema) } } }, ...problems };
}

function post(operationId: string, summary: string, input: string, output: string): Schema {
  const requestBody = { required: true, content: { "application/json": { schema: ref(input) } } };
  return { post: { operationId, summary, requestBody, responses: answer(output, summary) } };
}

const id = { name: "id", in: "path", required: true, schema: text };
const open = { security: [], responses: { 200: { description: "As it says." } } };

/** OpenAPI 3.1, its inputs from the very schemas that requests are read with. */
export function toOpenapi(url: string): Schema {
  return {
    openapi: "3.1.0",
    info: {
      title: "Gatehouse: the agents' door",
      version: "1",
      description: "Customer data as far as it is granted, every access in the log.",
    },
    servers: [{ url }],
    security: [{ agentKey: [] }],
    paths: {
      "/v1/me": {
        get: {
          operationId: "describeAgent",
          summary: "Who am I, and what may I see?",
          responses: answer("Me", "What is granted."),
        },
      },
      "/v1/read": post("readDataset", "Read rows of a dataset for a purpose", "ReadInput", "ReadResult"),
      "/v1/decisions/{id}": {
        get: {
          operationId: "explainDecision",
          summary: "Why did this come out so?",
          parameters: [id],
          responses: answer("Decision", "The decision explained."),
        },
      },
      "/access/v1/evaluation": post("evaluate", "AuthZEN access evaluation", "EvaluationInput", "EvaluationAnswer"),
      "/access/v1/evaluations": post(
        "evaluateAll",
        "AuthZEN access evaluations",
        "EvaluationsInput",
        "EvaluationsAnswer",
      ),
      "/mcp": {
        post: {
          operationId: "mcp",
          summary: "Model Context Protocol",
          responses: { 200: { description: "A JSON-RPC answer." }, ...problems },
        },
      },
      "/.well-known/authzen-configuration": {
        get: { operationId: "describeAuthzen", summary: "Where AuthZEN is answered", ...open },
      },
      "/healthz": { get: { operationId: "health", summary: "Is the process there?", ...open } },
      "/readyz": { get: { operationId: "readiness", summary: "Could a read be decided and recorded now?", ...open } },
      "/log/checkpoint": {
        get: { operationId: "logCheckpoint", summary: "The audit log's newest signed checkpoint", ...open },
      },
      "/log/keys": { get: { operationId: "logKeys", summary: "The keys that checkpoints are checked with", ...open } },
      "/log/tile/{tile}": {
        get: {
          operationId: "logTile",
          summary: "Hashes of the audit log's tree (C2SP tlog-tiles)",
          parameters: [{ name: "tile", in: "path", required: true, schema: text }],
          ...open,
        },
      },
      "/openapi.json": { get: { operationId: "openapi", summary: "This document", ...open } },
    },
    components: {
      schemas: SCHEMAS,
      securitySchemes: { agentKey: { type: "http", scheme: "bearer", bearerFormat: "ghk_…" } },
    },
  };
}
