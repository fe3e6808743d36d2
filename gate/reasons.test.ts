import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { describe, expect, it } from "vitest";
import { explainEvent } from "@/lib/audit/explain-event";
import { toStoredEvent } from "@/lib/audit/stored-event";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";
import { addReader, makeTestData } from "@/lib/gateway/gateway-fixture";
import { tryAccess } from "@/lib/gateway/try-access";
import { testPerson } from "@/lib/identity/test-contexts";
import { explainReason, REASONS, type ReasonCode } from "@/lib/kernel/reasons";
import { startTestGate } from "./gate-fixture";

await createTestDatabase();
const data = await makeTestData("CREATE TABLE customers (id int PRIMARY KEY, city text, email text)");
const fields = { id: "clear", email: "mask" } as const;
const agent = await addReader(data, [{ dataset: "customers", fields, rowsPerRequestMax: 10 }]);
const { call, url } = await startTestGate();
const purpose = "customer_support";

type Asked = { purpose?: string; fields?: string[]; filter?: string; order?: string; limit?: number };
const REFUSALS: [ReasonCode, string | undefined, Asked][] = [
  ["purpose_unknown", undefined, { purpose: "fun" }],
  ["purpose_not_allowed", undefined, { purpose: "billing" }],
  ["field_unknown", "nope", { fields: ["nope"] }],
  ["no_field_granted", undefined, { fields: ["city"] }],
  ["filter_on_protected_field", "email", { filter: "email" }],
  ["order_on_protected_field", "email", { order: "email" }],
  ["limit_too_high", "10", { limit: 11 }],
];

/** The sentence and fix that each door gives for one request. */
async function askEverywhere(asked: Asked): Promise<{ door: string; sentence: unknown; fix: unknown }[]> {
  const read = {
    dataset: "customers",
    purpose: asked.purpose ?? purpose,
    ...(asked.fields && { fields: asked.fields }),
    ...(asked.filter && { where: [{ field: asked.filter, op: "eq", value: "x" }] }),
    ...(asked.order && { orderBy: [{ field: asked.order, direction: "asc" }] }),
    ...(asked.limit && { limit: asked.limit }),
  };
  const http = (await call("POST", "/v1/read", { key: agent.key, body: read })).body;
  const explained = (await call("GET", `/v1/decisions/${String(http["decisionId"])}`, { key: agent.key })).body;
  const client = new Client({ name: "test", version: "1" }, { versionNegotiation: { mode: "auto" } });
  const requestInit = { headers: { authorization: `Bearer ${agent.key}` } };
  await client.connect(new StreamableHTTPClientTransport(new URL(`${url}/mcp`), { requestInit }));
  const { structuredContent } = await client.callTool({ name: "read_data", arguments: read });
  await client.close();
  const mcp = structuredContent as Record<string, unknown>;
  const row = await reader().auditEvent.findUniqueOrThrow({ where: { id: String(http["decisionId"]) } });
  const names = { actorName: null, agentName: agent.name, datasetName: "customers" };
  const event = explainEvent(toStoredEvent(row.text), names);
  const tried = await tryAccess(testPerson(["steward"]), {
    agentId: agent.agentId,
    datasetId: data.datasets.get("customers") ?? "",
    purpose: read.purpose,
    fields: asked.fields ?? null,
    filterFields: asked.filter === undefined ? [] : [asked.filter],
    orderFields: asked.order === undefined ? [] : [asked.order],
    limit: asked.limit ?? null,
  });
  return [
    { door: "http", sentence: http["detail"], fix: http["fix"] },
    { door: "explanation", sentence: explained["sentence"], fix: explained["fix"] },
    { door: "mcp", sentence: mcp["sentence"], fix: mcp["fix"] },
    { door: "event in the console", sentence: event.why?.split(" It rests on ")[0], fix: event.fix },
    { door: "try it in the console", sentence: tried.sentence, fix: tried.fix },
  ];
}

describe("a refusal", () => {
  it.each(REFUSALS)("for %s has the one table's sentence and fix at every door", async (reason, it_, asked) => {
    // A name that is not the catalogue's stays out of the log, so that what is explained from the log names none.
    const isKept = reason !== "field_unknown";
    for (const { door, sentence, fix } of await askEverywhere(asked)) {
      const isFromLog = door === "explanation" || door === "event in the console";
      const expected = explainReason(reason, isFromLog && !isKept ? undefined : it_);
      expect({ door, sentence, fix }).toEqual({ door, ...expected });
    }
  });
});

it("every reason has one sentence that ends and one fix that ends", () => {
  const codes = Object.keys(REASONS) as ReasonCode[];
  expect(codes.length).toBeGreaterThan(40);
  for (const code of codes) {
    const { sentence, fix } = explainReason(code, "it");
    expect(sentence, code).toMatch(/^[A-Za-z].*\.$/s);
    expect(sentence.match(/[.!?](?= [A-Z])/g) ?? [], code).toEqual([]);
    expect(fix, code).toMatch(/\S/);
  }
});
