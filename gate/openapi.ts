import { ReadInput } from "@/lib/gateway/read-input";
import { DOMAIN_ERROR_STATUS } from "@/lib/kernel/domain-error";
import { REASONS } from "@/lib/kernel/reasons";
import { OUTCOMES, TREATMENTS } from "@/lib/kernel/vocabulary";
import { EvaluationInput, EvaluationsInput } from "./authzen/evaluation-input";
import { SearchInputs } from "./authzen/search-input";
import {
  answer,
  id,
  list,
  mapOf,
  object,
  open,
  post,
  problems,
  ref,
  type Schema,
  text,
  toInput,
  withParameters,
} from "./openapi-parts";
import { CASE_PATHS, CASE_SCHEMAS, caseHeader } from "./openapi-cases";
import { REVIEW_PATHS, REVIEW_SCHEMAS } from "./openapi-reviews";

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
      link: text,
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
    obstacle: {
      anyOf: [
        object({ code: ref("Reason"), sentence: text, fix: text, link: { type: ["string", "null"] } }),
        { type: "null" },
      ],
    },
    vendor: {
      anyOf: [
        object({
          name: text,
          isCleared: { type: "boolean" },
          until: { type: ["string", "null"], format: "date-time" },
          isInGrace: { type: "boolean" },
          conditions: {
            anyOf: [
              object({
                categories: list(text),
                purposes: { type: ["array", "null"], items: text },
                regions: { type: ["array", "null"], items: text },
              }),
              { type: "null" },
            ],
          },
          assessment: {
            anyOf: [object({ vendorId: text, assessmentId: text, number: { type: "integer" } }), { type: "null" }],
          },
        }),
        { type: "null" },
      ],
    },
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
    link: { type: ["string", "null"] },
    dataset: { type: ["string", "null"] },
    purpose: { type: ["string", "null"] },
    fields: mapOf(text),
  }),
  EvaluationInput: toInput(EvaluationInput),
  EvaluationsInput: toInput(EvaluationsInput),
  EvaluationAnswer: object({ decision: { type: "boolean" }, context: mapOf({}) }),
  SubjectSearchInput: toInput(SearchInputs.subject),
  ResourceSearchInput: toInput(SearchInputs.resource),
  ActionSearchInput: toInput(SearchInputs.action),
  SearchAnswer: object({
    results: list(mapOf(text)),
    page: object({ next_token: text, count: { type: "integer" }, total: { type: "integer" } }),
  }),
  EvaluationsAnswer: object({ evaluations: list(ref("EvaluationAnswer")) }),
  ...REVIEW_SCHEMAS,
  ...CASE_SCHEMAS,
};

/** OpenAPI 3.1, its inputs from the very schemas that requests are read with. */
export function toOpenapi(url: string): Schema {
  return {
    openapi: "3.1.0",
    info: {
      title: "Gatehouse: the agents' door",
      version: "1",
      description:
        "Customer data as far as it is granted, every access in the log; and what an agent means to do, held for a person where one must decide.",
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
      "/v1/read": withParameters(
        post("readDataset", "Read rows of a dataset for a purpose", "ReadInput", "ReadResult"),
        [caseHeader],
      ),
      "/v1/decisions/{id}": {
        get: {
          operationId: "explainDecision",
          summary: "Why did this come out so?",
          parameters: [id],
          responses: answer("Decision", "The decision explained."),
        },
      },
      ...REVIEW_PATHS,
      ...CASE_PATHS,
      "/access/v1/evaluation": post("evaluate", "AuthZEN access evaluation", "EvaluationInput", "EvaluationAnswer"),
      "/access/v1/evaluations": post(
        "evaluateAll",
        "AuthZEN access evaluations",
        "EvaluationsInput",
        "EvaluationsAnswer",
      ),
      "/access/v1/search/subject": post("searchSubjects", "Who may?", "SubjectSearchInput", "SearchAnswer"),
      "/access/v1/search/resource": post("searchResources", "To what?", "ResourceSearchInput", "SearchAnswer"),
      "/access/v1/search/action": post("searchActions", "May do what?", "ActionSearchInput", "SearchAnswer"),
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
      securitySchemes: {
        agentKey: { type: "http", scheme: "bearer", bearerFormat: "ghk_…" },
        dispatcherKey: { type: "http", scheme: "bearer", bearerFormat: "ghd_…" },
      },
    },
  };
}
