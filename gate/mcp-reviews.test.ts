import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { afterEach, describe, expect, it } from "vitest";
import { suspendAgent } from "@/lib/agents/suspend-agent";
import { asSteward } from "@/lib/catalog/test-discovery";
import { createTestDatabase } from "@/lib/db/test-database";
import { listEvents } from "@/lib/gateway/gateway-fixture";
import { askAboutHeldItem } from "@/lib/reviews/ask-about-held-item";
import { claimHeldItem } from "@/lib/reviews/claim-held-item";
import { addReviewer } from "@/lib/reviews/reviews-fixture";
import { addSubmitter, approveAsReviewer, COMPLAINT, ORDINARY } from "@/lib/reviews/submitter-fixture";
import { startTestGate } from "./gate-fixture";

await createTestDatabase();
const agent = await addSubmitter();
const { url } = await startTestGate();
const open: Client[] = [];

const TOOLS = [
  "submit_message",
  "ask_for_a_person",
  "hold_status",
  "answer_question",
  "withdraw_hold",
  "redeem_release",
  "report_outcome",
];

async function connect(key: string, mode: "auto" | "legacy"): Promise<Client> {
  const client = new Client({ name: "test", version: "1" }, { versionNegotiation: { mode } });
  const headers = { authorization: `Bearer ${key}` };
  await client.connect(new StreamableHTTPClientTransport(new URL(`${url}/mcp`), { requestInit: { headers } }));
  open.push(client);
  return client;
}

afterEach(async () => {
  for (const client of open.splice(0)) await client.close();
});

function nest(depth: number): unknown {
  return depth === 0 ? 1 : [nest(depth - 1)];
}

async function use(client: Client, name: string, input: object): Promise<Record<string, unknown>> {
  const result = await client.callTool({ name, arguments: { ...input } });
  return { isError: result.isError === true, ...(result.structuredContent as Record<string, unknown>) };
}

describe.each(["auto", "legacy"] as const)("an MCP client (%s)", (mode) => {
  it("submits, waits, redeems and reports; what a reviewer edited is what it gets", async () => {
    const client = await connect(agent.key, mode);
    const names = (await client.listTools()).tools.map(({ name }) => name);
    for (const name of TOOLS) expect(names).toContain(name);
    const action = { type: "refund", amount: "40.00", currency: "EUR" };
    const held = await use(client, "submit_message", { text: COMPLAINT, channel: "email", reply: "Sorry.", action });
    expect(held).toMatchObject({ isError: false, outcome: "held", holdId: expect.any(String) });
    const { holdId } = held as { holdId: string };
    const waiting = use(client, "hold_status", { holdId, waitSeconds: 12 });
    const edited = { reply: "We are sorry.", action: { ...action, amount: "35.00" } };
    await approveAsReviewer(agent, holdId, edited);
    const status = await waiting;
    expect(status).toMatchObject({ isError: false, state: "released", verdict: "edited", release: { isEdited: true } });
    const { releaseId, digest } = status["release"] as { releaseId: string; digest: string };
    const redeemed = await use(client, "redeem_release", { releaseId, digest });
    expect(redeemed).toMatchObject({ isError: false, payload: edited, token: expect.stringMatching(/^ey/) });
    expect(await use(client, "redeem_release", { releaseId, digest })).toMatchObject({
      isError: true,
      code: "release_used",
      sentence: expect.any(String),
      fix: expect.any(String),
    });
    expect(await use(client, "report_outcome", { releaseId, outcome: "executed" })).toMatchObject({ isError: false });
    expect(await use(client, "hold_status", { holdId })).toMatchObject({ state: "executed" });
  }, 30_000);

  it("asks for a person, answers a reviewer's question, and withdraws", async () => {
    const client = await connect(agent.key, mode);
    const { holdId } = (await use(client, "ask_for_a_person", { channel: "phone", note: "In tears." })) as {
      holdId: string;
    };
    const reviewer = await addReviewer();
    await claimHeldItem(reviewer.ctx(), { itemId: holdId });
    await askAboutHeldItem(reviewer.ctx(), { itemId: holdId, to: { kind: "agent" }, text: "Why?" });
    const status = await use(client, "hold_status", { holdId, waitSeconds: 12 });
    expect(status).toMatchObject({ question: { text: "Why?" } });
    const { noteId } = status["question"] as { noteId: string };
    const answered = await use(client, "answer_question", { holdId, noteId, text: "A loss." });
    expect(answered).toMatchObject({ isError: false });
    expect(await use(client, "withdraw_hold", { holdId })).toMatchObject({ isError: false, state: "withdrawn" });
  }, 30_000);

  it("submits once with a key of its own", async () => {
    const client = await connect(agent.key, mode);
    const input = { text: ORDINARY, channel: "chat", idempotencyKey: `mcp-${mode}` };
    const first = await use(client, "submit_message", input);
    expect(await use(client, "submit_message", input)).toEqual(first);
    const other = await use(client, "submit_message", { ...input, text: COMPLAINT });
    expect(other).toMatchObject({ isError: true, code: "conflict" });
  });

  it.each([
    ["submit_message", { text: 5, channel: "email" }],
    ["submit_message", { text: "a", channel: "email", idempotencyKey: 5 }],
    ["submit_message", { text: "a", channel: "email", approvedBy: "Ada" }],
    ["submit_message", { text: "a", channel: "email", action: { type: "custom", name: "x", data: nest(200) } }],
    ["submit_message", { text: "a", channel: "email", reply: "\ud800" }],
    ["hold_status", { holdId: "x" }],
    ["redeem_release", { releaseId: "x", digest: "y" }],
  ])("is told what is wrong with %s as an error, and it is in the log", async (name, input) => {
    const client = await connect(agent.key, mode);
    const result = await use(client, name, input);
    expect(result).toMatchObject({ isError: true, code: "invalid_input", sentence: expect.any(String) });
    expect(await listEvents({ requestId: String(result["requestId"]) })).toMatchObject([{ action: "access.rejected" }]);
  });
});

describe("a suspended agent", () => {
  it("is shown no tool to act with, and is refused when it tries", async () => {
    const stopped = await addSubmitter();
    await suspendAgent(asSteward(), { agentId: stopped.agentId, note: "For a test." });
    const client = await connect(stopped.key, "auto");
    const names = (await client.listTools()).tools.map(({ name }) => name);
    for (const name of TOOLS) expect(names).not.toContain(name);
    const result = await use(client, "submit_message", { text: ORDINARY, channel: "email" });
    expect(result).toMatchObject({ isError: true, code: "agent_not_active", decisionId: expect.any(String) });
    const explained = await use(client, "explain_refusal", { decisionId: result["decisionId"] as string });
    expect(explained).toMatchObject({ decision: "deny", reason: "agent_not_active", fix: expect.any(String) });
  });
});
