import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";

export const RevokeAgentKeyInput = z.object({ keyId: z.uuid("names no key") });
export type RevokeAgentKeyInput = z.input<typeof RevokeAgentKeyInput>;

/** Ends a key at once. Throws `conflict` when it is revoked already. */
export async function revokeAgentKey(ctx: RequestContext, input: RevokeAgentKeyInput): Promise<void> {
  authorize(ctx, "agent_key:write");
  const { keyId } = parseInput(RevokeAgentKeyInput, input);
  return commit(ctx, async (tx) => {
    const key = await tx.agentKey.findUnique({ where: { id: keyId }, select: { agentId: true } });
    if (key === null) throw new DomainError("not_found", "There is no such key.");
    const { count } = await tx.agentKey.updateMany({
      where: { id: keyId, revokedAt: null },
      data: { revokedAt: ctx.now },
    });
    if (count === 0) throw new DomainError("conflict", "The key is revoked already.");
    return { result: undefined, events: [{ action: "agent_key.revoked", agentId: key.agentId, keyId }] };
  });
}
