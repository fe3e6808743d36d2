import { z } from "zod";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { newId } from "@/lib/runtime/new-id";
import { parseInput } from "@/lib/runtime/parse-input";
import { commit } from "./commit";

const VIEWS_MAX = 100;

export const SaveViewInput = z.strictObject({
  /** Of the view that is changed; absent for a new one. */
  viewId: z.uuid("names no view").optional(),
  name: z.string().trim().min(1, "is empty").max(80, "has at most 80 letters"),
  /** Everybody who may read the audit sees a shared one. */
  isShared: z.boolean().default(false),
  /** The page's address after the question mark: filters, columns, order, density. */
  query: z
    .string()
    .max(4_000, "is too long")
    .regex(/^[\w\-.~%!$&'()*+,;=:@/?]*$/, "must be what stands after the question mark of the page's address"),
});
export type SaveViewInput = z.input<typeof SaveViewInput>;

/** Keeps filters and columns under a name, one's own or for all. Throws `conflict` for a name that is taken, `not_found`. */
export async function saveView(ctx: RequestContext, input: SaveViewInput): Promise<string> {
  authorize(ctx, "audit_view:write");
  const { viewId, name, isShared, query } = parseInput(SaveViewInput, input);
  const ownerId = getPersonActor(ctx).personId;
  return commit(ctx, async (tx) => {
    const taken = await tx.auditView.findUnique({ where: { ownerId_name: { ownerId, name } }, select: { id: true } });
    if (taken !== null && taken.id !== viewId)
      throw new DomainError("conflict", "You have a view of this name: choose another, or change that one.", "name");
    const changes = { name, isShared, query, changedAt: ctx.now };
    const id = viewId ?? newId(ctx.now);
    if (viewId === undefined) {
      if ((await tx.auditView.count({ where: { ownerId } })) >= VIEWS_MAX)
        throw new DomainError("conflict", `You have ${VIEWS_MAX} views: remove one first.`);
      await tx.auditView.create({ data: { id, ownerId, createdAt: ctx.now, ...changes }, select: { id: true } });
    } else {
      const { count } = await tx.auditView.updateMany({ where: { id, ownerId }, data: changes });
      if (count === 0) throw new DomainError("not_found", "You have no such view.");
    }
    return { result: id, events: [{ action: "audit.view_saved", viewId: id, isShared }] };
  });
}
