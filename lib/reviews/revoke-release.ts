import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import type { Transaction } from "@/lib/db/client";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { tellWebhooks } from "@/lib/notices/tell-webhooks";
import { parseInput } from "@/lib/runtime/parse-input";
import { explainRevocation } from "./internal/explain-revocation";
import { lockHeldItem } from "./internal/lock-held-item";
import { toLogNote } from "./internal/to-log-note";
import { LogNote } from "./review-input";

export const RevokeReleaseInput = z.object({ releaseId: z.uuid("names no release"), note: LogNote });
export type RevokeReleaseInput = z.input<typeof RevokeReleaseInput>;

/** The item is locked before its release, as everybody who changes both does. */
async function lockRelease(tx: Transaction, releaseId: string) {
  const known = await tx.release.findUnique({ where: { id: releaseId }, select: { itemId: true } });
  if (known === null) throw new DomainError("not_found", "There is no such release.");
  const item = await lockHeldItem(tx, known.itemId);
  await tx.$executeRaw`SELECT 1 FROM release WHERE id = ${releaseId}::uuid FOR UPDATE`;
  const release = await tx.release.findUniqueOrThrow({
    where: { id: releaseId },
    select: { state: true, expiresAt: true },
  });
  return { item, release };
}

/** Takes back what was approved before the agent has redeemed it; the item ends. Throws `conflict` when that is too late. */
export async function revokeRelease(ctx: RequestContext, input: RevokeReleaseInput): Promise<void> {
  authorize(ctx, "release:revoke");
  const { releaseId, note } = parseInput(RevokeReleaseInput, input);
  return commit(ctx, async (tx) => {
    const { item, release } = await lockRelease(tx, releaseId);
    const why = explainRevocation(release, ctx.now);
    if (why !== null) throw new DomainError("conflict", why);
    await tx.release.update({ where: { id: releaseId }, data: { state: "revoked" } });
    await tx.heldItem.update({
      where: { id: item.id },
      data: { state: "expired", endedAt: ctx.now, revision: { increment: 1 } },
    });
    const about = { itemId: item.id, agentId: item.agentId };
    await tellWebhooks(tx, ctx.now, { topic: "release_expired", ...about, data: { releaseId, cause: "revoked" } });
    return { result: undefined, events: [{ action: "release.revoked", ...about, releaseId, note: toLogNote(note) }] };
  });
}
