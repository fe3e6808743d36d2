import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { parseInput } from "@/lib/runtime/parse-input";
import { lockTenant } from "./internal/lock-tenant";

export const RemoveTenantInput = z.object({ tenantId: z.uuid("names no tenant") });
export type RemoveTenantInput = z.input<typeof RemoveTenantInput>;

/** Ends a tenant: its key counts no more, at once, and its policy is gone. Throws `not_found`. */
export async function removeTenant(ctx: RequestContext, input: RemoveTenantInput): Promise<void> {
  authorize(ctx, "tenant:write");
  const { tenantId } = parseInput(RemoveTenantInput, input);
  return commit(ctx, async (tx) => {
    await lockTenant(tx, tenantId);
    await tx.tenant.update({ where: { id: tenantId }, data: { removedAt: ctx.now, policySealed: null } });
    return { result: undefined, events: [{ action: "tenant.removed", tenantId }] };
  });
}
