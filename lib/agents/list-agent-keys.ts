import { findLastUse } from "@/lib/audit/find-last-use";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { AgentId, AgentKeyId } from "@/lib/kernel/ids";

export type AgentKeyRow = {
  id: AgentKeyId;
  label: string;
  hint: string;
  status: "live" | "expired" | "revoked";
  createdAt: Date;
  expiresAt: Date;
  /** From the newest event made with it; null when it was never used. */
  lastUsedAt: Date | null;
};

/** An agent's keys, newest first; at most 200. */
export async function listAgentKeys(ctx: RequestContext, agentId: AgentId): Promise<AgentKeyRow[]> {
  authorize(ctx, "agent:read");
  const keys = await reader().agentKey.findMany({
    where: { agentId },
    orderBy: { id: "desc" },
    take: 200,
    select: { id: true, label: true, hint: true, createdAt: true, expiresAt: true, revokedAt: true },
  });
  const used = await Promise.all(keys.map(({ id }) => findLastUse(id)));
  return keys.map(({ revokedAt, ...key }, index) => ({
    ...key,
    id: key.id as AgentKeyId,
    status: revokedAt !== null ? "revoked" : key.expiresAt <= ctx.now ? "expired" : "live",
    lastUsedAt: used[index] ?? null,
  }));
}
