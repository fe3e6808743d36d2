import type { McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import { answerHoldQuestion, AnswerHoldQuestionInput } from "@/lib/reviews/answer-hold-question";
import { getHold, GetHoldInput } from "@/lib/reviews/get-hold";
import { withdrawHold, WithdrawHoldInput } from "@/lib/reviews/withdraw-hold";
import type { McpCaller } from "./create-server";
import { toToolInput } from "./tool-input";
import { runTool } from "./tool-result";

const toSchema = (schema: z.ZodType) => toToolInput(z.toJSONSchema(schema, { io: "input" }));
const STATUS_SCHEMA = toSchema(GetHoldInput);
const ANSWER_SCHEMA = toSchema(AnswerHoldQuestionInput);
const WITHDRAW_SCHEMA = toSchema(WithdrawHoldInput);

/** What an agent does while a person is waited for. */
export function registerHoldTools(server: McpServer, { ctx, signal }: McpCaller): void {
  const { requestId } = ctx;
  server.registerTool(
    "hold_status",
    {
      title: "What has become of a hold?",
      description:
        "Says whether a person has decided, what you do next, and whether a reviewer asks you something. With waitSeconds (up to 30) it answers as soon as there is news.",
      inputSchema: STATUS_SCHEMA,
      annotations: { readOnlyHint: true, idempotentHint: true, destructiveHint: false, openWorldHint: false },
    },
    (input) => runTool(requestId, () => getHold(ctx, input, { signal })),
  );
  server.registerTool(
    "answer_question",
    {
      title: "Answer a reviewer's question",
      description: "Answers the question that hold_status showed.",
      inputSchema: ANSWER_SCHEMA,
      annotations: { readOnlyHint: false, idempotentHint: false, destructiveHint: false, openWorldHint: false },
    },
    (input) => runTool(requestId, () => answerHoldQuestion(ctx, input)),
  );
  server.registerTool(
    "withdraw_hold",
    {
      title: "Withdraw a hold",
      description: "Takes back a hold that nobody has decided yet, because it is no longer wanted.",
      inputSchema: WITHDRAW_SCHEMA,
      annotations: { readOnlyHint: false, idempotentHint: false, destructiveHint: true, openWorldHint: false },
    },
    (input) => runTool(requestId, () => withdrawHold(ctx, input)),
  );
}
