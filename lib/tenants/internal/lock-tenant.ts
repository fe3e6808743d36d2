import type { Transaction } from "@/lib/db/client";
import { DomainError } from "@/lib/kernel/domain-error";

/** Locks a tenant for the rest of the transaction. Throws `not_found` for one that is unknown or removed. */
export async function lockTenant(tx: Transaction, tenantId: string): Promise<{ policyNumber: number }> {
  await tx.$executeRaw`SELECT 1 FROM tenant WHERE id = ${tenantId}::uuid FOR UPDATE`;
  const tenant = await tx.tenant.findUnique({
    where: { id: tenantId, removedAt: null },
    select: { policyNumber: true },
  });
  if (tenant === null) throw new DomainError("not_found", "There is no such tenant.");
  return tenant;
}
