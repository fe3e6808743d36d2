import type { z } from "zod";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { type Found, searchTenant } from "@/lib/kernel/tenant-policy";
import { parseInput } from "@/lib/runtime/parse-input";
import { getTenantId } from "./internal/get-tenant-id";
import { recordForTenant } from "./internal/record-for-tenant";
import { loadTenant } from "./internal/tenant-row";
import { TenantSearchInput } from "./tenant-policy-input";

/** Who may, what may be done, or to what, by the calling tenant's rules: all of it. In the log before it is returned. */
export async function searchTenantAccess(
  ctx: RequestContext,
  input: z.input<typeof TenantSearchInput>,
): Promise<Found[]> {
  authorize(ctx, "tenant:ask");
  const tenantId = getTenantId(ctx);
  const search = parseInput(TenantSearchInput, input);
  const { policy, number, trustsProperties } = await loadTenant(tenantId, ctx.now);
  const found = searchTenant(policy, search, trustsProperties);
  const event = { action: "tenant.searched", tenantId, number, search: search.kind, found: found.length } as const;
  await recordForTenant(ctx, event);
  return found;
}
