import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorizeAgent } from "@/lib/identity/authorize-agent";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { tellPeople } from "@/lib/notices/tell-people";
import { seal } from "@/lib/runtime/keyring";
import { newId } from "@/lib/runtime/new-id";
import { assertAgentActs } from "./internal/assert-agent-acts";
import { assertAgentsItemWaits } from "./internal/lock-agents-item";
import { parseAgentInput } from "./internal/parse-agent-input";
import { refuseAgent } from "./internal/refuse-agent";
import { strictInput } from "./strict-input";

const ANSWER_LENGTH_MAX = 10_000;

export const AnswerHoldQuestionInput = strictInput({
  holdId: z.uuid("names no hold"),
  noteId: z.uuid("names no question").meta({ description: "The noteId of the hold's question." }),
  text: z
    .string("must be a text")
    .trim()
    .min(1, "must not be empty")
    .max(ANSWER_LENGTH_MAX, `must be at most ${ANSWER_LENGTH_MAX} characters`)
    .meta({ description: "The answer, for the reviewer." }),
});

/** Answers what a reviewer asked the agent about one of its holds; the hold goes on waiting. Throws `not_found` or `conflict`. */
export async function answerHoldQuestion(ctx: RequestContext, input: unknown): Promise<{ noteId: string }> {
  const actor = authorizeAgent(ctx, "hold:write");
  const { holdId, noteId, text } = await parseAgentInput(ctx, actor, "hold", AnswerHoldQuestionInput, input);
  const { agentId } = actor;
  await assertAgentActs(ctx, actor, { itemId: holdId, verb: "answer", needs: "agent" });
  return commit(ctx, async (tx) => {
    const itemId = await assertAgentsItemWaits(tx, holdId, agentId);
    const question = await tx.reviewNote.findFirst({
      where: { id: noteId, itemId, isToAgent: true, authorId: { not: null } },
      select: { authorId: true, answeredAt: true },
    });
    if (question === null) throw new DomainError("not_found", "There is no such question about this hold.", "noteId");
    if (question.answeredAt !== null) throw new DomainError("conflict", "This question is answered already.", "noteId");
    await tx.reviewNote.update({ where: { id: noteId }, data: { answeredAt: ctx.now } });
    const id = newId(ctx.now);
    const bodySealed = seal(text, { table: "review_note", column: "body_sealed", rowId: id });
    await tx.reviewNote.create({
      data: { id, itemId, toPersonId: question.authorId, bodySealed, createdAt: ctx.now },
    });
    const personIds = question.authorId === null ? [] : [question.authorId];
    await tellPeople(tx, ctx.now, { topic: "item_answered", itemId, personIds });
    return { result: { noteId: id }, events: [{ action: "held_item.answered", itemId, agentId, noteId }] };
  }).catch(refuseAgent(ctx, actor, { itemId: holdId, verb: "answer" }));
}
