import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commit } from "@/lib/audit/commit";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";
import { testContext, testPerson } from "@/lib/identity/test-contexts";
import { isSecretTokenShaped, newSecretToken } from "@/lib/runtime/secret-token";
import { addTestAgent, addTestPerson } from "./agents-fixture";
import { authenticateAgentKey } from "./authenticate-agent-key";
import { activateAgent } from "./activate-agent";
import { changeAgent } from "./change-agent";
import { issueAgentKey } from "./issue-agent-key";
import { listAgentKeys } from "./list-agent-keys";
import { listAgents } from "./list-agents";
import { registerAgent } from "./register-agent";
import { resumeAgent } from "./resume-agent";
import { retireAgent } from "./retire-agent";
import { revokeAgentKey } from "./revoke-agent-key";
import { suspendAgent } from "./suspend-agent";
import { addClearedVendor } from "@/lib/vendors/vendors-fixture";

await createTestDatabase();
const ownerId = await addTestPerson();
const sponsorId = await addTestPerson(["admin"]);
const steward = () => testPerson(["steward"], ownerId);
const facts = {
  description: "For a test",
  ownerId,
  sponsorId,
  model: "none",
  vendorId: await addClearedVendor({ ownerId }),
};

async function stateOf(agentId: string) {
  return (await reader().agent.findUniqueOrThrow({ where: { id: agentId }, select: { state: true } })).state;
}

