import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { closePools } from "@/lib/db/pool";
import { newSystemContext } from "@/lib/identity/new-context";
import { makeTenant } from "@/lib/tenants/make-tenant";
import { saveTenantPolicy } from "@/lib/tenants/save-tenant-policy";
import { TenantPolicyInput } from "@/lib/tenants/tenant-policy-input";
import { parseInput } from "@/lib/runtime/parse-input";
import { completeSettings } from "./start/complete-settings";

const HELP = `Makes a tenant: a program that asks over AuthZEN about its own subjects and resources. Its key is printed once.

  npm run make-tenant -- --name NAME --policy FILE [--days 90] [--trust-properties]

  --policy             a JSON file with subjects, resources and rules (docs/guides/authzen.md)
  --trust-properties   properties in a question count beside those of the policy`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      name: { type: "string" },
      policy: { type: "string" },
      days: { type: "string", default: "90" },
      "trust-properties": { type: "boolean", default: false },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help || values.name === undefined || values.policy === undefined) return console.log(HELP);
  const policy = parseInput(TenantPolicyInput, JSON.parse(readFileSync(values.policy, "utf8")));
  completeSettings();
  const ctx = newSystemContext("cli");
  const trustsProperties = values["trust-properties"];
  const { tenantId, key } = await makeTenant(ctx, { name: values.name, daysValid: values.days, trustsProperties });
  await saveTenantPolicy(ctx, { tenantId, policy });
  console.log(key);
}

main()
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  })
  .finally(closePools);
