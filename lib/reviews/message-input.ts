import { z } from "zod";
import { TRIAGE_KINDS } from "@/lib/kernel/triage-kinds";
import { CHANNELS } from "@/lib/kernel/vocabulary";
import { parseInput } from "@/lib/runtime/parse-input";
import { assertStorable } from "./internal/assert-storable";
import { strictInput } from "./strict-input";
import { Action, REPLY_LENGTH_MAX } from "./release-payload";

/** Longer than any customer writes; triage holds what is longer than it reads. */
export const TEXT_LENGTH_MAX = 500_000;
const TURNS_MAX = 200;
const FLAGS_MAX = 50;
const DECISIONS_MAX = 100;
const NOTE_LENGTH_MAX = 2_000;

const words = z.string("must be a text").max(TEXT_LENGTH_MAX, `must be at most ${TEXT_LENGTH_MAX} characters`);
const short = (max: number) =>
  z.string("must be a text").trim().min(1, "must not be empty").max(max, `must be at most ${max} characters`);

const Turn = z.strictObject(
  {
    from: z.enum(["customer", "agent", "person"], "must be customer, agent or person"),
    text: words,
    at: z.iso
      .datetime({ offset: true, error: "must be a time such as 2026-03-31T14:30:00Z" })
      .optional()
      .meta({ description: "When it was written." }),
  },
  "must be {from, text, at?}",
);

const Subject = z.strictObject(
  {
    dataset: short(128).meta({ description: "A dataset that is granted to the agent." }),
    id: z
      .union([z.string().min(1).max(1_000), z.number()], "must be the value of the dataset's subject key")
      .meta({ description: "The customer, by the dataset's subject key." }),
  },
  "must be {dataset, id}",
);

const Fields = {
  text: words.optional().meta({ description: "The customer's message. Either this or thread." }),
  thread: z
    .array(Turn, "must be a list of {from, text, at?}")
    .min(1, "must hold at least one message")
    .max(TURNS_MAX, `must hold at most ${TURNS_MAX} messages`)
    .optional()
    .meta({ description: "The conversation, oldest first; the customer's newest message is judged." }),
  channel: z.enum(CHANNELS, `must be one of ${CHANNELS.join(", ")}`).meta({ description: "How the message came." }),
  language: z
    .string()
    .regex(/^[a-z]{2}$/, "must be an ISO 639-1 code, like en")
    .optional()
    .meta({ description: "ISO 639-1; found by triage when left out." }),
  case: short(200).optional().meta({ description: "What the agent calls the case." }),
  subject: Subject.optional().meta({ description: "The customer." }),
  customerFlags: z
    .array(short(100), "must be a list of texts")
    .max(FLAGS_MAX, `must hold at most ${FLAGS_MAX} flags`)
    .optional()
    .meta({ description: "What is known of the customer, such as vip; rules may name them." }),
  reply: z
    .string("must be a text")
    .min(1, "must not be empty; leave it out when there is none")
    .max(REPLY_LENGTH_MAX, `must be at most ${REPLY_LENGTH_MAX} characters`)
    .optional()
    .meta({ description: "What the agent means to answer." }),
  action: Action.optional().meta({
    description: "What the agent means to do; reply is implied where there is only one.",
  }),
  draftedBy: z
    .email("must be an e-mail address")
    .max(320)
    .optional()
    .meta({ description: "The colleague who wrote the reply, where it was not the agent: somebody else decides." }),
  decisionIds: z
    .array(z.uuid("must be the decisionId of an answer"), "must be a list of decisionIds")
    .max(DECISIONS_MAX, `must hold at most ${DECISIONS_MAX} decisionIds`)
    .optional()
    .meta({ description: "The agent's own reads that the reply rests on." }),
};

type Worded = { text?: string | undefined; thread?: unknown; reply?: string | undefined; action?: Action | undefined };

function checkReply({ reply, action }: Worded, context: z.RefinementCtx): void {
  if (action?.type === "reply" && reply === undefined)
    context.addIssue({ code: "custom", path: ["reply"], message: "is required for the action reply" });
}

/** A customer's message and what the agent means to do about it. */
export const MessageInput = strictInput(Fields).superRefine((input, context) => {
  if ((input.text === undefined) === (input.thread === undefined))
    context.addIssue({ code: "custom", path: ["text"], message: "send either text or thread" });
  checkReply(input, context);
});
export type MessageInput = z.output<typeof MessageInput>;

/** What an agent wants a person to look at; the customer's words may be left out. */
export const HoldInput = strictInput({
  ...Fields,
  note: short(NOTE_LENGTH_MAX).meta({ description: "Why a person should look at it." }),
  kind: z
    .enum(TRIAGE_KINDS, `must be one of ${TRIAGE_KINDS.join(", ")}`)
    .optional()
    .meta({ description: "What it is." }),
}).superRefine((input, context) => {
  if (input.text !== undefined && input.thread !== undefined)
    context.addIssue({ code: "custom", path: ["text"], message: "send either text or thread" });
  checkReply(input, context);
});
export type HoldInput = z.output<typeof HoldInput>;

/** Parses what an agent submits, to the last character. Throws `invalid_input`. */
export function parseSubmission<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  assertStorable(input);
  return parseInput(schema, input);
}
