import { describe, expect, it } from "vitest";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";
import { addReader, listEvents, makeTestData } from "@/lib/gateway/gateway-fixture";
import { testContext } from "@/lib/identity/test-contexts";
import { removeTenant } from "@/lib/tenants/remove-tenant";
import { addScenarioTenant } from "./authzen-scenario-fixture";
import { startTestGate } from "./gate-fixture";

await createTestDatabase();
const tenant = await addScenarioTenant("Trusting", true);
const strict = await addScenarioTenant("Strict", false);
const { call } = await startTestGate();
const { key } = tenant;

const user = (id: string, properties?: object) => ({ type: "user", id, ...(properties && { properties }) });
const act = (name: string, properties?: object) => ({ name, ...(properties && { properties }) });
const record = (id: string, properties?: object) => ({ type: "record", id, ...(properties && { properties }) });
const archived = record("record-2", { status: "archived" });
const admin = user("bob", { role: "admin" });
const full = { subject: user("alice"), action: act("read"), resource: record("record-1") };
const context = { time: "2025-06-27T18:03-07:00" };

const evaluate = (body: unknown, asking = key) => call("POST", "/access/v1/evaluation", { key: asking, body });
const evaluateAll = (body: unknown) => call("POST", "/access/v1/evaluations", { key, body });
const search = (what: string, body: unknown, asking = key) =>
  call("POST", `/access/v1/search/${what}`, { key: asking, body });
const decisionsOf = (body: Record<string, unknown>): boolean[] =>
  (body["evaluations"] as { decision: boolean }[]).map(({ decision }) => decision);
const found = (body: Record<string, unknown>): (string | undefined)[] =>
  (body["results"] as { id?: string; name?: string }[]).map(({ id, name }) => id ?? name);

describe("a tenant's evaluation", () => {
  it.each<[string, object, boolean]>([
    ["alice reads record-1", full, true],
    ["alice writes record-1", { ...full, action: act("write") }, true],
    ["bob reads record-1", { ...full, subject: user("bob") }, true],
    ["bob writes record-1", { ...full, subject: user("bob"), action: act("write") }, false],
    ["context changes nothing", { ...full, context }, true],
    ["alice writes what is archived", { ...full, action: act("write"), resource: archived }, false],
    [
      "alice writes record-1, said to be archived",
      { ...full, action: act("write"), resource: record("record-1", { status: "archived" }) },
      false,
    ],
    ["an admin writes what is archived", { subject: admin, action: act("write"), resource: archived }, true],
    ["alice deletes softly", { ...full, action: act("delete", { soft: true }) }, true],
    ["alice deletes hard", { ...full, action: act("delete", { soft: false }) }, false],
    [
      "properties that no rule asks for",
      { ...full, subject: user("alice", { department: "Sales", role: "manager" }) },
      true,
    ],
    ["members that are not known", { ...full, foo: "bar", future: { nested: true } }, true],
    ["a subject that is not known", { ...full, subject: user("mallory") }, false],
    ["a resource that is not known", { ...full, resource: record("record-9") }, false],
    ["an action that no rule names", { ...full, action: act("print") }, false],
  ])("%s", async (_, body, decision) => {
    const answer = await evaluate(body);
    expect(answer).toMatchObject({ status: 200, body: { decision, context: { sentence: expect.any(String) } } });
    const { id } = answer.body["context"] as { id: string };
    const row = await reader().auditEvent.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ action: "tenant.decided", decision: decision ? "allow" : "deny" });
    expect(row.text).not.toMatch(/alice|mallory|record-/);
  });

  it.each<[string, unknown]>([
    ["no subject", { ...full, subject: undefined }],
    ["no action", { ...full, action: undefined }],
    ["no resource", { ...full, resource: undefined }],
    ["a subject without type", { ...full, subject: { id: "alice" } }],
    ["a subject without id", { ...full, subject: { type: "user" } }],
    ["an action without name", { ...full, action: {} }],
    ["a resource without id", { ...full, resource: { type: "record" } }],
    ["a text as subject", { ...full, subject: "alice" }],
    ["a numeric name", { ...full, action: { name: 123 } }],
    ["properties that are no object", { ...full, subject: user("alice", ["role"]) }],
  ])("is 400 with %s, and in the log", async (_, body) => {
    const answer = await evaluate(body);
    expect(answer).toMatchObject({ status: 400, body: { code: "invalid_input" } });
    const events = await listEvents({ action: "tenant.rejected" });
    expect(events.at(-1)).toMatchObject({ tenantId: tenant.tenantId, reason: "invalid_input" });
  });

  it("is 400 with another content type, malformed JSON or an empty body", async () => {
    for (const headers of [{ "content-type": "text/plain" }, { "content-type": "application/x-www-form-urlencoded" }])
      expect((await call("POST", "/access/v1/evaluation", { key, body: full, headers })).status).toBe(400);
    for (const text of ['{"subject": {', ""])
      expect((await call("POST", "/access/v1/evaluation", { key, text })).status).toBe(400);
  });

  it("takes a caller's word for properties only where the tenant was made to", async () => {
    const said = { subject: user("alice", { role: "admin" }), action: act("write"), resource: record("record-2") };
    expect((await evaluate(said)).body["decision"]).toBe(true);
    expect((await evaluate(said, strict.key)).body["decision"]).toBe(false);
    expect((await evaluate({ ...full, action: act("delete", { soft: true }) }, strict.key)).body["decision"]).toBe(
      false,
    );
    expect((await evaluate({ ...said, subject: user("bob") }, strict.key)).body["decision"]).toBe(true);
  });
});

