import type { Transaction } from "@/lib/db/client";
import { DomainError } from "@/lib/kernel/domain-error";

/** Locks a live scope for the rest of the transaction. Throws `not_found`, or `conflict` when it was revoked. */
export async function lockScope(
  tx: Transaction,
  scopeId: string,
): Promise<{ agentId: string; datasetId: string; version: number }> {
  await tx.$executeRaw`SELECT 1 FROM scope WHERE id = ${scopeId}::uuid FOR UPDATE`;
  const scope = await tx.scope.findUnique({
    where: { id: scopeId },
    select: { agentId: true, datasetId: true, version: true, revokedAt: true },
  });
  if (scope === null) throw new DomainError("not_found", "There is no such scope.");
  if (scope.revokedAt !== null) throw new DomainError("conflict", "The scope was revoked: grant a new one.");
  return { agentId: scope.agentId, datasetId: scope.datasetId, version: scope.version };
}

/** Locks a scope of which the person saw a version. Throws `conflict` when another was made meanwhile. */
export async function lockSeenScope(tx: Transaction, scopeId: string, versionSeen: number) {
  const locked = await lockScope(tx, scopeId);
  if (locked.version !== versionSeen) {
    throw new DomainError(
      "conflict",
      `Version ${locked.version} was made meanwhile: look at it and make your change again.`,
    );
  }
  return locked;
}
