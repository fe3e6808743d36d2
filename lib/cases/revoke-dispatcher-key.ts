import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";

export const RevokeDispatcherKeyInput = z.object({ dispatcherKeyId: z.uuid("names no key") });
export type RevokeDispatcherKeyInput = z.input<typeof RevokeDispatcherKeyInput>;

/** Ends a dispatcher's key at once; the cases that it opened stay until they end. Throws `conflict` when it is revoked already. */
export async function revokeDispatcherKey(ctx: RequestContext, input: RevokeDispatcherKeyInput): Promise<void> {
  authorize(ctx, "dispatcher_key:write");
  const { dispatcherKeyId } = parseInput(RevokeDispatcherKeyInput, input);
  return commit(ctx, async (tx) => {
    const { count } = await tx.dispatcherKey.updateMany({
      where: { id: dispatcherKeyId, revokedAt: null },
      data: { revokedAt: ctx.now },
    });
    if (count === 0) throw new DomainError("conflict", "There is no such key, or it is revoked already.");
    return { result: undefined, events: [{ action: "dispatcher_key.revoked", dispatcherKeyId }] };
  });
}
