import type { McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import { HoldInput, MessageInput } from "@/lib/reviews/message-input";
import { requestHold } from "@/lib/reviews/request-hold";
import { submitMessage } from "@/lib/reviews/submit-message";
import type { McpCaller } from "./create-server";
import { toToolInput } from "./tool-input";
import { runTool } from "./tool-result";

/** A tool has no headers, so its key comes beside the rest. */
const KEY = {
  idempotencyKey: {
    type: "string",
    description: "Of your choice: the same call with the same key gets the same answer and is stored once.",
  },
};

function toSchema(schema: z.ZodType) {
  const { properties, ...rest } = z.toJSONSchema(schema, { io: "input" });
  return toToolInput({ ...rest, properties: { ...properties, ...KEY } });
}

const MESSAGE_SCHEMA = toSchema(MessageInput);
const HOLD_SCHEMA = toSchema(HoldInput);
const ADDS = { readOnlyHint: false, idempotentHint: false, destructiveHint: false, openWorldHint: false };

/** Parts the key from what the verb reads. A key that is no text is left in, for the verb to refuse. */
function splitKey(input: unknown): { request: unknown; how: { idempotencyKey: string | null } } {
  if (typeof input !== "object" || input === null || !("idempotencyKey" in input))
    return { request: input, how: { idempotencyKey: null } };
  const { idempotencyKey, ...rest } = input;
  return typeof idempotencyKey === "string"
    ? { request: rest, how: { idempotencyKey } }
    : { request: input, how: { idempotencyKey: null } };
}

/** What brings a customer's message to a person. */
export function registerMessageTools(server: McpServer, { ctx }: McpCaller): void {
  const { requestId } = ctx;
  server.registerTool(
    "submit_message",
    {
      title: "Submit a message",
      description:
        "Says whether you may answer a customer's message, or do what you mean to do, by yourself (proceed), or whether a person decides first (held, with a holdId for hold_status). Call it before you answer or act.",
      inputSchema: MESSAGE_SCHEMA,
      annotations: ADDS,
    },
    (input) =>
      runTool(requestId, () => {
        const { request, how } = splitKey(input);
        return submitMessage(ctx, request, how);
      }),
  );
  server.registerTool(
    "ask_for_a_person",
    {
      title: "Ask for a person",
      description: "Holds something for a person because you ask for it. Say why in note.",
      inputSchema: HOLD_SCHEMA,
      annotations: ADDS,
    },
    (input) =>
      runTool(requestId, () => {
        const { request, how } = splitKey(input);
        return requestHold(ctx, request, how);
      }),
  );
}
