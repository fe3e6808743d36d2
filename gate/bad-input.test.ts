import { describe, expect, it } from "vitest";
import { issueAgentKey } from "@/lib/agents/issue-agent-key";
import { revokeAgentKey } from "@/lib/agents/revoke-agent-key";
import { suspendAgent } from "@/lib/agents/suspend-agent";
import { asSteward } from "@/lib/catalog/test-discovery";
import { createTestDatabase } from "@/lib/db/test-database";
import { addReader, makeTestData } from "@/lib/gateway/gateway-fixture";
import { testContext } from "@/lib/identity/test-contexts";
import { expectRefusal } from "./expect-refusal";
import { type Answer, type CallOptions, startTestGate } from "./gate-fixture";

const LIMIT = 2_048;
await createTestDatabase();
const data = await makeTestData(`
  CREATE TABLE customers (id int PRIMARY KEY, number text, last_name text, credit numeric, is_active bool, born date, token uuid, host inet, tags text[]);
  INSERT INTO customers SELECT i, 'C-' || i, 'Okonkwo' || i, i * 1.5, true, '1980-01-01', gen_random_uuid(), '10.0.0.1', '{a}' FROM generate_series(1, 9) i;
  CREATE TABLE employees (id int PRIMARY KEY, salary int);
`);
const clear = {
  id: "clear",
  number: "clear",
  credit: "clear",
  is_active: "clear",
  born: "clear",
  token: "clear",
  host: "clear",
  tags: "clear",
  last_name: "mask",
} as const;
const agent = await addReader(data, [{ dataset: "customers", fields: clear }]);
const { call } = await startTestGate({ GATEHOUSE_GATE_BODY_LIMIT_BYTES: String(LIMIT) });
const { key } = agent;
const purpose = "customer_support";
const ask = { dataset: "customers", purpose };

const read = (body: unknown, options: CallOptions = {}): Promise<Answer> =>
  call("POST", "/v1/read", { key, body, ...options });

describe("a key that does not count", () => {
  const decided = ["access.decided"];
  const unauthenticated = ["access.unauthenticated"];

  it("is refused when it is wrong", async () => {
    await expectRefusal(await read(ask, { key: `ghk_${"a".repeat(36)}` }), 401, "key_unknown", unauthenticated);
    await expectRefusal(
      await read(ask, { key: "x", headers: { authorization: "Bearer" } }),
      401,
      "key_unknown",
      unauthenticated,
    );
  });

  it.each([
    ["expired", "key_expired"],
    ["revoked", "key_revoked"],
  ])("is refused when it is %s, through every address", async (how, code) => {
    const { agentId } = agent;
    const system = { kind: "system", process: "cli" } as const;
    const issuedAt = how === "expired" ? new Date(Date.now() - 3 * 86_400_000) : new Date();
    const issued = await issueAgentKey(testContext(system, issuedAt), { agentId, label: how, daysValid: 1 });
    if (how === "revoked") {
      await read(ask, { key: issued.key });
      await revokeAgentKey(asSteward(), { keyId: issued.keyId });
    }
    const question = {
      subject: { type: "agent", id: agentId },
      action: { name: "read" },
      resource: { type: "dataset", id: "customers" },
    };
    await expectRefusal(await read(ask, { key: issued.key }), 401, code, decided);
    await expectRefusal(
      await call("POST", "/access/v1/evaluation", { key: issued.key, body: question }),
      401,
      code,
      decided,
    );
    await expectRefusal(await call("GET", "/v1/me", { key: issued.key }), 401, code, unauthenticated);
    await expectRefusal(await call("POST", "/mcp", { key: issued.key, body: {} }), 401, code, unauthenticated);
    await expectRefusal(await call("GET", `/v1/decisions/${agentId}`, { key: issued.key }), 401, code, unauthenticated);
  });

  it("is refused when its agent is suspended", async () => {
    const idle = await addReader(data, [{ dataset: "customers", fields: clear }]);
    expect((await read(ask, { key: idle.key })).status).toBe(200);
    await suspendAgent(asSteward(), { agentId: idle.agentId, note: "For a test." });
    await expectRefusal(await read(ask, { key: idle.key }), 403, "agent_not_active", decided);
    const { body } = await call("GET", "/v1/me", { key: idle.key });
    expect(body).toMatchObject({ agent: { state: "suspended" }, obstacle: { code: "agent_not_active" }, datasets: [] });
  });
});

