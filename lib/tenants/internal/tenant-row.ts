import { reader } from "@/lib/db/reader";
import { DomainError } from "@/lib/kernel/domain-error";
import type { TenantPolicy } from "@/lib/kernel/tenant-policy";
import { type SealedPlace, unseal } from "@/lib/runtime/keyring";
import { log } from "@/lib/runtime/log";
import { toErrorFacts } from "@/lib/runtime/to-error-facts";
import { TenantPolicyInput } from "@/lib/tenants/tenant-policy-input";

export type TenantFacts = { policy: TenantPolicy; number: number; trustsProperties: boolean };

const EMPTY: TenantPolicy = { subjects: [], resources: [], rules: [] };

export const toPolicyPlace = (rowId: string): SealedPlace => ({ table: "tenant", column: "policy_sealed", rowId });

/** Whatever goes wrong here, nothing can be decided: the caller is told so. */
export function toTenantUnavailable(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  log("error", "tenant_unavailable", toErrorFacts(error));
  return new DomainError("unavailable", "Gatehouse cannot reach its database, so it refuses: try again in a moment.");
}

/** A tenant's policy in force. Throws `unauthenticated` for one that is removed or whose key has expired, `unavailable` where it cannot be read. */
export async function loadTenant(tenantId: string, now: Date): Promise<TenantFacts> {
  const facts = await readTenant(tenantId, now).catch((error: unknown) => {
    throw toTenantUnavailable(error);
  });
  if (facts === null)
    throw new DomainError("unauthenticated", "The tenant's key has expired, or the tenant is removed.");
  return facts;
}

async function readTenant(tenantId: string, now: Date): Promise<TenantFacts | null> {
  const row = await reader().tenant.findUnique({
    where: { id: tenantId, removedAt: null, expiresAt: { gt: now } },
    select: { policySealed: true, policyNumber: true, trustsProperties: true },
  });
  if (row === null) return null;
  const { policySealed, policyNumber: number, trustsProperties } = row;
  if (policySealed === null) return { policy: EMPTY, number, trustsProperties };
  const policy = TenantPolicyInput.parse(JSON.parse(unseal(policySealed, toPolicyPlace(tenantId))));
  return { policy, number, trustsProperties };
}
