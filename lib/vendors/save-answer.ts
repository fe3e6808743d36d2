import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import type { AnswerId } from "@/lib/kernel/ids";
import { parseInput } from "@/lib/runtime/parse-input";
import { SaveAnswerInput } from "./answer-input";
import { getQuestion, lockAssessment } from "./internal/lock-assessment";
import { storeAnswer } from "./internal/store-answer";

/**
 * Saves one answer of a draft as it is filled in; every saved form is kept. `revision` is the one that was on the screen: when
 * somebody saved another meanwhile this throws `AnswerConflict`, which holds theirs.
 */
export async function saveAnswer(
  ctx: RequestContext,
  input: SaveAnswerInput,
): Promise<{ answerId: AnswerId; revision: number }> {
  authorize(ctx, "vendor:write");
  const answer = parseInput(SaveAnswerInput, input);
  const { personId } = getPersonActor(ctx);
  return commit(ctx, async (tx) => {
    const { vendorId, content } = await lockAssessment(tx, answer.assessmentId, "answer");
    const question = getQuestion(content, answer.questionKey);
    const { result, event } = await storeAnswer(tx, ctx, { vendorId, question, answer, answeredById: personId });
    return { result, events: [event] };
  });
}
