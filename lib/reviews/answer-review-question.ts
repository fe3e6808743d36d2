import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import type { Transaction } from "@/lib/db/client";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { isWaiting } from "@/lib/kernel/review-state";
import { tellPeople } from "@/lib/notices/tell-people";
import { newId } from "@/lib/runtime/new-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { type LockedItem, lockHeldItem } from "./internal/lock-held-item";
import { sealNote } from "./internal/review-note";
import { ItemIdInput, Words } from "./review-input";

export const AnswerReviewQuestionInput = ItemIdInput.extend({ noteId: z.uuid("names no question"), text: Words });
export type AnswerReviewQuestionInput = z.input<typeof AnswerReviewQuestionInput>;

/** The question, when it waits for this person. */
async function getQuestion(tx: Transaction, item: LockedItem, noteId: string, personId: string) {
  const note = await tx.reviewNote.findUnique({
    where: { id: noteId, itemId: item.id },
    select: { id: true, authorId: true, toPersonId: true, answeredAt: true },
  });
  if (note === null || note.toPersonId !== personId)
    throw new DomainError("not_found", "There is no such question to you.", "noteId");
  if (note.answeredAt !== null) throw new DomainError("conflict", "You answered this already.", "noteId");
  if (!isWaiting(item.state)) throw new DomainError("conflict", "It is decided already: nobody needs the answer.");
  return note;
}

/** Answers what a colleague asked about a held item; they are told. Only who was asked can. */
export async function answerReviewQuestion(ctx: RequestContext, input: AnswerReviewQuestionInput): Promise<void> {
  authorize(ctx, "review:read");
  const { itemId, noteId, text } = parseInput(AnswerReviewQuestionInput, input);
  const { personId } = getPersonActor(ctx);
  return commit(ctx, async (tx) => {
    const item = await lockHeldItem(tx, itemId);
    const question = await getQuestion(tx, item, noteId, personId);
    const id = newId(ctx.now);
    await tx.reviewNote.update({ where: { id: question.id }, data: { answeredAt: ctx.now } });
    // Nobody in particular is asked by an answer: as a question to the asker it would wait for one itself.
    await tx.reviewNote.create({
      data: { id, itemId, authorId: personId, bodySealed: sealNote(text, id), createdAt: ctx.now },
    });
    await tx.heldItem.update({ where: { id: itemId }, data: { revision: { increment: 1 } } });
    const asker = question.authorId;
    const personIds = asker === null ? [] : [asker];
    await tellPeople(tx, ctx.now, { topic: "item_answered", itemId, personIds });
    return {
      result: undefined,
      events: [{ action: "held_item.answered", itemId, agentId: item.agentId, noteId: question.id }],
    };
  });
}
