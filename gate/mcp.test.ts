import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { afterEach, describe, expect, it } from "vitest";
import { suspendAgent } from "@/lib/agents/suspend-agent";
import { asSteward } from "@/lib/catalog/test-discovery";
import { createTestDatabase } from "@/lib/db/test-database";
import { addReader, listEvents, makeTestData } from "@/lib/gateway/gateway-fixture";
import { startTestGate } from "./gate-fixture";

await createTestDatabase();
const data = await makeTestData(`
  CREATE TABLE customers (id int PRIMARY KEY, customer_number text NOT NULL, last_name text, email text);
  INSERT INTO customers VALUES (1, 'C-1', 'Okonkwo', 'ada.okonkwo@example.org'), (2, 'C-2', 'Lindqvist', 'li@example.org');
  CREATE TABLE secrets (id int PRIMARY KEY, body text);
`);
const purpose = "customer_support";
const fields = { customer_number: "clear", email: "mask" } as const;
const agent = await addReader(data, [{ dataset: "customers", fields }]);
const { url, call } = await startTestGate();
const open: Client[] = [];

async function connect(key: string, mode: "auto" | "legacy"): Promise<Client> {
  const client = new Client({ name: "test", version: "1" }, { versionNegotiation: { mode } });
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`${url}/mcp`), {
      requestInit: { headers: { authorization: `Bearer ${key}` } },
    }),
  );
  open.push(client);
  return client;
}

afterEach(async () => {
  for (const client of open.splice(0)) await client.close();
});

describe.each(["auto", "legacy"] as const)("an MCP client (%s)", (mode) => {
  it("is shown the tools and names it may use, and no others", async () => {
    const client = await connect(agent.key, mode);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      "what_may_i_see",
      "read_data",
      "explain_refusal",
      "submit_message",
      "ask_for_a_person",
      "hold_status",
      "answer_question",
      "withdraw_hold",
      "redeem_release",
      "report_outcome",
    ]);
    expect(tools[1]?.inputSchema.properties?.["dataset"]).toMatchObject({ enum: ["customers"] });
    expect(JSON.stringify(tools)).not.toContain("secrets");
  });

  it("reads what is granted, with the same events as over HTTP", async () => {
    const client = await connect(agent.key, mode);
    const result = await client.callTool({
      name: "read_data",
      arguments: { dataset: "customers", purpose, where: [{ field: "customer_number", op: "eq", value: "C-1" }] },
    });
    expect(result.isError).not.toBe(true);
    expect(result.structuredContent).toMatchObject({ rows: [{ customer_number: "C-1", email: "a•••@example.org" }] });
    expect(JSON.stringify(result)).not.toContain("Okonkwo");
    const { decisionId } = result.structuredContent as { decisionId: string };
    const events = await listEvents({ agentId: agent.agentId });
    expect(
      events.filter((event) => event.id === decisionId || ("decisionId" in event && event.decisionId === decisionId)),
    ).toMatchObject([
      { action: "access.decided", door: "mcp", decision: "allow" },
      { action: "access.completed", outcome: "released" },
    ]);
  });

  it.each([
    ["dataset_not_granted", { dataset: "secrets", purpose }],
    [
      "filter_on_protected_field",
      { dataset: "customers", purpose, where: [{ field: "last_name", op: "eq", value: "Okonkwo" }] },
    ],
    ["no_field_granted", { dataset: "customers", purpose, fields: ["last_name"] }],
    ["invalid_input", { dataset: 5, purpose }],
    ["invalid_input", { dataset: "customers", purpose, sql: "select 1" }],
  ])("is told %s as an error with a sentence, and it is in the log", async (code, input) => {
    const client = await connect(agent.key, mode);
    const result = await client.callTool({ name: "read_data", arguments: input });
    expect(result).toMatchObject({ isError: true, structuredContent: { code, sentence: expect.any(String) } });
    const { requestId, decisionId } = result.structuredContent as { requestId: string; decisionId?: string };
    expect(await listEvents({ requestId })).toHaveLength(1);
    if (decisionId === undefined) return;
    const explained = await client.callTool({ name: "explain_refusal", arguments: { decisionId } });
    expect(explained.structuredContent).toMatchObject({ decision: "deny", reason: code, fix: expect.any(String) });
  });
});

describe("the MCP endpoint", () => {
  it("explains to an agent only its own decisions", async () => {
    const other = await addReader(data, [{ dataset: "customers", fields }]);
    const { body } = await call("POST", "/v1/read", { key: agent.key, body: { dataset: "secrets", purpose } });
    const client = await connect(other.key, "auto");
    const result = await client.callTool({
      name: "explain_refusal",
      arguments: { decisionId: String(body["decisionId"]) },
    });
    expect(result).toMatchObject({ isError: true, structuredContent: { code: "not_found" } });
  });

  it("shows a suspended agent no way to read, and refuses it when it tries", async () => {
    const idle = await addReader(data, [{ dataset: "customers", fields }]);
    await suspendAgent(asSteward(), { agentId: idle.agentId, note: "For a test." });
    const client = await connect(idle.key, "auto");
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(["what_may_i_see", "explain_refusal"]);
    const result = await client.callTool({ name: "read_data", arguments: { dataset: "customers", purpose } });
    expect(result).toMatchObject({ isError: true, structuredContent: { code: "agent_not_active" } });
  });

  it("refuses a wrong key before any tool is looked at", async () => {
    await expect(connect("ghk_wrong", "auto")).rejects.toThrow();
  });

  it("refuses a web page of another host", async () => {
    const answer = await call("POST", "/mcp", {
      key: agent.key,
      body: {},
      headers: { origin: "https://evil.example" },
    });
    expect(answer).toMatchObject({ status: 403, body: { code: "not_permitted" } });
  });
});
