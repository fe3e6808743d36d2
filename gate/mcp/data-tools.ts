import type { McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import { type AgentDescription, describeAgent } from "@/lib/gateway/describe-agent";
import { explainDecision, ExplainDecisionInput } from "@/lib/gateway/explain-decision";
import { readDataset } from "@/lib/gateway/read-dataset";
import { ReadInput } from "@/lib/gateway/read-input";
import { toFieldAnswers } from "@/lib/gateway/to-field-answers";
import type { McpCaller } from "./create-server";
import { toToolInput } from "./tool-input";
import { runTool } from "./tool-result";

const READ_SCHEMA = z.toJSONSchema(ReadInput, { io: "input" });
const EXPLAIN_SCHEMA = toToolInput(z.toJSONSchema(ExplainDecisionInput, { io: "input" }));
const NO_INPUT = toToolInput({ type: "object", properties: {}, additionalProperties: false });
const READ_ONLY = { readOnlyHint: true, idempotentHint: true, destructiveHint: false, openWorldHint: false };

/** The schema of a read with the names that this agent may use. */
function toReadSchema({ datasets }: AgentDescription): Record<string, unknown> {
  const { properties } = READ_SCHEMA;
  const purposes = [...new Set(datasets.flatMap((one) => one.purposes.map(({ purpose }) => purpose)))];
  return {
    ...READ_SCHEMA,
    properties: {
      ...properties,
      dataset: { type: "string", enum: datasets.map(({ dataset }) => dataset), description: "The dataset to read." },
      purpose: {
        type: "string",
        enum: purposes,
        description: "Why the data is read; what_may_i_see says which purposes go with the dataset.",
      },
      case: { type: "string", description: "The case token, where the scope wants a case and no header carries it." },
    },
  };
}

/** A case token may come as an argument too, for clients that set no headers of their own; it is no part of the query. */
function splitCase(input: unknown, fromHeader: string | null): { query: unknown; token: string | null } {
  if (typeof input !== "object" || input === null || !("case" in input)) return { query: input, token: fromHeader };
  const { case: token, ...query } = input;
  return typeof token === "string" ? { query, token } : { query: input, token: fromHeader };
}

/** What reads data, and says what may be read. */
export function registerDataTools(server: McpServer, { ctx, me, isCall, caseToken }: McpCaller): void {
  const { requestId } = ctx;
  server.registerTool(
    "what_may_i_see",
    {
      title: "What may I see?",
      description: "Lists the datasets, fields and purposes granted to you, how each field is shown, and until when.",
      inputSchema: NO_INPUT,
      annotations: READ_ONLY,
    },
    () => runTool(requestId, () => describeAgent(ctx)),
  );
  // A call is answered even where nothing is granted: the refusal says why, and is in the log.
  if (me.datasets.length > 0 || isCall) {
    server.registerTool(
      "read_data",
      {
        title: "Read data",
        description:
          "Reads rows of a dataset for a purpose. Fields come in clear, masked or not at all; filter and order only by fields in clear.",
        inputSchema: toToolInput(toReadSchema(me)),
        annotations: READ_ONLY,
      },
      (input) =>
        runTool(requestId, async () => {
          const { query, token } = splitCase(input, caseToken);
          const result = await readDataset(ctx, query, { door: "mcp", caseToken: token });
          return { ...result, fields: toFieldAnswers(result.fields) };
        }),
    );
  }
  server.registerTool(
    "explain_refusal",
    {
      title: "Explain a refusal",
      description:
        "Says why one of your requests came out as it did, and what would change it. Takes the decisionId of the answer.",
      inputSchema: EXPLAIN_SCHEMA,
      annotations: READ_ONLY,
    },
    (input) => runTool(requestId, () => explainDecision(ctx, input)),
  );
}
