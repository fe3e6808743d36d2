import { beforeAll, describe, expect, it } from "vitest";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { issueDispatcherKey } from "@/lib/cases/issue-dispatcher-key";
import { listCases } from "@/lib/cases/list-cases";
import { listDispatcherKeys } from "@/lib/cases/list-dispatcher-keys";
import { revokeDispatcherKey } from "@/lib/cases/revoke-dispatcher-key";
import { createTestDatabase } from "@/lib/db/test-database";
import { reader } from "@/lib/db/reader";
import { searchEvents } from "@/lib/audit/search-events";
import { addReader, grantTestScope, listEvents, makeTestData, type TestAgent } from "@/lib/gateway/gateway-fixture";
import { readDataset } from "@/lib/gateway/read-dataset";
import { testContext, testPerson } from "@/lib/identity/test-contexts";
import { openCase } from "@/lib/cases/open-case";
import type { DispatcherKeyId } from "@/lib/kernel/ids";
import { startTestGate } from "./gate-fixture";

await createTestDatabase();
const data = await makeTestData(
  `CREATE TABLE customers (id int PRIMARY KEY, name text);
   INSERT INTO customers VALUES (1, 'Okonkwo'), (2, 'Marsh');
   CREATE TABLE orders (id int PRIMARY KEY, customer_id int REFERENCES customers, item text);
   INSERT INTO orders VALUES (10, 1, 'Valve'), (11, 2, 'Pump'), (12, 1, 'Pipe');
   CREATE TABLE notes (id int PRIMARY KEY, customer int, note text);
   INSERT INTO notes VALUES (20, 1, 'Called'), (21, 2, 'Wrote');
   CREATE VIEW slow AS SELECT id, name, pg_sleep(0.3)::text AS waited FROM customers`,
  { slow: "id", customers: "id", orders: "customer_id", notes: "customer" },
);
const { url, call } = await startTestGate();
const steward = testPerson(["steward"]);
const purpose = "customer_support";

let dispatcher: { dispatcherKeyId: DispatcherKeyId; key: string };
let agent: TestAgent;
let other: TestAgent;
beforeAll(async () => {
  dispatcher = await issueDispatcherKey(steward, { label: "Ticket desk", daysValid: 1 });
  const scopes = [
    { dataset: "customers", fields: { name: "clear" as const }, requiresCase: true },
    { dataset: "orders", fields: { id: "clear" as const, item: "clear" as const }, requiresCase: true },
    { dataset: "notes", fields: { note: "clear" as const }, requiresCase: true },
  ];
  [agent, other] = [await addReader(data, scopes), await addReader(data, scopes)];
});

async function open(subject: unknown, change: object = {}): Promise<{ caseId: string; token: string }> {
  const body = { agent: agent.name, dataset: "customers", subject, minutes: 30, ...change };
  const answer = await call("POST", "/v1/cases", { key: dispatcher.key, body });
  expect(answer.status, answer.text).toBe(200);
  return { caseId: String(answer.body["caseId"]), token: String(answer.body["token"]) };
}
const read = (dataset: string, token?: string, { key }: TestAgent = agent, rest: object = {}) =>
  call("POST", "/v1/read", {
    key,
    body: { dataset, purpose, ...rest },
    headers: token === undefined ? {} : { "gatehouse-case": token },
  });
const codeOf = async (answer: ReturnType<typeof read>) => (await answer).body["code"];

