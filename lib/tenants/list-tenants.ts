import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { TenantId } from "@/lib/kernel/ids";

export type TenantRow = {
  id: TenantId;
  name: string;
  keyHint: string;
  expiresAt: Date;
  trustsProperties: boolean;
  policyNumber: number;
};

const TENANTS_MAX = 200;

/** Tenants that are not removed, by name. */
export async function listTenants(ctx: RequestContext): Promise<TenantRow[]> {
  authorize(ctx, "tenant:read");
  const rows = await reader().tenant.findMany({
    where: { removedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: TENANTS_MAX,
    select: { id: true, name: true, keyHint: true, expiresAt: true, trustsProperties: true, policyNumber: true },
  });
  return rows.map((row) => ({ ...row, id: row.id as TenantId }));
}
