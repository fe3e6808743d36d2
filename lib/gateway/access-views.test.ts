import { describe, expect, it } from "vitest";
import { createTestDatabase } from "@/lib/db/test-database";
import { testPerson } from "@/lib/identity/test-contexts";
import { parseCsv } from "@/lib/kernel/csv";
import { revokeAgentKey } from "@/lib/agents/revoke-agent-key";
import { suspendAgent } from "@/lib/agents/suspend-agent";
import { exportAccess } from "./export-access";
import { addReader, grantTestScope, listEvents, makeTestData } from "./gateway-fixture";
import { listAccess } from "./list-access";
import { readDataset } from "./read-dataset";
import { tryAccess } from "./try-access";

await createTestDatabase();
const data = await makeTestData(`
  CREATE TABLE customers (id int PRIMARY KEY, email text, "=cmd()" text);
  INSERT INTO customers VALUES (1, 'ada@example.com', 'x');
`);
const fields = { id: "clear", email: "mask", "=cmd()": "clear" } as const;
const agent = await addReader(data, [{ dataset: "customers", fields }], "=HYPERLINK(1)");
const steward = () => testPerson(["steward"]);
const datasetId = data.datasets.get("customers") ?? "";
const purpose = "customer_support";
const ask = { agentId: agent.agentId, datasetId, purpose };

describe("trying a request", () => {
  it("answers as the gate would, reads nothing, and is an event that is no use", async () => {
    const tried = await tryAccess(steward(), ask);
    const read = await readDataset(agent.ctx(), { dataset: "customers", purpose });
    expect(tried.effect).toBe("allow");
    expect(tried.fields).toEqual(read.fields);
    const events = await listEvents({ agentId: agent.agentId });
    expect(events.map(({ action }) => action).filter((action) => action !== "agent_key.issued")).toEqual(
      expect.arrayContaining(["access.tried", "access.decided", "access.completed"]),
    );
    expect(events.filter(({ action }) => action === "access.decided")).toHaveLength(1);
  });

  it.each([
    ["purpose_not_allowed", { purpose: "billing" }],
    ["filter_on_protected_field", { filterFields: ["email"] }],
    ["field_unknown", { fields: ["nope"] }],
    ["limit_too_high", { limit: 1_000 }],
  ])("says %s with its sentence and fix", async (reason, over) => {
    const other = await addReader(data, [{ dataset: "customers", fields, rowsPerRequestMax: 10 }]);
    const tried = await tryAccess(steward(), { ...ask, agentId: other.agentId, ...over });
    expect(tried).toMatchObject({ effect: "deny", reason, sentence: expect.any(String), fix: expect.any(String) });
  });

  it("is answered for an agent without a key too, which is said", async () => {
    const other = await addReader(data, [{ dataset: "customers", fields }]);
    expect((await tryAccess(steward(), { ...ask, agentId: other.agentId })).keyObstacle).toBeNull();
    await revokeAgentKey(steward(), { keyId: other.keyId });
    expect(await tryAccess(steward(), { ...ask, agentId: other.agentId })).toMatchObject({
      effect: "allow",
      keyObstacle: "key_revoked",
    });
  });

  it("within a case shows the rows that the case would give", async () => {
    const bound = [{ field: "id", op: "eq", value: { ref: "case.subject" } }] as const;
    const other = await addReader(data, [{ dataset: "customers", fields, rowBound: [...bound] }]);
    const input = { ...ask, agentId: other.agentId };
    expect(await tryAccess(steward(), input)).toMatchObject({ reason: "case_required" });
    expect(await tryAccess(steward(), { ...input, isWithinCase: true })).toMatchObject({
      effect: "allow",
      rowBound: [{ field: "id", op: "eq", value: "the case's customer" }],
    });
  });
});

describe("who sees what", () => {
  it("is told as the next request would meet it: the strictest of scopes that overlap", async () => {
    const other = await addReader(data, [{ dataset: "customers", fields }]);
    await grantTestScope(other.agentId, data, { dataset: "customers", fields: { id: "redact" } });
    const rows = await listAccess(steward(), { agentId: other.agentId });
    const shown = Object.fromEntries(rows.map(({ field, treatment }) => [field, treatment]));
    expect(shown).toEqual({ id: "redact", email: "withheld", "=cmd()": "withheld" });
    expect(rows[0]?.grants).toHaveLength(2);
    const viewers = await listAccess(steward(), { datasetId, field: "email" });
    expect(viewers.map((row) => [row.agent.id, row.treatment])).toEqual(
      expect.arrayContaining([
        [agent.agentId, "mask"],
        [other.agentId, "withheld"],
      ]),
    );
  });

  it("says when an agent gets nothing at all, and why", async () => {
    const other = await addReader(data, [{ dataset: "customers", fields }]);
    await suspendAgent(steward(), { agentId: other.agentId, note: "For a test" });
    expect((await listAccess(steward(), { agentId: other.agentId }))[0]).toMatchObject({
      obstacle: "agent_not_active",
    });
  });

  it("is exported without a formula in any cell, and the export is an event", async () => {
    const csv = await exportAccess(steward(), { datasetId });
    expect(csv).not.toMatch(/(^|,|")[=+@-]/m);
    const [head = [], ...rows] = parseCsv(csv) ?? [];
    expect(head).toContain("granted_by");
    expect(rows.some((row) => row[0] === "=HYPERLINK(1)" && row[2] === "=cmd()")).toBe(true);
    expect(await listEvents({ action: "access.listed" })).toMatchObject([{ datasetId, rowCount: rows.length }]);
  });
});