describe("a scope that wants a case", () => {
  it("gives the rows of the case's customer alone, in every dataset that a foreign key links, by HTTP and by MCP", async () => {
    const { token, caseId } = await open(1);
    expect((await read("customers", token)).body["rows"]).toEqual([{ name: "Okonkwo" }]);
    const orders = await read("orders", token);
    expect(orders.body["rows"]).toEqual([
      { id: 10, item: "Valve" },
      { id: 12, item: "Pipe" },
    ]);
    const client = new Client({ name: "test", version: "0" });
    const requestInit = { headers: { authorization: `Bearer ${agent.key}` } };
    await client.connect(new StreamableHTTPClientTransport(new URL("/mcp", url), { requestInit }));
    const input = { dataset: "customers", purpose, case: token };
    const { structuredContent } = await client.callTool({ name: "read_data", arguments: input });
    expect(structuredContent).toMatchObject({ rows: [{ name: "Okonkwo" }] });
    await client.close();
    const events = await listEvents({ agentId: agent.agentId });
    for (const action of ["access.decided", "access.completed"])
      expect(
        events.filter((event) => event.action === action && "caseId" in event && event.caseId === caseId),
      ).toHaveLength(3);
  });

  it("refuses without a case, and with an unknown, expired, closed or foreign one, or one about nobody here, each with its fix", async () => {
    const { token, caseId } = await open("2");
    expect(await codeOf(read("customers"))).toBe("case_required");
    expect(await codeOf(read("customers", `${token}x`))).toBe("case_unknown");
    expect(await codeOf(read("customers", dispatcher.key))).toBe("case_unknown");
    expect(await codeOf(read("customers", token, other))).toBe("case_foreign");
    expect(await codeOf(read("notes", token))).toBe("case_unlinked");
    expect((await call("POST", `/v1/cases/${caseId}/close`, { key: dispatcher.key })).status).toBe(200);
    const closed = await read("customers", token);
    expect(closed.body).toMatchObject({
      status: 403,
      code: "case_closed",
      fix: expect.stringContaining("another case"),
    });
    const actor = { kind: "dispatcher", keyId: dispatcher.dispatcherKeyId } as const;
    const past = testContext(actor, new Date(Date.now() - 120_000));
    const old = await openCase(past, { agent: agent.agentId, dataset: "customers", subject: 1, minutes: 1 });
    expect(await codeOf(read("customers", old.token))).toBe("case_expired");
  });

  it("cannot be steered to another customer: a filter, a cursor of another case, or a subject in the request", async () => {
    const { token } = await open(1);
    const second = await open(2);
    const filtered = await read("orders", token, agent, { where: [{ field: "id", op: "eq", value: 11 }] });
    expect(filtered.body["rows"]).toEqual([]);
    const page = await read("orders", token, agent, { limit: 1 });
    const cursor = page.body["nextCursor"];
    expect((await read("orders", second.token, agent, { limit: 1, cursor })).body["code"]).toBe("invalid_input");
    expect((await read("orders", token, agent, { caseSubject: 2 })).body["code"]).toBe("invalid_input");
    expect((await read("orders", token, agent, { case: { subject: 2 } })).body["code"]).toBe("invalid_input");
  });

  it("is not granted on a dataset that names no data subject", async () => {
    const loose = await makeTestData("CREATE TABLE loose (id int PRIMARY KEY, note text)");
    const granting = grantTestScope(agent.agentId, loose, {
      dataset: "loose",
      fields: { note: "clear" },
      requiresCase: true,
    });
    await expect(granting).rejects.toMatchObject({ field: "requiresCase" });
  });

  it("lets nothing out of a read during which the case was closed", async () => {
    const slow = await addReader(data, [
      { dataset: "slow", fields: { name: "clear", waited: "clear" }, requiresCase: true },
    ]);
    const { token, caseId } = await open(1, { agent: slow.name, dataset: "slow" });
    const reading = readDataset(slow.ctx(), { dataset: "slow", purpose }, { caseToken: token });
    const refused = expect(reading).rejects.toMatchObject({ reason: "case_closed" });
    await expect
      .poll(() => listEvents({ agentId: slow.agentId, action: "access.decided" }), { interval: 10 })
      .toHaveLength(1);
    await call("POST", `/v1/cases/${caseId}/close`, { key: dispatcher.key });
    await refused;
    const ends = await listEvents({ agentId: slow.agentId, action: "access.completed" });
    expect(ends).toEqual([expect.objectContaining({ outcome: "failed", reason: "case_closed", rowCount: 0, caseId })]);
  });
});