describe("a request for what is not granted", () => {
  it.each([
    ["dataset_not_granted", { ...ask, dataset: "employees" }],
    ["dataset_not_granted", { ...ask, dataset: "no_such_thing" }],
    ["dataset_not_granted", { ...ask, dataset: "customers; DROP TABLE customers" }],
    ["dataset_not_granted", { ...ask, dataset: "__proto__" }],
    ["purpose_unknown", { ...ask, purpose: "Robert'); DROP TABLE students;--" }],
    ["purpose_not_allowed", { ...ask, purpose: "billing" }],
    ["field_unknown", { ...ask, fields: ["nope"] }],
    ["field_unknown", { ...ask, fields: ["id, last_name"] }],
    ["field_unknown", { ...ask, fields: ["constructor"] }],
    ["field_unknown", { ...ask, where: [{ field: "1=1 OR id", op: "eq", value: 1 }] }],
    ["field_unknown", { ...ask, orderBy: [{ field: "id; DROP TABLE customers" }] }],
    ["filter_on_protected_field", { ...ask, where: [{ field: "last_name", op: "eq", value: "Okonkwo1" }] }],
    ["filter_on_protected_field", { ...ask, where: [{ field: "last_name", op: "is_null" }] }],
    ["order_on_protected_field", { ...ask, orderBy: [{ field: "last_name" }] }],
  ])("is refused with %s: %j", async (code, body) => {
    await expectRefusal(await read(body), 403, code, ["access.decided"]);
  });

  it("is refused with limit_too_high when it wants more rows than the scope gives", async () => {
    const few = await addReader(data, [{ dataset: "customers", fields: { id: "clear" }, rowsPerRequestMax: 10 }]);
    await expectRefusal(await read({ ...ask, limit: 11 }, { key: few.key }), 403, "limit_too_high", ["access.decided"]);
    expect((await read({ ...ask, limit: 10 }, { key: few.key })).status).toBe(200);
  });
});

