import { beforeAll, describe, expect, it } from "vitest";
import { addTestAgent } from "@/lib/agents/agents-fixture";
import { toStoredEvent } from "@/lib/audit/stored-event";
import { reader } from "@/lib/db/reader";
import { getWriterPool } from "@/lib/db/pool";
import { createTestDatabase } from "@/lib/db/test-database";
import type { RequestContext } from "@/lib/identity/request-context";
import { newSystemContext } from "@/lib/identity/new-context";
import type { PersonId } from "@/lib/kernel/ids";
import { setRoles } from "@/lib/people/set-roles";
import { signInAs } from "@/lib/people/test-person";
import { approveWidening } from "./approve-widening";
import { changeScope } from "./change-scope";
import { countWaitingWidenings } from "./count-waiting-widenings";
import { getScope } from "./get-scope";
import { getWidening } from "./get-widening";
import { grantScope, type GrantScopeInput } from "./grant-scope";
import { listWidenings } from "./list-widenings";
import { rejectWidening } from "./reject-widening";
import { revokeScope } from "./revoke-scope";
import { addTestDataset } from "./scopes-fixture";
import { submitScope } from "./submit-scope";
import { switchTwoPersonRule } from "./switch-two-person-rule";
import { withdrawWidening } from "./withdraw-widening";

await createTestDatabase();
const { ctx: steward } = await signInAs(["steward"]);
const { ctx: second } = await signInAs(["steward"]);
const { ctx: admin } = await signInAs(["admin"]);
const { ctx: otherAdmin } = await signInAs(["admin"]);
function personOf({ actor }: RequestContext): PersonId {
  if (actor.kind !== "person") throw new Error("no person");
  return actor.personId;
}
const agentId = await addTestAgent(personOf(steward), personOf(steward), "Reader");
const datasetId = await addTestDataset(
  "customers",
  [
    { name: "id", dataType: "uuid", keyPosition: 1, category: "identifier" },
    { name: "email", category: "email" },
  ],
  "id",
);

const system = newSystemContext("start");
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const END = inDays(30);
const note = "For a test";

type Terms = Omit<GrantScopeInput, "agentId" | "datasetId">;
const terms = (over: Partial<Terms> = {}): Terms => ({
  purposes: ["customer_support"],
  fields: { id: "clear", email: "mask" },
  rowsPerRequestMax: 50,
  expiresAt: END,
  note,
  ...over,
});
const wish = (over: Partial<Terms> = {}): GrantScopeInput => ({ agentId, datasetId, ...terms(over) });

/** A scope of an agent of its own, so that no other overlaps with it. */
async function granted(over: Partial<Terms> = {}) {
  const own = await addTestAgent(personOf(steward), personOf(steward));
  return { agentId: own, scopeId: await grantScope(system, { ...wish(over), agentId: own }) };
}

async function proposed(over: Partial<Terms> = { fields: { id: "clear", email: "clear" } }) {
  const { scopeId } = await granted();
  const submitted = await submitScope(steward, { ...terms(over), scopeId, versionSeen: 1 });
  if (submitted.kind !== "proposed") throw new Error("it is in force");
  return { scopeId, wideningId: submitted.wideningId };
}

async function refusals(wideningId: string): Promise<unknown[]> {
  const rows = await reader().auditEvent.findMany({ where: { action: "widening.refused" }, orderBy: { id: "asc" } });
  return rows
    .map(({ text }) => toStoredEvent(text))
    .flatMap((event) => (event.action === "widening.refused" && event.wideningId === wideningId ? [event.reason] : []));
}

describe("while the two-person rule is off", () => {
  it("a scope is in force at once", async () => {
    expect(await submitScope(steward, wish())).toMatchObject({ kind: "in_force", version: 1 });
    expect((await listWidenings(steward, {})).rows).toEqual([]);
  });
});

