import { describe, expect, it } from "vitest";
import { suspendAgent } from "@/lib/agents/suspend-agent";
import { asSteward } from "@/lib/catalog/test-discovery";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";
import { listEvents, makeTestData } from "@/lib/gateway/gateway-fixture";
import { submitMessage } from "./submit-message";
import { addReadingSubmitter, addSubmitter, ORDINARY } from "./submitter-fixture";

await createTestDatabase();
const data = await makeTestData(
  "CREATE TABLE customers (id int PRIMARY KEY, name text); CREATE TABLE secrets (id int PRIMARY KEY)",
  { customers: "id", secrets: "id" },
);
const agent = await addReadingSubmitter(data);
const countRows = () => reader().submission.count();

describe("what cannot be taken", () => {
  const deep = (): unknown => JSON.parse(`${"[".repeat(100)}${"]".repeat(100)}`);
  it.each([
    ["no message", {}, "text"],
    ["a message and a thread", { text: "a", thread: [{ from: "customer", text: "a" }] }, "text"],
    ["an unknown member", { text: "a", reviewer: "ada@example.com" }, undefined],
    ["an unknown channel", { text: "a", channel: "pigeon" }, "channel"],
    ["half a character", { text: "a\ud800" }, "text"],
    ["half a character in a reply", { text: "a", reply: "\udc00" }, "reply"],
    [
      "an amount that is a number",
      { text: "a", action: { type: "refund", amount: 40, currency: "EUR" } },
      "action.amount",
    ],
    [
      "a number that loses digits",
      { text: "a", action: { type: "custom", name: "x", data: { n: 2 ** 60 } } },
      "action.data",
    ],
    [
      "an infinite number",
      { text: "a", action: { type: "custom", name: "x", data: [Number("1e400")] } },
      "action.data",
    ],
    ["JSON nested without end", { text: "a", action: { type: "custom", name: "x", data: deep() } }, "action.data"],
    ["a reply that is none", { text: "a", action: { type: "reply" } }, "reply"],
    ["a drafter whom nobody knows", { text: "a", draftedBy: "nobody@example.org" }, "draftedBy"],
    ["another agent's decision", { text: "a", decisionIds: ["01a20bbf-2d8e-7000-8000-48b813aa0f78"] }, "decisionIds"],
    ["a customer of the wrong type", { text: "a", subject: { dataset: "customers", id: "Ada" } }, "subject.id"],
    ["a text without end", { text: "a".repeat(500_001) }, "text"],
  ])("%s is refused by its field, is in the log, and stores nothing", async (_, input, field) => {
    const before = await countRows();
    const ctx = agent.ctx();
    await expect(submitMessage(ctx, { channel: "email", ...input })).rejects.toMatchObject({
      code: "invalid_input",
      field,
    });
    expect(await listEvents({ requestId: ctx.requestId })).toMatchObject([
      { action: "access.rejected", door: "message", reason: "invalid_input" },
    ]);
    expect(await countRows()).toBe(before);
  });

  it.each(["secrets", "nothing_of_this_name"])(
    "a customer of a dataset that is not granted (%s) is refused alike",
    async (dataset) => {
      const ctx = agent.ctx();
      const refusal = submitMessage(ctx, { channel: "email", text: ORDINARY, subject: { dataset, id: 1 } });
      await expect(refusal).rejects.toMatchObject({
        code: "denied",
        reason: "dataset_not_granted",
        message: "No dataset of this name is granted to this agent.",
      });
      const events = await listEvents({ requestId: ctx.requestId });
      expect(events).toMatchObject([
        { action: "message.judged", decision: "deny", reason: "dataset_not_granted", subject: null },
      ]);
      expect(JSON.stringify(events)).not.toContain(dataset);
    },
  );

  it("a message of a suspended agent is denied with an event and nothing is stored", async () => {
    const idle = await addSubmitter();
    expect(await submitMessage(idle.ctx(), { channel: "chat", text: ORDINARY })).toMatchObject({ outcome: "proceed" });
    await suspendAgent(asSteward(), { agentId: idle.agentId, note: "For a test." });
    const before = await countRows();
    const ctx = idle.ctx();
    await expect(submitMessage(ctx, { channel: "chat", text: ORDINARY })).rejects.toMatchObject({
      reason: "agent_not_active",
    });
    expect(await listEvents({ requestId: ctx.requestId })).toMatchObject([
      { decision: "deny", reason: "agent_not_active" },
    ]);
    expect(await countRows()).toBe(before);
  });
});
