import { describe, expect, it } from "vitest";
import { changeAgent } from "@/lib/agents/change-agent";
import { issueAgentKey } from "@/lib/agents/issue-agent-key";
import { explainEvent } from "@/lib/audit/explain-event";
import { createTestDatabase } from "@/lib/db/test-database";
import { reader } from "@/lib/db/reader";
import { testAgent, testContext } from "@/lib/identity/test-contexts";
import type { VendorId } from "@/lib/kernel/ids";
import { addSubprocessor } from "@/lib/vendors/add-subprocessor";
import { addVendor, approve, fillIn, makePair } from "@/lib/vendors/assessment-fixture";
import { confirmFields } from "@/lib/catalog/confirm-fields";
import { asSteward } from "@/lib/catalog/test-discovery";
import { describeAgent } from "./describe-agent";
import { addReader, listEvents, makeTestData, type TestAgent } from "./gateway-fixture";
import { readDataset } from "./read-dataset";

await createTestDatabase();
const data = await makeTestData(
  `CREATE TABLE customers (id int PRIMARY KEY, email text, iban text, diagnosis text);
   INSERT INTO customers VALUES (1, 'ada@example.org', 'DE02120300000000202051', 'asthma');`,
);
await confirmFields(asSteward(), {
  datasetId: data.datasets.get("customers") ?? "",
  fields: [
    { name: "id", category: "identifier" },
    { name: "email", category: "email" },
    { name: "iban", category: "payment_context" },
    { name: "diagnosis", category: "special_category" },
  ],
});
const pair = await makePair();
const ours = testContext({ kind: "system", process: "cli" });
const DAY_MS = 86_400_000;
const FIELDS = { id: "clear", email: "clear", iban: "clear", diagnosis: "mask" } as const;
const ASKED = { dataset: "customers", purpose: "customer_support" };

async function addVendorsReader(vendorId: VendorId, region: string | null = "DE"): Promise<TestAgent> {
  const agent = await addReader(data, [
    {
      dataset: "customers",
      fields: FIELDS,
      purposes: ["customer_support", "billing"],
      expiresAt: new Date(Date.now() + 300 * DAY_MS),
    },
  ]);
  const row = await reader().agent.findUniqueOrThrow({ where: { id: agent.agentId } });
  const { name, description, ownerId, sponsorId, model } = row;
  const facts = { name, description, ownerId, sponsorId, model, vendorId, region };
  await changeAgent(ours, { agentId: agent.agentId, ...facts });
  return agent;
}
const readAt = (agent: TestAgent, at: Date, change: object = {}) =>
  readDataset(testAgent(agent.agentId, agent.keyId, at), { ...ASKED, ...change });
const now = () => new Date();

describe("a vendor without an approved, current assessment", () => {
  it("closes the gate for its agents with a reason, a fix and a link, and its approval opens it", async () => {
    const vendorId = await addVendor(pair);
    const agent = await addVendorsReader(vendorId);
    await expect(readAt(agent, now())).rejects.toMatchObject({
      code: "denied",
      reason: "vendor_not_assessed",
      fix: expect.stringContaining("second person"),
      link: expect.stringMatching(new RegExp(`/vendors/${vendorId}$`)),
    });
    await approve(pair, await fillIn(pair, vendorId));
    expect((await readAt(agent, now())).rows).toHaveLength(1);
  });

  it("is refused from the very millisecond of its expiry, by the clock alone, and opened again by a renewal", async () => {
    const vendorId = await addVendor(pair);
    const agent = await addVendorsReader(vendorId);
    const validUntil = new Date(Date.now() + 3_600_000);
    await approve(pair, await fillIn(pair, vendorId), { validUntil });
    const before = new Date(validUntil.getTime() - 1);
    expect((await readAt(agent, before)).rows).toHaveLength(1);
    await expect(readAt(agent, validUntil)).rejects.toMatchObject({ reason: "vendor_expired" });
    const me = await describeAgent(testAgent(agent.agentId, agent.keyId, validUntil));
    expect(me).toMatchObject({ obstacle: { code: "vendor_expired" }, vendor: { isCleared: false }, datasets: [] });
    await approve(pair, await fillIn(pair, vendorId), { validUntil: new Date(validUntil.getTime() + DAY_MS) });
    expect((await readAt(agent, validUntil)).rows).toHaveLength(1);
  });

  it("goes on only for the grace that its approver set, and each decision says that it rests on it", async () => {
    const vendorId = await addVendor(pair);
    const agent = await addVendorsReader(vendorId);
    const validUntil = new Date(Date.now() + 60_000);
    await approve(pair, await fillIn(pair, vendorId), { validUntil, graceDays: 1 });
    const inGrace = testAgent(agent.agentId, agent.keyId, new Date(validUntil.getTime() + 60_000));
    await readDataset(inGrace, ASKED);
    expect(await describeAgent(inGrace)).toMatchObject({ vendor: { isCleared: true, isInGrace: true } });
    const [decided] = await listEvents({ requestId: inGrace.requestId, action: "access.decided" });
    expect(decided).toMatchObject({ basis: { isInGrace: true, assessment: { vendorId, number: 1 } } });
    const { keyId } = await issueAgentKey(ours, { agentId: agent.agentId, label: "long", daysValid: 30 });
    const after = (ms: number) => testAgent(agent.agentId, keyId, new Date(validUntil.getTime() + DAY_MS + ms));
    expect((await readDataset(after(-1), ASKED)).rows).toHaveLength(1);
    await expect(readDataset(after(0), ASKED)).rejects.toMatchObject({ reason: "vendor_expired" });
  });
});

