import type { Transaction } from "@/lib/db/client";
import { DomainError } from "@/lib/kernel/domain-error";

/** Throws `conflict`. Callers that race are told apart by the lock, held to the end of the transaction. */
export async function assertSourceNameIsFree(tx: Transaction, name: string, exceptId: string | null): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('source name', 0))`;
  const taken = await tx.source.findUnique({ where: { name }, select: { id: true } });
  if (taken && taken.id !== exceptId) throw new DomainError("conflict", "name: another source has this name.", "name");
}
