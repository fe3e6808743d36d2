import { z } from "zod";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { commit } from "./commit";

export const RemoveViewInput = z.strictObject({ viewId: z.uuid("names no view") });
export type RemoveViewInput = z.input<typeof RemoveViewInput>;

/** Removes a view of one's own. Throws `not_found`. */
export async function removeView(ctx: RequestContext, input: RemoveViewInput): Promise<void> {
  authorize(ctx, "audit_view:write");
  const { viewId } = parseInput(RemoveViewInput, input);
  const ownerId = getPersonActor(ctx).personId;
  await commit(ctx, async (tx) => {
    const { count } = await tx.auditView.deleteMany({ where: { id: viewId, ownerId } });
    if (count === 0) throw new DomainError("not_found", "You have no such view.");
    return { result: undefined, events: [{ action: "audit.view_removed", viewId }] };
  });
}
