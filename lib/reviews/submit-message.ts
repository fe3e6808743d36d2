import { authorizeAgent } from "@/lib/identity/authorize-agent";
import type { RequestContext } from "@/lib/identity/request-context";
import { type Submitting, takeSubmission } from "./internal/take-submission";
import type { SubmissionAnswer } from "./submission-answer";
import { MessageInput, parseSubmission } from "./message-input";

/**
 * Judges a customer's message and what the agent means to do: it may proceed, or it is held for a person. The answer is durable before
 * it is given; the same Idempotency-Key and request get the same answer. Throws `AccessDenied`, `invalid_input`, `conflict` or
 * `unavailable`.
 */
export async function submitMessage(
  ctx: RequestContext,
  input: unknown,
  how: Submitting = {},
): Promise<SubmissionAnswer> {
  const actor = authorizeAgent(ctx, "hold:write");
  return takeSubmission(ctx, actor, "message", () => parseSubmission(MessageInput, input), how);
}
