import { describe, expect, it } from "vitest";
import { createTestDatabase } from "@/lib/db/test-database";
import { addReader, listEvents, makeTestData } from "@/lib/gateway/gateway-fixture";
import { startTestGate } from "./gate-fixture";

await createTestDatabase();
const data = await makeTestData(`
  CREATE TABLE customers (id int PRIMARY KEY, number text, last_name text, email text);
  CREATE TABLE employees (id int PRIMARY KEY, salary int);
`);
const agent = await addReader(data, [
  {
    dataset: "customers",
    fields: { id: "clear", number: "clear", email: "mask" },
    rowBound: [{ field: "id", op: "lt", value: 100 }],
    rowsPerRequestMax: 20,
  },
]);
const { call, url } = await startTestGate();
const { key } = agent;
const subject = { type: "agent", id: agent.agentId };
const action = { name: "read" };
const resource = { type: "dataset", id: "customers" };
const context = { purpose: "customer_support" };
const question = { subject, action, resource, context };

const evaluate = (body: unknown) => call("POST", "/access/v1/evaluation", { key, body });
const evaluateAll = (body: unknown) => call("POST", "/access/v1/evaluations", { key, body });
const decisionsOf = (body: Record<string, unknown>): boolean[] =>
  (body["evaluations"] as { decision: boolean }[]).map(({ decision }) => decision);

describe("an AuthZEN evaluation", () => {
  it("permits what is granted and obliges to treat or withhold each other field, and to bound the rows", async () => {
    const { status, body } = await evaluate(question);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      decision: true,
      context: {
        reason: "granted",
        obligations: [
          {
            id: "gatehouse:rows",
            type: "custom",
            properties: { limit: 20, where: [{ field: "id", op: "lt", value: 100 }] },
          },
          { id: "gatehouse:withhold-field", type: "custom", properties: { field: "last_name", treatment: "withheld" } },
          { id: "gatehouse:treat-field", type: "custom", properties: { field: "email", treatment: "mask" } },
        ],
      },
    });
    const { id } = body["context"] as { id: string };
    const events = await listEvents({ agentId: agent.agentId });
    expect(events.find((event) => event.id === id)).toMatchObject({
      action: "access.decided",
      door: "evaluation",
      decision: "allow",
    });
  });

  it("takes the agent's name as the subject as well, and ignores members it does not know", async () => {
    const { body } = await evaluate({
      ...question,
      subject: { ...subject, id: agent.name, properties: { department: "x" } },
      foo: "bar",
      future: { nested: true },
    });
    expect(body["decision"]).toBe(true);
  });

  it.each([
    ["subject_not_caller", { subject: { type: "agent", id: "somebody-else" } }],
    ["subject_not_caller", { subject: { type: "user", id: agent.agentId } }],
    ["action_unknown", { action: { name: "delete" } }],
    ["resource_not_dataset", { resource: { type: "record", id: "customers" } }],
    ["dataset_not_granted", { resource: { type: "dataset", id: "employees" } }],
    ["purpose_unknown", { context: {} }],
    ["purpose_not_allowed", { context: { purpose: "billing" } }],
    ["no_field_granted", { resource: { ...resource, properties: { fields: ["last_name"] } } }],
    ["filter_on_protected_field", { resource: { ...resource, properties: { filterFields: ["email"] } } }],
  ])("is a decision of false with the reason %s, never an error, and in the log", async (reason, change) => {
    const { status, body } = await evaluate({ ...question, ...change });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      decision: false,
      context: { reason, sentence: expect.any(String), fix: expect.any(String) },
    });
    const { id } = body["context"] as { id: string };
    expect((await listEvents({ agentId: agent.agentId })).find((event) => event.id === id)).toMatchObject({
      decision: "deny",
      reason,
    });
  });

  it.each([
    ["no subject", { action, resource }],
    ["no action", { subject, resource }],
    ["no resource", { subject, action }],
    ["a subject without type", { ...question, subject: { id: "x" } }],
    ["a subject without id", { ...question, subject: { type: "agent" } }],
    ["an action without name", { ...question, action: {} }],
    ["a numeric name", { ...question, action: { name: 123 } }],
    ["a text as subject", { ...question, subject: "alice" }],
    ["fields that are no names", { ...question, resource: { ...resource, properties: { fields: "id" } } }],
  ])("is 400 with %s", async (_, body) => {
    expect(await evaluate(body)).toMatchObject({ status: 400, body: { code: "invalid_input" } });
  });

  it("is 400 with another content type, malformed JSON or an empty body", async () => {
    expect(
      (await call("POST", "/access/v1/evaluation", { key, body: question, headers: { "content-type": "text/plain" } }))
        .status,
    ).toBe(400);
    expect((await call("POST", "/access/v1/evaluation", { key, text: '{"subject": {' })).status).toBe(400);
    expect((await call("POST", "/access/v1/evaluation", { key, text: "" })).status).toBe(400);
  });

  it("gives back the X-Request-ID", async () => {
    const { headers } = await call("POST", "/access/v1/evaluation", {
      key,
      body: question,
      headers: { "x-request-id": "bfe9eb29-ab87-4ca3" },
    });
    expect(headers.get("x-request-id")).toBe("bfe9eb29-ab87-4ca3");
  });
});