describe("while the two-person rule is on", () => {
  beforeAll(async () => {
    expect(await switchTwoPersonRule(admin, { isOn: true, note })).toEqual({ wideningId: null });
  });

  it("a new scope waits, and nothing is granted by it", async () => {
    const before = await reader().scope.count();
    const submitted = await submitScope(steward, wish());
    expect(submitted.kind).toBe("proposed");
    expect(await reader().scope.count()).toBe(before);
    await expect(grantScope(steward, wish())).rejects.toMatchObject({ code: "conflict" });
  });

  it.each<[string, Partial<Terms>]>([
    ["an added field", { fields: { id: "clear", email: "mask" } }],
    ["a looser treatment", { fields: { id: "clear" } }],
    ["another purpose", { purposes: ["customer_support", "billing"] }],
    ["a longer life", { expiresAt: inDays(60) }],
    ["more rows", { rowsPerRequestMax: 51 }],
    ["a bound taken away", { rowBound: [] }],
    ["no case any more", { requiresCase: false }],
  ])("%s waits for a second person", async (_, over) => {
    const first = terms({
      fields: { id: "redact" },
      rowBound: [{ field: "email", op: "is_not_null" }],
      requiresCase: true,
    });
    const { scopeId } = await granted(first);
    const submitted = await submitScope(steward, { ...first, ...over, scopeId, versionSeen: 1 });
    expect(submitted.kind).toBe("proposed");
    expect((await getScope(steward, scopeId)).version).toBe(1);
    await expect(changeScope(steward, { ...first, ...over, scopeId, versionSeen: 1 })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("what only narrows is in force at once, and so is the end of a scope", async () => {
    const { scopeId } = await granted();
    const narrower = terms({ fields: { id: "mask" }, rowsPerRequestMax: 10, expiresAt: inDays(3), requiresCase: true });
    expect(await submitScope(steward, { ...narrower, scopeId, versionSeen: 1 })).toMatchObject({ version: 2 });
    expect(await revokeScope(steward, { scopeId, note })).toMatchObject({ kind: "in_force" });
  });

  it("ending a strict scope beside a loose one waits, because the agent would see more", async () => {
    const { agentId: own, scopeId: loose } = await granted({ fields: { id: "clear", email: "clear" } });
    const strict = await grantScope(system, { ...wish({ fields: { id: "clear" } }), agentId: own });
    const submitted = await revokeScope(steward, { scopeId: strict, note });
    if (submitted.kind !== "proposed") throw new Error("it ended");
    const { loosened } = await getWidening(second, submitted.wideningId);
    expect(loosened).toEqual(["customer_support"]);
    expect(await revokeScope(steward, { scopeId: loose, note })).toMatchObject({ kind: "in_force" });
    await approveWidening(second, { wideningId: submitted.wideningId, note });
    expect((await getScope(steward, strict)).status).toBe("revoked");
  });

  it("another person's approval puts it in force, as the proposer's version, with both in the log", async () => {
    const { scopeId, wideningId } = await proposed();
    expect(await getWidening(second, wideningId)).toMatchObject({
      changes: [{ part: "field", field: "email", before: "mask", after: "clear", direction: "widens" }],
      facts: { state: "waiting", isOwn: false, isStale: false },
    });
    expect(await approveWidening(second, { wideningId, note: "Agreed" })).toEqual({ scopeId });
    const { versions } = await getScope(steward, scopeId);
    expect(versions[0]).toMatchObject({ number: 2, fields: { email: "clear" } });
    const stored = await reader().scopeVersion.findFirstOrThrow({ where: { scopeId, number: 2 } });
    expect(stored.createdById).toBe(personOf(steward));
    const event = await reader().auditEvent.findFirstOrThrow({
      where: { action: "widening.approved", text: { contains: wideningId } },
    });
    expect(event.actorId).toBe(personOf(second));
    expect(toStoredEvent(event.text)).toMatchObject({ proposedById: personOf(steward), scopeId });
  });

  it("whoever proposed it cannot approve or reject it, and the attempt is in the log", async () => {
    const { scopeId, wideningId } = await proposed();
    await expect(approveWidening(steward, { wideningId, note })).rejects.toMatchObject({ code: "not_permitted" });
    await expect(rejectWidening(steward, { wideningId, note })).rejects.toMatchObject({ code: "not_permitted" });
    expect(await refusals(wideningId)).toEqual(["not_permitted", "not_permitted"]);
    expect((await getScope(steward, scopeId)).version).toBe(1);
  });

  it("is approved once, even when two people do so at the same moment", async () => {
    const { scopeId, wideningId } = await proposed();
    const tries = await Promise.allSettled([
      approveWidening(second, { wideningId, note }),
      approveWidening(admin, { wideningId, note }),
    ]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await getScope(steward, scopeId)).version).toBe(2);
    await expect(approveWidening(second, { wideningId, note })).rejects.toMatchObject({ code: "conflict" });
  });

  it("cannot be approved once the scope changed, and says what changed", async () => {
    const { scopeId, wideningId } = await proposed();
    await submitScope(second, { ...terms({ rowsPerRequestMax: 5 }), scopeId, versionSeen: 1 });
    await expect(approveWidening(second, { wideningId, note })).rejects.toMatchObject({ code: "conflict" });
    const { meanwhile, facts } = await getWidening(second, wideningId);
    expect(meanwhile).toMatchObject([{ part: "rows_per_request", before: 50, after: 5 }]);
    expect(facts.isStale).toBe(true);
    expect((await getScope(steward, scopeId)).version).toBe(2);
    await rejectWidening(second, { wideningId, note });
  });

  it("cannot be approved once the proposer lost the role", async () => {
    const { ctx: leaver } = await signInAs(["steward"]);
    const { scopeId } = await granted();
    const submitted = await submitScope(leaver, { ...terms({ rowsPerRequestMax: 60 }), scopeId, versionSeen: 1 });
    if (submitted.kind !== "proposed") throw new Error("it is in force");
    await setRoles(admin, { personId: personOf(leaver), roles: ["reviewer"] });
    const { wideningId } = submitted;
    await expect(approveWidening(second, { wideningId, note })).rejects.toMatchObject({ code: "conflict" });
  });

  it("is rejected or withdrawn without any change, and not decided again", async () => {
    const first = await proposed();
    await rejectWidening(second, { wideningId: first.wideningId, note: "Too much" });
    const other = await proposed();
    await expect(withdrawWidening(second, other)).rejects.toMatchObject({ code: "not_permitted" });
    await withdrawWidening(steward, other);
    for (const { scopeId, wideningId } of [first, other]) {
      expect((await getScope(steward, scopeId)).version).toBe(1);
      await expect(approveWidening(second, { wideningId, note })).rejects.toMatchObject({ code: "conflict" });
    }
  });

  it("is counted for whoever may decide it", async () => {
    const before = { second: await countWaitingWidenings(second), steward: await countWaitingWidenings(steward) };
    await proposed();
    const after = { second: await countWaitingWidenings(second), steward: await countWaitingWidenings(steward) };
    expect(after.second).toEqual({ all: before.second.all + 1, others: before.second.others + 1 });
    expect(after.steward).toEqual({ all: before.steward.all + 1, others: before.steward.others });
    const { rows } = await listWidenings(steward, {});
    expect(rows.filter(({ isOwn }) => !isOwn)).toHaveLength(after.steward.others);
  });

  it("cannot be approved by its author even by writing to the database as the application", async () => {
    const { wideningId } = await proposed();
    const forge = `UPDATE widening SET state = 'approved', decided_by_id = proposed_by_id WHERE id = '${wideningId}'`;
    await expect(getWriterPool().query(forge)).rejects.toThrow(/widening_is_decided_by_another/);
    const swap = `UPDATE widening SET proposed = '{}' WHERE id = '${wideningId}'`;
    await expect(getWriterPool().query(swap)).rejects.toThrow(/never changed/);
  });

  it("is switched off by two admins only", async () => {
    const { wideningId } = await switchTwoPersonRule(admin, { isOn: false, note });
    if (wideningId === null) throw new Error("it is off");
    await expect(switchTwoPersonRule(otherAdmin, { isOn: false, note })).rejects.toMatchObject({ code: "conflict" });
    await expect(approveWidening(admin, { wideningId, note })).rejects.toMatchObject({ code: "not_permitted" });
    await expect(approveWidening(steward, { wideningId, note })).rejects.toMatchObject({ code: "not_permitted" });
    await approveWidening(otherAdmin, { wideningId, note });
    expect(await submitScope(steward, wish())).toMatchObject({ kind: "in_force" });
  });
});