describe("a body that cannot be read", () => {
  const rejected = ["access.rejected"];

  it.each([
    ["no JSON", "{", "invalid_input"],
    ["nothing", "", "invalid_input"],
    ["a list", "[]", "invalid_input"],
    ["null", "null", "invalid_input"],
    ["a number", "1e999", "invalid_input"],
    ["no dataset", JSON.stringify({ purpose }), "invalid_input"],
    ["an unknown member", JSON.stringify({ ...ask, sql: "SELECT 1" }), "invalid_input"],
    ["__proto__", `{"dataset":"customers","purpose":"customer_support","__proto__":{"limit":1}}`, "invalid_input"],
    ["a wrong type", JSON.stringify({ ...ask, limit: "10" }), "invalid_input"],
    ["a limit of 0", JSON.stringify({ ...ask, limit: 0 }), "invalid_input"],
    ["a limit of 1001", JSON.stringify({ ...ask, limit: 1_001 }), "invalid_input"],
    ["a fraction", JSON.stringify({ ...ask, limit: 1.5 }), "invalid_input"],
    ["an empty list of fields", JSON.stringify({ ...ask, fields: [] }), "invalid_input"],
    [
      "an unknown operator",
      JSON.stringify({ ...ask, where: [{ field: "id", op: "like", value: "%" }] }),
      "invalid_input",
    ],
    ["an operator without value", JSON.stringify({ ...ask, where: [{ field: "id", op: "eq" }] }), "invalid_input"],
    [
      "an object as value",
      JSON.stringify({ ...ask, where: [{ field: "id", op: "eq", value: { ref: "case.subject" } }] }),
      "invalid_input",
    ],
    [
      "101 values",
      JSON.stringify({ ...ask, where: [{ field: "id", op: "in", value: Array.from({ length: 101 }, (_, i) => i) }] }),
      "invalid_input",
    ],
    [
      "21 conditions",
      JSON.stringify({ ...ask, where: Array.from({ length: 21 }, () => ({ field: "id", op: "is_null" })) }),
      "invalid_input",
    ],
    [
      "4 orders",
      JSON.stringify({ ...ask, orderBy: Array.from({ length: 4 }, () => ({ field: "id" })) }),
      "invalid_input",
    ],
    ["a long name", JSON.stringify({ ...ask, dataset: "x".repeat(129) }), "invalid_input"],
  ])("is refused: %s", async (_, text, code) => {
    await expectRefusal(await read(undefined, { text }), 400, code, rejected);
  });

  it("is refused when it is too large, with its length or without", async () => {
    const text = JSON.stringify({ ...ask, fields: Array.from({ length: 400 }, () => "number") });
    expect(text.length).toBeGreaterThan(LIMIT);
    await expectRefusal(await read(undefined, { text }), 413, "too_large", rejected);
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin1", "application/jsonx"])(
    "is refused as %s",
    async (type) => {
      await expectRefusal(
        await read(ask, { headers: { "content-type": type } }),
        415,
        "unsupported_media_type",
        rejected,
      );
    },
  );

  it("is refused the same over MCP and AuthZEN", async () => {
    await expectRefusal(await call("POST", "/mcp", { key, text: "{" }), 400, "invalid_input", rejected);
    await expectRefusal(
      await call("POST", "/access/v1/evaluation", { key, text: "{" }),
      400,
      "invalid_input",
      rejected,
    );
  });
});

describe("a value that does not fit", () => {
  it.each([
    ["where.0.value", { field: "id", op: "eq", value: "1; DROP TABLE customers" }],
    ["where.0.value", { field: "id", op: "eq", value: 1.5 }],
    ["where.0.value", { field: "id", op: "eq", value: "99999999999" }],
    ["where.0.value.1", { field: "id", op: "in", value: [1, "x"] }],
    ["where.0.value", { field: "credit", op: "gt", value: "1e9999" }],
    ["where.0.value", { field: "number", op: "eq", value: 5 }],
    ["where.0.value", { field: "number", op: "eq", value: "a\u0000b" }],
    ["where.0.value", { field: "is_active", op: "eq", value: "yes" }],
    ["where.0.value", { field: "born", op: "lt", value: "2023-02-29" }],
    ["where.0.value", { field: "token", op: "eq", value: "x" }],
    ["where.0.value", { field: "host", op: "eq", value: "10.0.0.256" }],
    ["where.0.op", { field: "id", op: "prefix", value: "1" }],
    ["where.0.op", { field: "tags", op: "eq", value: "{a}" }],
  ])("is named by its place: %s of %j", async (field, condition) => {
    const answer = await read({ ...ask, where: [condition] });
    await expectRefusal(answer, 400, "invalid_input", ["access.decided", "access.completed"]);
    expect(answer.body["field"]).toBe(field);
  });

  it.each(["x", "A".repeat(60), "A".repeat(5_000)])("is refused as a cursor: %s", async (cursor) => {
    const answer = await read({ ...ask, cursor });
    expect(answer.body).toMatchObject({ code: cursor.length > LIMIT ? "too_large" : "invalid_input" });
  });

  it("holding SQL is only ever compared", async () => {
    for (const value of [
      "' OR 1=1 --",
      "'; DROP TABLE customers; --",
      "$1",
      "%",
      "\\",
      '"',
      "C-1' UNION SELECT salary FROM employees --",
    ]) {
      const { status, body } = await read({ ...ask, where: [{ field: "number", op: "eq", value }] });
      expect(status).toBe(200);
      expect(body["rows"]).toEqual([]);
      const prefixed = await read({ ...ask, where: [{ field: "number", op: "prefix", value }] });
      expect(prefixed.body["rows"]).toEqual([]);
    }
    expect((await read(ask)).body["rows"]).toHaveLength(9);
  });
});

describe("an address", () => {
  it("that is not there, or does not take the method, says so", async () => {
    expect(await call("GET", "/nowhere", { key })).toMatchObject({ status: 404, body: { code: "not_found" } });
    const answer = await call("GET", "/v1/read", { key });
    expect(answer).toMatchObject({ status: 405, body: { code: "method_not_allowed" } });
    expect(answer.headers.get("allow")).toBe("POST");
    expect(await call("PUT", "/v1/me", { key })).toMatchObject({ status: 405 });
  });

  it("gives back the caller's request id, unless it could do harm in a header", async () => {
    const mine = await call("GET", "/healthz", { headers: { "x-request-id": "abc-123" } });
    expect(mine.headers.get("x-request-id")).toBe("abc-123");
    const long = await call("GET", "/healthz", { headers: { "x-request-id": "x".repeat(500) } });
    expect(long.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });
});