describe("a tenant's batch", () => {
  const write = act("write");
  it.each<[string, object, boolean[]]>([
    [
      "keeps the order",
      { subject: user("bob"), resource: record("record-1"), evaluations: [{ action: act("read") }, { action: write }] },
      [true, false],
    ],
    [
      "takes properties of each resource",
      {
        subject: user("alice"),
        action: write,
        evaluations: [{ resource: record("record-1", { status: "active" }) }, { resource: archived }],
      },
      [true, false],
    ],
    [
      "takes properties of each subject",
      { action: write, resource: archived, evaluations: [{ subject: user("alice") }, { subject: admin }] },
      [false, true],
    ],
    ["needs no defaults", { evaluations: [full, { ...full, subject: user("bob"), action: write }] }, [true, false]],
    [
      "uses the defaults where an item is empty",
      { ...full, action: write, evaluations: [{}, { resource: archived }] },
      [true, false],
    ],
    [
      "answers a wrong item with false",
      { subject: user("alice"), action: act("read"), evaluations: [{ resource: record("record-1") }, {}] },
      [true, false],
    ],
    [
      "stops at the first denial",
      {
        ...full,
        subject: user("bob"),
        options: { evaluations_semantic: "deny_on_first_deny" },
        evaluations: [{}, { action: write }, {}],
      },
      [true, false],
    ],
    [
      "stops at the first permission",
      {
        ...full,
        subject: user("bob"),
        options: { evaluations_semantic: "permit_on_first_permit" },
        evaluations: [{ action: write }, {}, { action: write }],
      },
      [false, true],
    ],
  ])("%s", async (_, body, decisions) => {
    expect(decisionsOf((await evaluateAll(body)).body)).toEqual(decisions);
  });

  it("without evaluations is a single one", async () => {
    expect((await evaluateAll(full)).body["decision"]).toBe(true);
    expect((await evaluateAll({ ...full, evaluations: [] })).body["decision"]).toBe(true);
  });
});