describe("an agent", () => {
  it("starts as a draft and is activated by a person who may", async () => {
    const agentId = await registerAgent(steward(), { name: "Starts", ...facts });
    expect(await stateOf(agentId)).toBe("draft");
    await activateAgent(steward(), { agentId });
    expect(await stateOf(agentId)).toBe("active");
  });

  it("cannot take a name that is taken, and says which field is wrong", async () => {
    await registerAgent(steward(), { name: "Twice", ...facts });
    await expect(registerAgent(steward(), { name: "Twice", ...facts })).rejects.toMatchObject({
      code: "conflict",
      field: "name",
    });
  });

  it("is not activated while its sponsor is disabled", async () => {
    const leaver = await addTestPerson();
    const agentId = await registerAgent(steward(), { name: "Orphan", ...facts, sponsorId: leaver });
    await commit(testContext({ kind: "system", process: "cli" }), async (tx) => {
      await tx.person.update({ where: { id: leaver }, data: { status: "disabled" } });
      return { result: null, events: [{ action: "person.disabled", personId: leaver }] };
    });
    await expect(activateAgent(steward(), { agentId })).rejects.toMatchObject({
      code: "invalid_input",
      field: "sponsorId",
    });
    expect(await stateOf(agentId)).toBe("draft");
  });

  it("is not activated without a vendor, and does not lose it once it is active", async () => {
    const agentId = await registerAgent(steward(), { name: "Nobody's", ...facts, vendorId: "" });
    const refusal = { code: "invalid_input", field: "vendorId" };
    await expect(activateAgent(steward(), { agentId })).rejects.toMatchObject(refusal);
    expect(await stateOf(agentId)).toBe("draft");
    await changeAgent(steward(), { agentId, name: "Nobody's", ...facts });
    await activateAgent(steward(), { agentId });
    const without = { agentId, name: "Nobody's", ...facts, vendorId: null };
    await expect(changeAgent(steward(), without)).rejects.toMatchObject(refusal);
    const unknown = { ...without, vendorId: agentId };
    await expect(changeAgent(steward(), unknown)).rejects.toMatchObject(refusal);
  });

  it("is suspended by an admin, who cannot resume it without being a steward", async () => {
    const agentId = await addTestAgent(ownerId, sponsorId);
    const admin = testPerson(["admin"], sponsorId);
    await suspendAgent(admin, { agentId, note: "Odd reads" });
    expect(await stateOf(agentId)).toBe("suspended");
    await expect(resumeAgent(admin, { agentId })).rejects.toMatchObject({ code: "not_permitted" });
    await resumeAgent(steward(), { agentId });
    expect(await stateOf(agentId)).toBe("active");
  });

  it("stays retired", async () => {
    const agentId = await addTestAgent(ownerId, sponsorId);
    await retireAgent(steward(), { agentId });
    for (const verb of [activateAgent, resumeAgent, suspendAgent]) {
      await expect(verb(steward(), { agentId })).rejects.toMatchObject({ code: "conflict" });
    }
    await expect(issueAgentKey(steward(), { agentId, label: "late", daysValid: 1 })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("is changed once when two people suspend it at the same moment; the other is told", async () => {
    const agentId = await addTestAgent(ownerId, sponsorId);
    const results = await Promise.allSettled([1, 2, 3].map(() => suspendAgent(steward(), { agentId })));
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(await reader().auditEvent.count({ where: { agentId, action: "agent.state_changed" } })).toBe(2);
  });

  it("keeps before and after of a change in its event", async () => {
    const agentId = await registerAgent(steward(), { name: "Before", ...facts });
    await changeAgent(steward(), { agentId, name: "After", ...facts });
    const event = await reader().auditEvent.findFirstOrThrow({ where: { agentId, action: "agent.changed" } });
    expect(JSON.parse(event.text)).toMatchObject({ before: { name: "Before" }, after: { name: "After" } });
  });

  it("is found by a part of its name, whatever the case", async () => {
    await registerAgent(steward(), { name: "Findable Fixture", ...facts });
    const { rows } = await listAgents(steward(), { text: "findable fix" });
    expect(rows.map((row) => row.name)).toEqual(["Findable Fixture"]);
  });
});

describe("an agent key", () => {
  it("is stored as a digest only, and the key is in no event", async () => {
    const agentId = await addTestAgent(ownerId, sponsorId);
    const { key, keyId } = await issueAgentKey(steward(), { agentId, label: "first", daysValid: 30 });
    const stored = await reader().agentKey.findUniqueOrThrow({ where: { id: keyId } });
    expect(JSON.stringify(stored)).not.toContain(key.slice(8));
    const events = await reader().auditEvent.findMany({ where: { agentId } });
    expect(events.length).toBeGreaterThan(0);
    for (const event of events) expect(event.text).not.toContain(key.slice(8));
  });

  it("names its agent, and nobody when it was made up", async () => {
    const agentId = await addTestAgent(ownerId, sponsorId);
    const { key } = await issueAgentKey(steward(), { agentId, label: "first", daysValid: 30 });
    expect(await authenticateAgentKey(key)).toMatchObject({ agentId });
    expect(await authenticateAgentKey(newSecretToken("ghk"))).toBeNull();
    expect(await authenticateAgentKey(key.toUpperCase())).toBeNull();
    expect(await authenticateAgentKey("")).toBeNull();
  });

  it("can be rotated with several live at once, up to a number", async () => {
    const agentId = await addTestAgent(ownerId, sponsorId);
    for (const label of ["a", "b", "c", "d", "e"]) await issueAgentKey(steward(), { agentId, label, daysValid: 1 });
    await expect(issueAgentKey(steward(), { agentId, label: "f", daysValid: 1 })).rejects.toMatchObject({
      code: "conflict",
    });
    const [newest] = await listAgentKeys(steward(), agentId);
    if (newest === undefined) throw new Error("no key listed");
    await revokeAgentKey(steward(), { keyId: newest.id });
    await issueAgentKey(steward(), { agentId, label: "f", daysValid: 1 });
    expect((await listAgentKeys(steward(), agentId)).map((one) => one.status).sort()).toEqual([
      "live",
      "live",
      "live",
      "live",
      "live",
      "revoked",
    ]);
  });

  it("is refused by its check digits when a character is mistyped", () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 39 }), (at) => {
        const key = newSecretToken("ghk");
        const other = key[at] === "x" ? "y" : "x";
        expect(isSecretTokenShaped("ghk", key)).toBe(true);
        expect(isSecretTokenShaped("ghk", key.slice(0, at) + other + key.slice(at + 1))).toBe(false);
      }),
    );
  });
});