describe("a case", () => {
  it("narrows a scope that wants none, too", async () => {
    const free = await addReader(data, [{ dataset: "orders", fields: { id: "clear" } }]);
    const { token } = await open(2, { agent: free.name });
    expect((await read("orders", token, free)).body["rows"]).toEqual([{ id: 11 }]);
    expect((await read("orders", undefined, free)).body["rows"]).toHaveLength(3);
  });

  it("names its customer nowhere in clear: not in its row, its events or the list, and its token is not stored", async () => {
    const { token, caseId } = await open(1);
    const row = await reader().subjectCase.findUniqueOrThrow({ where: { id: caseId } });
    expect(row.subjectSealed).toMatch(/^v1\./);
    expect(JSON.stringify(row)).not.toContain(token);
    const events = (await listEvents({ action: "case.opened" })).filter(
      (event) => "caseId" in event && event.caseId === caseId,
    );
    expect(events).toEqual([
      expect.objectContaining({
        subjects: [row.subjectRef],
        actor: { kind: "dispatcher", id: dispatcher.dispatcherKeyId },
      }),
    ]);
    const listed = (await listCases(steward)).find(({ id }) => id === caseId);
    expect(Object.keys(listed ?? {})).toEqual([
      "id",
      "agent",
      "dataset",
      "dispatcher",
      "status",
      "openedAt",
      "expiresAt",
    ]);
  });

  it("is opened for a day at most, for an agent and a customer that fit, and what is refused is in the log", async () => {
    const bad: [object, string][] = [
      [{ minutes: 1_441 }, "minutes"],
      [{ minutes: 0 }, "minutes"],
      [{ subject: "Okonkwo" }, "subject"],
      [{ subject: "1; DROP TABLE customers" }, "subject"],
      [{ agent: "Nobody" }, "agent"],
      [{ dataset: "nothing" }, "dataset"],
    ];
    for (const [change, field] of bad) {
      const body = { agent: agent.name, dataset: "customers", subject: 1, minutes: 5, ...change };
      const answer = await call("POST", "/v1/cases", { key: dispatcher.key, body });
      expect([answer.status >= 400 && answer.status < 500, answer.body["field"]]).toEqual([true, field]);
    }
    expect((await listEvents({ action: "case.refused" })).length).toBeGreaterThanOrEqual(bad.length);
    expect(JSON.stringify(await listEvents({ action: "case.refused" }))).not.toContain("Okonkwo");
  });

  it("is closed by the dispatcher that opened it and by nobody else", async () => {
    const { caseId, token } = await open(1);
    const stranger = await issueDispatcherKey(steward, { label: "Another", daysValid: 1 });
    expect((await call("POST", `/v1/cases/${caseId}/close`, { key: stranger.key })).status).toBe(404);
    expect((await read("customers", token)).status).toBe(200);
  });
});

describe("a dispatcher's key", () => {
  it("opens cases and nothing else; an agent's key opens none", async () => {
    const body = { agent: agent.name, dataset: "customers", subject: 1, minutes: 5 };
    const answers = [
      await call("POST", "/v1/cases", { key: agent.key, body }),
      await call("POST", "/v1/cases", { body }),
      await call("POST", "/v1/read", { key: dispatcher.key, body: { dataset: "customers", purpose } }),
      await call("GET", "/v1/me", { key: dispatcher.key }),
      await call("POST", "/mcp", { key: dispatcher.key, body: {} }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
  });

  it("counts no more once it is revoked", async () => {
    const { dispatcherKeyId, key } = await issueDispatcherKey(steward, { label: "Short", daysValid: 1 });
    await revokeDispatcherKey(steward, { dispatcherKeyId });
    const body = { agent: agent.name, dataset: "customers", subject: 1, minutes: 5 };
    const answer = await call("POST", "/v1/cases", { key, body });
    expect(answer.body).toMatchObject({ status: 401, code: "dispatcher_key_unknown" });
    const listed = (await listDispatcherKeys(steward)).find(({ id }) => id === dispatcherKeyId);
    expect(listed?.status).toBe("revoked");
    expect(JSON.stringify(listed)).not.toContain(key);
  });
});

it("is a term that the audit table is searched by", async () => {
  const { token, caseId } = await open(1);
  await read("customers", token);
  const { rows } = await searchEvents(testPerson(["compliance"]), { case: caseId });
  expect(rows.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["case.opened", "access.decided", "access.completed"]),
  );
});
