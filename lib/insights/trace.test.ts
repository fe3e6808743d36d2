import { beforeAll, describe, expect, it } from "vitest";
import { indexAll } from "@/lib/audit/log-fixture";
import { listViews } from "@/lib/audit/list-views";
import { removeView } from "@/lib/audit/remove-view";
import { saveView } from "@/lib/audit/save-view";
import { findInDatabase } from "@/lib/db/find-in-database";
import { createTestDatabase } from "@/lib/db/test-database";
import { addReader, makeTestData, type TestAgent } from "@/lib/gateway/gateway-fixture";
import { readDataset } from "@/lib/gateway/read-dataset";
import { testPerson } from "@/lib/identity/test-contexts";
import { newId } from "@/lib/runtime/new-id";
import { reader } from "@/lib/db/reader";
import { traceAgent } from "./trace-agent";
import { traceSubject } from "./trace-subject";

const database = await createTestDatabase();
const data = await makeTestData(
  `CREATE TABLE customers (number text PRIMARY KEY, name text, email text);
   INSERT INTO customers VALUES ('C-9001', 'Ada Zylberberg', 'ada@zyl.example'), ('C-9002', 'Bo Quist', 'bo@quist.example');
   CREATE TABLE invoices (id int PRIMARY KEY, customer text REFERENCES customers (number), total int);
   INSERT INTO invoices VALUES (1, 'C-9001', 10), (2, 'C-9002', 20)`,
  { customers: "number", invoices: "customer" },
);
const asCompliance = () => testPerson(["compliance"]);
let support: TestAgent;
let billing: TestAgent;
const day = { from: new Date(Date.now() - 86_400_000), to: new Date(Date.now() + 86_400_000) };

beforeAll(async () => {
  support = await addReader(
    data,
    [{ dataset: "customers", fields: { number: "clear", name: "mask", email: "clear" } }],
    "Support",
  );
  billing = await addReader(
    data,
    [{ dataset: "invoices", purposes: ["billing"], fields: { id: "clear", total: "clear" } }],
    "Billing",
  );
  const ada = { where: [{ field: "number", op: "eq", value: "C-9001" }] };
  await readDataset(support.ctx(), { dataset: "customers", purpose: "customer_support", ...ada });
  await readDataset(support.ctx(), { dataset: "customers", purpose: "customer_support" });
  await readDataset(billing.ctx(), { dataset: "invoices", purpose: "billing" });
  await indexAll();
});

describe("who saw this customer", () => {
  it("is answered across datasets: who, when, which fields and how, for what", async () => {
    const datasetId = data.datasets.get("customers") ?? "";
    const trace = await traceSubject(asCompliance(), { datasetId, customer: "C-9001" });
    expect(trace.sums.map(({ name, reads }) => [name, reads])).toEqual([
      ["Support", 2],
      ["Billing", 1],
    ]);
    expect(trace.sums[0]?.fields).toEqual({ number: ["clear"], name: ["mask"], email: ["clear"] });
    expect(trace.sums[1]?.datasets.map(({ name }) => name)).toEqual(["invoices"]);
    expect(trace.uses.map(({ purpose }) => purpose)).toEqual(["billing", "customer_support", "customer_support"]);
    expect(trace.next).toBeNull();
    const other = await traceSubject(asCompliance(), {
      datasetId: data.datasets.get("invoices") ?? "",
      customer: "C-9001",
    });
    expect(other.subject).toBe(trace.subject);
    expect((await traceSubject(asCompliance(), { subject: trace.subject })).uses).toEqual(trace.uses);
    expect((await traceSubject(asCompliance(), { datasetId, customer: "C-7777" })).uses).toEqual([]);
  });

  it("is itself an event, and the customer's id is nowhere in Gatehouse", async () => {
    const ctx = asCompliance();
    await traceSubject(ctx, { datasetId: data.datasets.get("customers") ?? "", customer: "C-9001" });
    const row = await reader().auditEvent.findFirstOrThrow({
      where: { requestId: ctx.requestId },
      select: { action: true },
    });
    expect(row.action).toBe("audit.subject_traced");
    for (const value of ["C-9001", "Zylberberg", "ada@zyl.example"])
      expect(await findInDatabase(database.superuserUrl, value)).toEqual([]);
  });

  it.each([
    [{}, /Give either/],
    [{ subject: "sub_x" }, /pseudonym/],
    [{ datasetId: newId(new Date()), customer: "C-9001" }, /no such dataset/],
    [{ subject: `sub_${"a".repeat(32)}`, datasetId: newId(new Date()), customer: "C-9001" }, /Give either/],
  ])("refuses %o without quoting it", async (input, message) => {
    const refused = traceSubject(asCompliance(), input);
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.not.toThrow(/C-9001/);
  });

  it("is for compliance and admins", async () => {
    await expect(traceSubject(testPerson(["steward"]), {})).rejects.toMatchObject({ code: "not_permitted" });
  });
});

describe("what did this agent see", () => {
  it("tells customers, rows and fields between two times", async () => {
    const trace = await traceAgent(asCompliance(), { agentId: support.agentId, ...day });
    expect(trace).toMatchObject({ reads: 2, rows: 3, customerCount: 2, isComplete: true, next: null });
    expect(trace.customers[0]).toMatchObject({ reads: 2 });
    expect(trace.sum?.fields).toEqual({ number: ["clear"], name: ["mask"], email: ["clear"] });
    const before = { from: new Date("2020-01-01"), to: new Date("2020-01-02") };
    expect(await traceAgent(asCompliance(), { agentId: support.agentId, ...before })).toMatchObject({
      reads: 0,
      sum: null,
    });
    await expect(
      traceAgent(asCompliance(), { agentId: support.agentId, from: day.to, to: day.from }),
    ).rejects.toMatchObject({ field: "from" });
  });
});

describe("saved views", () => {
  it("are one's own until they are shared, and only their owner changes them", async () => {
    const [mine, other] = [asCompliance(), asCompliance()];
    const viewId = await saveView(mine, { name: "Refusals", query: "decision=deny" });
    expect((await listViews(other)).map(({ name }) => name)).not.toContain("Refusals");
    await expect(saveView(mine, { name: "Refusals", query: "" })).rejects.toMatchObject({ code: "conflict" });
    await saveView(mine, { viewId, name: "Refusals", query: "decision=deny&time=7d", isShared: true });
    expect(await listViews(other)).toContainEqual(
      expect.objectContaining({ name: "Refusals", isOwn: false, query: "decision=deny&time=7d" }),
    );
    await expect(saveView(other, { viewId, name: "Mine now", query: "" })).rejects.toMatchObject({ code: "not_found" });
    await expect(removeView(other, { viewId })).rejects.toMatchObject({ code: "not_found" });
    await expect(saveView(mine, { name: "x", query: "<script>" })).rejects.toMatchObject({ field: "query" });
    await removeView(mine, { viewId });
    expect(await listViews(mine)).toEqual([]);
  });
});
