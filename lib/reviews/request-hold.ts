import { authorizeAgent } from "@/lib/identity/authorize-agent";
import type { RequestContext } from "@/lib/identity/request-context";
import { type Submitting, takeSubmission } from "./internal/take-submission";
import type { HeldAnswer } from "./submission-answer";
import { HoldInput, parseSubmission } from "./message-input";

/** Holds something for a person because the agent asks for it. As `submitMessage`, but it never proceeds. */
export async function requestHold(ctx: RequestContext, input: unknown, how: Submitting = {}): Promise<HeldAnswer> {
  const actor = authorizeAgent(ctx, "hold:write");
  const answer = await takeSubmission(ctx, actor, "hold", () => parseSubmission(HoldInput, input), how);
  if (answer.outcome !== "held") throw new Error("a hold that an agent asked for was not held");
  return answer;
}
