import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize, isPermitted } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { assertItemCan, lockAccessItem, toItemSubject } from "./internal/lock-access-item";

export const HandOverAccessItemInput = z.object({
  itemId: z.uuid("names no item"),
  toId: z.uuid("choose a person"),
  note: z.string().trim().min(1, "say why in a sentence").max(500, "must be at most 500 characters"),
});
export type HandOverAccessItemInput = z.input<typeof HandOverAccessItemInput>;

/** Asks somebody else about an item. Throws `invalid_input` for a person who could not decide it. */
export async function handOverAccessItem(ctx: RequestContext, input: HandOverAccessItemInput): Promise<void> {
  authorize(ctx, "access_review:decide");
  const { itemId, toId, note } = parseInput(HandOverAccessItemInput, input);
  return commit(ctx, async (tx) => {
    const item = await lockAccessItem(tx, itemId);
    assertItemCan(ctx, item, "hand_over");
    const person = await tx.person.findUnique({ where: { id: toId }, select: { status: true, roles: true } });
    const roles = person?.status === "active" ? person.roles : [];
    const isAble = isPermitted({ ...getPersonActor(ctx), roles }, "access_review:decide");
    const isOwn = item.kind === "roles" && (item.subjectId === toId || !roles.includes("admin"));
    if (!isAble || isOwn) throw new DomainError("invalid_input", "This person could not decide it.", "toId");
    await tx.accessReviewItem.update({ where: { id: itemId }, data: { askedId: toId } });
    return {
      result: undefined,
      events: [{ action: "access_review.handed_over", ...toItemSubject(item), toId, note }],
    };
  });
}
