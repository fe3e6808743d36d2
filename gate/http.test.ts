import { describe, expect, it } from "vitest";
import { createTestDatabase } from "@/lib/db/test-database";
import { addReader, listEvents, makeTestData } from "@/lib/gateway/gateway-fixture";
import { startTestGate } from "./gate-fixture";

await createTestDatabase();
const data = await makeTestData(`
  CREATE TABLE customers (id int PRIMARY KEY, customer_number text NOT NULL, last_name text, email text);
  INSERT INTO customers VALUES (1, 'C-1', 'Okonkwo', 'ada.okonkwo@example.org'), (2, 'C-2', 'Lindqvist', 'li@example.org');
`);
const purpose = "customer_support";
const agent = await addReader(data, [{ dataset: "customers", fields: { customer_number: "clear", email: "mask" } }]);
const { call } = await startTestGate();
const { key } = agent;

describe("GET /v1/me", () => {
  it("says who the agent is and what it may see", async () => {
    const { status, body } = await call("GET", "/v1/me", { key });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      agent: { id: agent.agentId, name: agent.name, state: "active" },
      obstacle: null,
      datasets: [
        {
          dataset: "customers",
          purposes: [
            {
              purpose,
              fields: [
                { field: "id", treatment: "withheld" },
                { field: "customer_number", treatment: "clear" },
                { field: "last_name", treatment: "withheld" },
                { field: "email", treatment: "mask", operators: [] },
              ],
            },
          ],
        },
      ],
    });
  });
});

describe("POST /v1/read", () => {
  it("gives the granted fields, says what is withheld, and can be explained afterwards", async () => {
    const read = await call("POST", "/v1/read", {
      key,
      body: { dataset: "customers", purpose, where: [{ field: "customer_number", op: "eq", value: "C-1" }] },
    });
    expect(read.status).toBe(200);
    expect(read.body).toMatchObject({
      rows: [{ customer_number: "C-1", email: "a•••@example.org" }],
      fields: {
        customer_number: { outcome: "clear" },
        email: { outcome: "masked", treatment: "mask" },
        last_name: { outcome: "withheld", reason: "field_withheld" },
      },
      nextCursor: null,
    });
    expect(read.text).not.toMatch(/Okonkwo/);
    const explained = await call("GET", `/v1/decisions/${read.body["decisionId"]}`, { key });
    expect(explained.body).toMatchObject({ decision: "allow", reason: "granted", dataset: "customers" });
  });

  it("is refused with a stable code, a sentence and a fix", async () => {
    const { status, headers, body } = await call("POST", "/v1/read", {
      key,
      body: { dataset: "customers", purpose, where: [{ field: "email", op: "eq", value: "x" }] },
    });
    expect(status).toBe(403);
    expect(headers.get("content-type")).toBe("application/problem+json");
    expect(body).toMatchObject({
      code: "filter_on_protected_field",
      field: "email",
      detail: expect.stringContaining("email"),
      fix: expect.any(String),
      decisionId: expect.any(String),
    });
  });
});

describe("a key", () => {
  it("that is missing or wrong is refused, and the try is in the log", async () => {
    for (const [headers, code] of [
      [{}, "key_missing"],
      [{ authorization: "Bearer nonsense" }, "key_unknown"],
      [{ authorization: "Basic abc" }, "key_unknown"],
    ] as const) {
      const answer = await call("GET", "/v1/me", { headers });
      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toContain("Bearer");
      expect(answer.body["code"]).toBe(code);
      expect(await listEvents({ requestId: String(answer.body["requestId"]) })).toMatchObject([
        { action: "access.unauthenticated", reason: code },
      ]);
    }
  });
});
