import { describe, expect, it } from "vitest";
import { addTestAgent, addTestPerson } from "@/lib/agents/agents-fixture";
import { issueAgentKey } from "@/lib/agents/issue-agent-key";
import { commit } from "@/lib/audit/commit";
import { record } from "@/lib/audit/record";
import { confirmFields } from "@/lib/catalog/confirm-fields";
import { createTestDatabase } from "@/lib/db/test-database";
import { testAgent, testContext, testPerson } from "@/lib/identity/test-contexts";
import { newId } from "@/lib/runtime/new-id";
import { grantScope } from "@/lib/scopes/grant-scope";
import { addTestDataset } from "@/lib/scopes/scopes-fixture";
import { getFirstSteps } from "./get-first-steps";
import { getPosture } from "./get-posture";
import { listAttention } from "./list-attention";

await createTestDatabase();
const HOUR_MS = 3_600_000;
const now = new Date();
const before = (hours: number) => new Date(now.getTime() - hours * HOUR_MS);
const inDays = (days: number) => new Date(now.getTime() + days * 24 * HOUR_MS).toISOString();
const steward = () => testPerson(["steward"], undefined, now);
const done = async () => (await getFirstSteps(steward())).filter(({ isDone }) => isDone).map(({ step }) => step);
const kinds = async (ctx = steward()) => (await listAttention(ctx)).map(({ kind }) => kind);

function disable(personId: string): Promise<void> {
  return commit(testContext({ kind: "system", process: "cli" }), async (tx) => {
    await tx.person.update({ where: { id: personId }, data: { status: "disabled" } });
    return { result: undefined, events: [{ action: "person.disabled", personId }] };
  });
}

/** One read of an agent as the gate writes it down, or one that it refused. */
async function writeAccess(agentId: string, at: Date, isRefused: boolean): Promise<void> {
  const ids = { agentId, keyId: newId(at), datasetId: newId(at), sourceId: newId(at) };
  const decided = { dataset: "customers", purpose: "customer_support", door: "read", fields: {}, limit: null } as const;
  const rest = { filterFields: [], orderFields: [], basis: { scopes: [], policyVersion: "1" } };
  const decision = isRefused ? "deny" : "allow";
  const reason = isRefused ? "purpose_not_allowed" : "granted";
  await record(testAgent(agentId, ids.keyId, at), [
    { action: "access.decided", ...ids, ...decided, ...rest, decision, reason },
  ]);
  if (isRefused) return;
  const released = { purpose: "customer_support", outcome: "released", rowCount: 1, durationMs: 1 } as const;
  await record(testAgent(agentId, ids.keyId, at), [
    { action: "access.completed", ...ids, ...released, decisionId: newId(at), subjects: [] },
  ]);
}

describe("the overview", () => {
  it("ticks a first step once it was done, in the order of the first five minutes", async () => {
    expect(await done()).toEqual([]);
    const datasetId = await addTestDataset("customers", [{ name: "id" }, { name: "email", category: "email" }]);
    expect(await done()).toEqual(["source"]);
    await confirmFields(steward(), { datasetId, fields: [{ name: "id", category: "none" }] });
    const personId = await addTestPerson();
    const agentId = await addTestAgent(personId, personId, "Reader");
    expect(await done()).toEqual(["source", "fields", "agent"]);
    const scope = {
      purposes: ["customer_support"],
      fields: { id: "clear" },
      rowsPerRequestMax: 5,
      note: "Test",
    } as const;
    await grantScope(steward(), { agentId, datasetId, ...scope, purposes: [...scope.purposes], expiresAt: inDays(13) });
    await issueAgentKey(steward(), { agentId, label: "short", daysValid: 3 });
    expect(await done()).toEqual(["source", "fields", "agent", "scope", "key"]);
    await writeAccess(agentId, before(30), false);
    expect(await done()).toEqual(["source", "fields", "agent", "scope", "key", "read"]);
  });

  it("names what ends within two weeks and what waits for a person's word", async () => {
    expect(await kinds()).toEqual(["scope_ending", "key_ending", "fields_unconfirmed"]);
    expect((await listAttention(steward())).at(-1)).toMatchObject({ datasets: 1, count: 1 });
  });

  it("names an agent whose sponsor is gone, before anything else", async () => {
    const sponsorId = await addTestPerson();
    await addTestAgent(await addTestPerson(), sponsorId, "Orphan");
    await disable(sponsorId);
    expect((await listAttention(steward()))[0]).toMatchObject({ kind: "sponsor_absent", agent: "Orphan" });
  });

  it("tells a reviewer nothing of the catalogue and the scopes", async () => {
    expect(await kinds(testPerson(["reviewer"], undefined, now))).toEqual(["sponsor_absent", "key_ending"]);
  });

  it("counts reads and refusals in the step of time that they happened in, and not the decisions before them", async () => {
    const personId = await addTestPerson();
    const agentId = await addTestAgent(personId, personId, "Counted");
    await writeAccess(agentId, now, false);
    await writeAccess(agentId, now, true);
    await writeAccess(agentId, before(2), true);
    const { hours, days, agents } = await getPosture(steward());
    expect(hours).toHaveLength(24);
    expect(hours.at(-1)).toMatchObject({ reads: 1, refusals: 1 });
    expect(hours.at(-3)).toMatchObject({ reads: 0, refusals: 1 });
    expect(days).toHaveLength(7);
    expect(days.reduce((total, day) => total + day.reads, 0)).toBe(2);
    expect(days.reduce((total, day) => total + day.refusals, 0)).toBe(2);
    expect(agents).toEqual({ draft: 0, active: 3, suspended: 0, retired: 0 });
  });

  it("is closed to an agent and to whoever is not signed in", async () => {
    await expect(listAttention(testAgent(newId(now), newId(now)))).rejects.toMatchObject({ code: "not_permitted" });
    await expect(getPosture(testContext({ kind: "anonymous" }))).rejects.toMatchObject({ code: "not_signed_in" });
  });
});
