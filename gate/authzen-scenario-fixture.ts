import { testContext } from "@/lib/identity/test-contexts";
import type { TenantId } from "@/lib/kernel/ids";
import { makeTenant } from "@/lib/tenants/make-tenant";
import { saveTenantPolicy, type SaveTenantPolicyInput } from "@/lib/tenants/save-tenant-policy";

/** The required fixture of the AuthZEN certification scenario (openid/authzen, certification/authorization-api-1_0-scenario.md). */
export const SCENARIO_POLICY: SaveTenantPolicyInput["policy"] = {
  subjects: [
    { type: "user", id: "alice" },
    { type: "user", id: "bob", properties: { role: "admin" } },
  ],
  resources: [
    { type: "record", id: "record-1", properties: { status: "active" } },
    { type: "record", id: "record-2", properties: { status: "archived" } },
  ],
  rules: [
    {
      name: "users_read_record_1",
      subject: { type: "user" },
      action: { name: "read" },
      resource: { type: "record", id: "record-1" },
    },
    {
      name: "owner_writes_what_is_active",
      subject: { type: "user", id: "alice" },
      action: { name: "write" },
      resource: { type: "record", id: "record-1", properties: { status: "active" } },
    },
    {
      name: "admins_write_what_is_archived",
      subject: { type: "user", properties: { role: "admin" } },
      action: { name: "write" },
      resource: { type: "record", properties: { status: "archived" } },
    },
    {
      name: "owner_deletes_softly",
      subject: { type: "user", id: "alice" },
      action: { name: "delete", properties: { soft: true } },
      resource: { type: "record", id: "record-1" },
    },
  ],
};

/** A tenant with the scenario's policy, loaded as a steward loads any. */
export async function addScenarioTenant(
  name: string,
  trustsProperties: boolean,
): Promise<{ tenantId: TenantId; key: string }> {
  const ctx = testContext({ kind: "system", process: "cli" });
  const { tenantId, key } = await makeTenant(ctx, { name, trustsProperties, daysValid: 1 });
  await saveTenantPolicy(ctx, { tenantId, policy: SCENARIO_POLICY });
  return { tenantId, key };
}