describe("a search", () => {
  const readers = { subject: { type: "user" }, action: act("read"), resource: record("record-1") };
  const records = { subject: user("alice"), action: act("read"), resource: { type: "record" } };

  it.each<[string, string, object, string[]]>([
    ["who may read", "subject", readers, ["alice", "bob"]],
    ["who may read, whatever subject is named", "subject", { ...readers, subject: user("alice") }, ["alice", "bob"]],
    ["who may read, with a context", "subject", { ...readers, context }, ["alice", "bob"]],
    ["who may write what is archived", "subject", { ...readers, action: act("write"), resource: archived }, ["bob"]],
    ["what may be read", "resource", records, ["record-1"]],
    ["what may be read, whatever is named", "resource", { ...records, resource: record("record-2") }, ["record-1"]],
    ["what an admin may write", "resource", { ...records, subject: admin, action: act("write") }, ["record-2"]],
    ["what may be done", "action", { subject: user("alice"), resource: record("record-1") }, ["read", "write"]],
    ["what an admin may do", "action", { subject: admin, resource: archived }, ["write"]],
    ["an unknown subject", "action", { subject: user("nobody"), resource: record("record-1") }, []],
    ["an unknown resource", "subject", { ...readers, resource: record("nothing") }, []],
    ["an unknown type", "resource", { ...records, resource: { type: "spaceship" } }, []],
  ])("finds %s", async (_, what, body, expected) => {
    const answer = await search(what, body);
    expect(answer.status).toBe(200);
    expect(found(answer.body)).toEqual(expected);
  });

  it.each<[string, string, object]>([
    ["no action", "subject", { ...readers, action: undefined }],
    ["no resource id", "subject", { ...readers, resource: { type: "record" } }],
    ["no subject", "resource", { ...records, subject: undefined }],
    ["no subject id", "resource", { ...records, subject: { type: "user" } }],
    ["no resource", "action", { subject: user("alice") }],
    ["a token of its own", "subject", { ...readers, page: { token: "x" } }],
  ])("is 400 with %s (%s)", async (_, what, body) => {
    expect((await search(what, body)).status).toBe(400);
  });

  it("is given page by page, and the last page says so", async () => {
    const first = await search("subject", { ...readers, page: { limit: 1 } });
    const { next_token: token } = first.body["page"] as { next_token: string };
    const second = await search("subject", { ...readers, page: { token } });
    expect([...found(first.body), ...found(second.body)]).toEqual(["alice", "bob"]);
    expect(second.body["page"]).toMatchObject({ next_token: "" });
  });

  it("by an agent answers as its evaluations do, about itself alone", async () => {
    const data = await makeTestData("CREATE TABLE customers (id int PRIMARY KEY); CREATE TABLE employees (id int)");
    const agent = await addReader(data, [{ dataset: "customers", fields: { id: "clear" } }]);
    const self = { type: "agent", id: agent.agentId };
    const [action, purpose] = [act("read"), { context: { purpose: "customer_support" } }];
    const ask = async (what: string, body: object) =>
      found((await search(what, { ...body, ...purpose }, agent.key)).body);
    const dataset = (id: string) => ({ type: "dataset", id });
    expect(await ask("resource", { subject: self, action, resource: { type: "dataset" } })).toEqual(["customers"]);
    expect(await ask("action", { subject: self, resource: dataset("customers") })).toEqual(["read"]);
    expect(await ask("action", { subject: self, resource: dataset("employees") })).toEqual([]);
    expect(await ask("subject", { subject: { type: "agent" }, action, resource: dataset("customers") })).toEqual([
      agent.agentId,
    ]);
    const other = { type: "agent", id: "somebody-else" };
    expect(await ask("resource", { subject: other, action, resource: { type: "dataset" } })).toEqual([]);
    expect((await listEvents({ action: "access.searched" })).length).toBe(5);
  });
});

describe("a tenant's key", () => {
  it("opens AuthZEN and nothing else", async () => {
    for (const [method, path] of [
      ["GET", "/v1/me"],
      ["POST", "/v1/read"],
      ["POST", "/mcp"],
      ["POST", "/v1/messages"],
    ] as const) {
      const answer = await call(method, path, { key, ...(method === "POST" ? { body: {} } : {}) });
      expect([path, answer.status]).toEqual([path, 403]);
    }
  });

  it("counts no more once its tenant is removed", async () => {
    const { tenantId, key: gone } = await addScenarioTenant("Gone", false);
    await removeTenant(testContext({ kind: "system", process: "cli" }), { tenantId });
    expect((await evaluate(full, gone)).status).toBe(401);
  });

  it("is stored nowhere, and its policy is sealed", async () => {
    const row = await reader().tenant.findUniqueOrThrow({ where: { id: tenant.tenantId } });
    expect(JSON.stringify(row)).not.toContain(key);
    expect(row.policySealed).toMatch(/^v1\./);
  });
});
