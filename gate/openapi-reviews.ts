import { TRIAGE_KINDS, TRIAGE_REASONS } from "@/lib/kernel/triage-kinds";
import { HOLD_STATES, REJECT_PRESETS, RELEASE_STATES, REVIEW_VERDICTS } from "@/lib/kernel/vocabulary";
import { AnswerHoldQuestionInput } from "@/lib/reviews/answer-hold-question";
import { WAIT_SECONDS_MAX } from "@/lib/reviews/get-hold";
import { HoldInput, MessageInput } from "@/lib/reviews/message-input";
import { RedeemReleaseInput } from "@/lib/reviews/redeem-release";
import { Proposal } from "@/lib/reviews/release-payload";
import { ReportOutcomeInput } from "@/lib/reviews/report-outcome";
import {
  answer,
  id,
  list,
  object,
  open,
  orNull,
  post,
  ref,
  type Schema,
  text,
  time,
  toBody,
  toInput,
  toProceedOrHeld,
} from "./openapi-parts";

const { properties: proposed, required } = toInput(Proposal);

export const REVIEW_SCHEMAS: Schema = {
  Kind: { enum: TRIAGE_KINDS },
  MessageInput: toInput(MessageInput),
  HoldInput: toInput(HoldInput),
  Proceed: object({ outcome: { const: "proceed" }, submissionId: text, decisionId: text }),
  Held: object({
    outcome: { const: "held" },
    holdId: text,
    kind: ref("Kind"),
    kinds: list(ref("Kind")),
    reasons: list(object({ kind: ref("Kind"), code: { enum: Object.keys(TRIAGE_REASONS) }, sentence: text })),
    dueAt: time,
    decisionId: text,
  }),
  HoldStatus: object({
    holdId: text,
    state: { enum: HOLD_STATES },
    sentence: text,
    kind: ref("Kind"),
    verdict: orNull({ enum: REVIEW_VERDICTS }),
    reason: orNull(object({ preset: orNull({ enum: REJECT_PRESETS }), sentence: text, note: orNull(text) })),
    question: orNull(object({ noteId: text, text, askedAt: time })),
    release: orNull(
      object({
        releaseId: text,
        state: { enum: RELEASE_STATES },
        digest: text,
        expiresAt: time,
        isEdited: { type: "boolean" },
      }),
    ),
    dueAt: time,
  }),
  HoldAnswerInput: toInput(AnswerHoldQuestionInput, "holdId"),
  HoldAnswered: object({ noteId: text }),
  HoldWithdrawn: object({ holdId: text, state: { const: "withdrawn" } }),
  RedeemInput: toInput(RedeemReleaseInput, "releaseId"),
  Redeemed: object({
    payload: { type: "object", properties: { ...(proposed as Schema), nonce: text }, required },
    digest: text,
    token: { type: "string", description: "A compact JWS (EdDSA) to check with /.well-known/jwks.json." },
    outcomeDueAt: time,
  }),
  OutcomeInput: toInput(ReportOutcomeInput, "releaseId"),
  Outcome: object({ releaseId: text, outcome: { enum: ["executed", "failed"] } }),
  Jwks: object({ keys: list({ type: "object" }) }),
};

const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  schema: text,
  description: "The same request with the same key gets the same answer and is stored once.",
};
const wait = {
  name: "wait",
  in: "query",
  schema: { type: "integer", minimum: 0, maximum: WAIT_SECONDS_MAX },
  description: "Seconds to wait for a decision or a question; the answer comes as soon as there is one.",
};

function postAt(operationId: string, summary: string, input: string | null, output: string): Schema {
  const requestBody = input === null ? {} : { requestBody: toBody(input) };
  return { post: { operationId, summary, parameters: [id], ...requestBody, responses: answer(output, summary) } };
}

function submit(operationId: string, summary: string, input: string, proceed: string | null): Schema {
  const { post: base } = post(operationId, summary, input, "Held");
  return {
    post: { ...(base as Schema), parameters: [idempotencyKey], responses: toProceedOrHeld(proceed, "Held") },
  };
}

export const REVIEW_PATHS: Schema = {
  "/v1/messages": submit(
    "submitMessage",
    "May this be answered or done, or does a person decide?",
    "MessageInput",
    "Proceed",
  ),
  "/v1/holds": submit("requestHold", "Ask for a person", "HoldInput", null),
  "/v1/holds/{id}": {
    get: {
      operationId: "getHold",
      summary: "What has become of a hold?",
      parameters: [id, wait],
      responses: answer("HoldStatus", "The hold."),
    },
  },
  "/v1/holds/{id}/answers": postAt(
    "answerHoldQuestion",
    "Answer a reviewer's question",
    "HoldAnswerInput",
    "HoldAnswered",
  ),
  "/v1/holds/{id}/withdraw": postAt("withdrawHold", "Take a hold back", null, "HoldWithdrawn"),
  "/v1/releases/{id}/redeem": postAt("redeemRelease", "Redeem a release, once", "RedeemInput", "Redeemed"),
  "/v1/releases/{id}/outcome": postAt("reportOutcome", "Report what came of it", "OutcomeInput", "Outcome"),
  "/.well-known/jwks.json": {
    get: { operationId: "jwks", summary: "The keys that releases are signed with", ...open },
  },
};