describe("an approval with conditions", () => {
  it("withholds the fields that are too sensitive whatever the scope says, and says why everywhere", async () => {
    const vendorId = await addVendor(pair);
    const agent = await addVendorsReader(vendorId);
    await approve(pair, await fillIn(pair, vendorId), { conditions: { highestSensitivity: "personal" } });
    const { fields, rows, decisionId } = await readAt(agent, now());
    expect(rows).toEqual([{ id: 1, email: "ada@example.org" }]);
    expect(fields.map(({ field, treatment, reason }) => [field, treatment, reason])).toEqual([
      ["id", "clear", "granted"],
      ["email", "clear", "granted"],
      ["iban", "withheld", "vendor_condition"],
      ["diagnosis", "withheld", "vendor_condition"],
    ]);
    const [event] = await listEvents({ agentId: agent.agentId, action: "access.decided" });
    expect(event).toMatchObject({ id: decisionId, basis: { assessment: { vendorId, number: 1 } } });
    if (event === undefined) throw new Error("no event");
    expect(explainEvent(event, { actorName: null, agentName: "A", datasetName: "customers" }).why).toContain(
      "assessment 1 of its vendor",
    );
    const filtered = readAt(agent, now(), { where: [{ field: "iban", op: "prefix", value: "DE" }] });
    await expect(filtered).rejects.toMatchObject({ reason: "filter_on_protected_field" });
    const me = await describeAgent(agent.ctx());
    expect(me.vendor?.conditions?.categories).toContain("email");
    expect(me.vendor?.conditions?.categories).not.toContain("payment_context");
  });

  it("refuses purposes and regions that it does not name, and an agent of which nobody said where it runs", async () => {
    const vendorId = await addVendor(pair);
    const [inEurope, elsewhere, unknown] = [
      await addVendorsReader(vendorId, "DE"),
      await addVendorsReader(vendorId, "US"),
      await addVendorsReader(vendorId, null),
    ];
    await approve(pair, await fillIn(pair, vendorId), {
      conditions: { purposes: ["customer_support"], regions: ["eu"] },
    });
    expect((await readAt(inEurope, now())).rows).toHaveLength(1);
    await expect(readAt(inEurope, now(), { purpose: "billing" })).rejects.toMatchObject({ reason: "vendor_purpose" });
    for (const agent of [elsewhere, unknown])
      await expect(readAt(agent, now())).rejects.toMatchObject({ reason: "vendor_region" });
    expect((await describeAgent(inEurope.ctx())).datasets[0]?.purposes.map(({ purpose }) => purpose)).toEqual([
      "customer_support",
    ]);
  });

  it("of a subprocessor's holds for whoever works through it", async () => {
    const [front, behind] = [await addVendor(pair), await addVendor(pair, { name: "Behind" })];
    const agent = await addVendorsReader(front);
    await approve(pair, await fillIn(pair, front));
    expect((await readAt(agent, now())).rows).toHaveLength(1);
    const link = { vendorId: front, subprocessorId: behind, service: "Hosting" } as const;
    await addSubprocessor(pair.steward, { ...link, reach: "all_data" });
    await expect(readAt(agent, now())).rejects.toMatchObject({
      reason: "vendor_subprocessor_not_cleared",
      message: expect.stringContaining("Behind"),
    });
    await approve(pair, await fillIn(pair, behind), { conditions: { categories: ["identifier"] } });
    expect((await readAt(agent, now())).rows).toEqual([{ id: 1 }]);
  });
});
