import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { sha256Hex } from "@/lib/runtime/hashing";
import { seal } from "@/lib/runtime/keyring";
import { parseInput } from "@/lib/runtime/parse-input";
import { lockTenant } from "./internal/lock-tenant";
import { toPolicyPlace } from "./internal/tenant-row";
import { TenantPolicyInput } from "./tenant-policy-input";

export const SaveTenantPolicyInput = z.object({ tenantId: z.uuid("names no tenant"), policy: TenantPolicyInput });
export type SaveTenantPolicyInput = z.input<typeof SaveTenantPolicyInput>;

/** Replaces a tenant's policy, in force from the next question on. Returns its number. Throws `not_found`. */
export async function saveTenantPolicy(ctx: RequestContext, input: SaveTenantPolicyInput): Promise<number> {
  authorize(ctx, "tenant:write");
  const { tenantId, policy } = parseInput(SaveTenantPolicyInput, input);
  const text = JSON.stringify(policy);
  return commit(ctx, async (tx) => {
    const { policyNumber } = await lockTenant(tx, tenantId);
    const number = policyNumber + 1;
    await tx.tenant.update({
      where: { id: tenantId },
      data: { policyNumber: number, policySealed: seal(text, toPolicyPlace(tenantId)) },
    });
    const { subjects, resources, rules } = policy;
    return {
      result: number,
      events: [
        {
          action: "tenant.policy_saved",
          tenantId,
          number,
          digest: sha256Hex(canonicalJson(policy)),
          subjects: subjects.length,
          resources: resources.length,
          rules: rules.map(({ name }) => name),
        },
      ],
    };
  });
}
