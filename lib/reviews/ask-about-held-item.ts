import { z } from "zod";
import type { Transaction } from "@/lib/db/client";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { ReviewNoteId } from "@/lib/kernel/ids";
import { tellPeople } from "@/lib/notices/tell-people";
import { tellWebhooks } from "@/lib/notices/tell-webhooks";
import { newId } from "@/lib/runtime/new-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { type Decided, decideHeldItem, refuse, type Situation } from "./internal/decide-held-item";
import { sealNote } from "./internal/review-note";
import { ItemIdInput, Words } from "./review-input";

export const AskAboutHeldItemInput = ItemIdInput.extend({
  to: z.discriminatedUnion(
    "kind",
    [
      z.object({ kind: z.literal("agent") }),
      z.object({ kind: z.literal("person"), personId: z.uuid("choose a colleague") }),
    ],
    "choose the agent or a colleague",
  ),
  text: Words,
});
export type AskAboutHeldItemInput = z.input<typeof AskAboutHeldItemInput>;

type Question = z.output<typeof AskAboutHeldItemInput>;

/** Why a colleague cannot be asked: only who can open the item can read the question. */
async function findColleagueObstacle(tx: Transaction, personId: string, askerId: string): Promise<string | null> {
  if (personId === askerId) return "to: ask somebody else than yourself.";
  const person = await tx.person.findUnique({ where: { id: personId }, select: { status: true, roles: true } });
  const canRead = person?.roles.some((role) => role === "reviewer" || role === "compliance") ?? false;
  return person?.status === "active" && canRead ? null : "to: choose an active colleague who can open the inbox.";
}

async function ask(tx: Transaction, { item, reviewer, now }: Situation, { to, text }: Question) {
  const toPersonId = to.kind === "person" ? to.personId : null;
  const obstacle = toPersonId === null ? null : await findColleagueObstacle(tx, toPersonId, reviewer.personId);
  if (obstacle !== null) return refuse("asked_cannot_read", obstacle, "invalid_input");
  const noteId = newId(now) as ReviewNoteId;
  const isToAgent = toPersonId === null;
  await tx.reviewNote.create({
    data: {
      id: noteId,
      itemId: item.id,
      authorId: reviewer.personId,
      toPersonId,
      isToAgent,
      bodySealed: sealNote(text, noteId),
      createdAt: now,
    },
  });
  const about = { itemId: item.id, agentId: item.agentId };
  if (toPersonId === null) await tellWebhooks(tx, now, { topic: "hold_asked", ...about, data: { noteId } });
  else await tellPeople(tx, now, { topic: "item_asked", itemId: item.id, personIds: [toPersonId] });
  const decided: Decided<ReviewNoteId> = {
    done: true,
    result: noteId,
    events: [{ action: "held_item.asked", ...about, noteId, toPersonId, isToAgent }],
  };
  return decided;
}

/** Asks the agent or a colleague about an item that one has claimed; the claim stays. The words are kept sealed. */
export async function askAboutHeldItem(ctx: RequestContext, input: AskAboutHeldItemInput): Promise<ReviewNoteId> {
  authorize(ctx, "review:decide");
  const question = parseInput(AskAboutHeldItemInput, input);
  const asked = { verb: "ask", claim: "mine", itemId: question.itemId } as const;
  return decideHeldItem(ctx, asked, (tx, situation) => ask(tx, situation, question));
}