describe("a batch of AuthZEN evaluations", () => {
  const other = { resource: { type: "dataset", id: "employees" } };

  it("takes defaults for whole objects, and answers in order", async () => {
    const { body } = await evaluateAll({
      subject,
      action,
      context,
      evaluations: [{ resource }, other, { resource, context: { purpose: "billing" } }, { resource, context: {} }],
    });
    expect(decisionsOf(body)).toEqual([true, false, false, false]);
  });

  it("answers a wrong item with false and an error, and the others as ever", async () => {
    const { status, body } = await evaluateAll({ subject, action, context, evaluations: [{ resource }, {}] });
    expect(status).toBe(200);
    expect(body["evaluations"]).toMatchObject([
      { decision: true },
      { decision: false, context: { error: { status: 400 } } },
    ]);
  });

  it.each([
    ["execute_all", [true, false, true]],
    ["deny_on_first_deny", [true, false]],
    ["permit_on_first_permit", [true]],
  ])("stops where %s says", async (semantic, expected) => {
    const { body } = await evaluateAll({
      subject,
      action,
      context,
      options: { evaluations_semantic: semantic },
      evaluations: [{ resource }, other, { resource }],
    });
    expect(decisionsOf(body)).toEqual(expected);
  });

  it("without evaluations is a single one", async () => {
    expect((await evaluateAll(question)).body["decision"]).toBe(true);
    expect((await evaluateAll({ ...question, evaluations: [] })).body["decision"]).toBe(true);
  });

  it("is 400 with more than a hundred, an unknown semantic or no JSON", async () => {
    expect((await evaluateAll({ ...question, evaluations: Array.from({ length: 101 }, () => ({})) })).status).toBe(400);
    expect(
      (await evaluateAll({ ...question, options: { evaluations_semantic: "guess" }, evaluations: [{}] })).status,
    ).toBe(400);
    expect((await call("POST", "/access/v1/evaluations", { key, text: "{" })).status).toBe(400);
  });
});

describe("the open addresses", () => {
  it("say where AuthZEN is answered", async () => {
    const { body } = await call("GET", "/.well-known/authzen-configuration");
    expect(body).toMatchObject({
      policy_decision_point: expect.stringMatching(/^https?:/),
      access_evaluation_endpoint: expect.stringMatching(/\/access\/v1\/evaluation$/),
    });
  });

  it("say whether a read could be decided and recorded", async () => {
    expect(await call("GET", "/healthz")).toMatchObject({ status: 200, body: { status: "ok" } });
    expect(await call("GET", "/readyz")).toMatchObject({
      status: 200,
      body: { status: "ready", database: "ok", log: "ok", policy: "ok" },
    });
  });

  it("describe every address that the gate answers, each reference resolved", async () => {
    const { body, text } = await call("GET", "/openapi.json");
    const paths = Object.keys(body["paths"] as object);
    for (const path of paths)
      expect((await fetch(url + path.replace("{id}", "x"), { method: "PATCH" })).status, path).toBe(405);
    const schemas = (body["components"] as { schemas: object }).schemas;
    const references = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1] ?? "");
    for (const name of references) expect(Object.keys(schemas)).toContain(name);
    expect(references.length).toBeGreaterThan(10);
  });
});
