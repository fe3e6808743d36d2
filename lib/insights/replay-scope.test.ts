import { expect, it } from "vitest";
import { createTestDatabase } from "@/lib/db/test-database";
import { addReader, makeTestData } from "@/lib/gateway/gateway-fixture";
import { readDataset } from "@/lib/gateway/read-dataset";
import { testPerson } from "@/lib/identity/test-contexts";
import { replayScope, type ReplayScopeInput } from "./replay-scope";

await createTestDatabase();
const data = await makeTestData(`
  CREATE TABLE customers (id int PRIMARY KEY, city text, email text);
  INSERT INTO customers VALUES (1, 'Bonn', 'ada@example.com');
`);
const agent = await addReader(data, [{ dataset: "customers", fields: { id: "clear", city: "clear", email: "mask" } }]);
const steward = () => testPerson(["steward"]);
const purpose = "customer_support";
const [scopeId = ""] = agent.scopeIds;
const datasetId = data.datasets.get("customers") ?? "";

async function ask(input: object): Promise<void> {
  await readDataset(agent.ctx(), { dataset: "customers", purpose, ...input }).catch(() => undefined);
}
const scope = {
  purposes: [purpose],
  fields: { id: "clear", city: "clear", email: "mask" },
  rowsPerRequestMax: 1_000,
  expiresAt: new Date(Date.now() + 86_400_000),
} as const satisfies NonNullable<ReplayScopeInput["scope"]>;
const replay = (changed: ReplayScopeInput["scope"]) =>
  replayScope(steward(), { agentId: agent.agentId, datasetId, scopeId, scope: changed });

it("says what the agent's own requests of the last days would have been answered otherwise", async () => {
  await ask({});
  await ask({ fields: ["id", "email"] });
  await ask({ fields: ["id"], where: [{ field: "city", op: "eq", value: "Bonn" }] });
  await ask({ fields: ["id"], where: [{ field: "email", op: "eq", value: "ada@example.com" }] });
  await ask({ fields: ["id"], purpose: "billing" });

  expect(await replay(scope)).toMatchObject({ requests: 5, newlyAllowed: 0, newlyRefused: {}, fields: [] });
  const { city: _, ...withoutCity } = scope.fields;
  expect(await replay({ ...scope, fields: withoutCity })).toMatchObject({
    newlyRefused: { filter_on_protected_field: 1 },
    fields: [{ field: "city", more: 0, less: 1 }],
  });
  expect(await replay({ ...scope, fields: { ...scope.fields, email: "clear" } })).toMatchObject({
    newlyAllowed: 1,
    newlyRefused: {},
    fields: [{ field: "email", more: 2, less: 0 }],
  });
  expect(await replay({ ...scope, purposes: [purpose, "billing"] })).toMatchObject({ newlyAllowed: 1 });
  expect(await replay(null)).toMatchObject({ newlyRefused: { dataset_not_granted: 3 }, isComplete: true, days: 30 });
});
