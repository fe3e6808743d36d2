import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addTestPerson } from "@/lib/agents/agents-fixture";
import { createTestDatabase } from "@/lib/db/test-database";
import { reader } from "@/lib/db/reader";
import { describeAgent } from "@/lib/gateway/describe-agent";
import { addReader, listEvents, makeTestData, type TestAgent } from "@/lib/gateway/gateway-fixture";
import { readDataset } from "@/lib/gateway/read-dataset";
import { testPerson } from "@/lib/identity/test-contexts";
import type { RequestContext } from "@/lib/identity/request-context";
import type { VendorId } from "@/lib/kernel/ids";
import { newId } from "@/lib/runtime/new-id";
import { AccessDenied } from "@/lib/policy/access-denied";
import { addSubprocessor } from "@/lib/vendors/add-subprocessor";
import { addClearedVendor } from "@/lib/vendors/vendors-fixture";
import { approveLift } from "./approve-lift";
import { freezeAccess, type FreezeAccessInput } from "./freeze-access";
import { liftByTwo } from "./freezes-fixture";
import { listFreezeChoices } from "./list-freeze-choices";
import { listFreezes } from "./list-freezes";
import { proposeLift } from "./propose-lift";

const database = await createTestDatabase();
const data = await makeTestData(
  `CREATE TABLE customers (id int PRIMARY KEY, name text);
   INSERT INTO customers VALUES (1, 'Okonkwo'), (2, 'Marsh');
   CREATE VIEW slow AS SELECT id, name, pg_sleep(0.4)::text AS waited FROM customers`,
);
const reason = "Something looks wrong.";
const ASK = { dataset: "customers", purpose: "customer_support" };

let admin: RequestContext;
let agent: TestAgent;
beforeEach(async () => {
  admin = testPerson(["admin"], await addTestPerson(["admin"]));
  agent = await addReader(data, [
    { dataset: "customers", fields: { id: "clear", name: "clear" } },
    { dataset: "slow", fields: { id: "clear", waited: "clear" } },
  ]);
});

afterEach(async () => {
  for (const { id } of (await listFreezes(admin)).inForce) await liftByTwo(id);
});

async function reasonOf(reading: Promise<unknown>): Promise<string> {
  const error: unknown = await reading.catch((thrown: unknown) => thrown);
  return error instanceof AccessDenied ? error.reason : "granted";
}

async function vendorOf({ agentId }: TestAgent): Promise<string> {
  const { vendorId } = await reader().agent.findUniqueOrThrow({ where: { id: agentId }, select: { vendorId: true } });
  return vendorId ?? "";
}

describe("a freeze", () => {
  it("stops everything, a vendor, a source or an agent from the next request on, and says which, until two people lift it", async () => {
    const other = await addReader(data, [{ dataset: "customers", fields: { id: "clear" } }]);
    const rows: [string, FreezeAccessInput, boolean][] = [
      ["frozen_everything", { target: "everything", reason }, true],
      ["frozen_vendor", { target: "vendor", vendorId: await vendorOf(agent), reason }, true],
      ["frozen_source", { target: "source", sourceId: data.sourceId, reason }, true],
      ["frozen_agent", { target: "agent", agentId: agent.agentId, reason }, false],
    ];
    for (const [code, input, isOtherStopped] of rows) {
      expect(await reasonOf(readDataset(agent.ctx(), ASK))).toBe("granted");
      const freezeId = await freezeAccess(admin, input);
      expect(await reasonOf(readDataset(agent.ctx(), ASK))).toBe(code);
      expect(await reasonOf(readDataset(other.ctx(), ASK))).toBe(isOtherStopped ? code : "granted");
      const me = await describeAgent(agent.ctx());
      expect([me.obstacle?.code ?? code, me.datasets]).toEqual([code, []]);
      await liftByTwo(freezeId);
    }
    expect(await reasonOf(readDataset(agent.ctx(), ASK))).toBe("granted");
  });

  it("of a vendor stops the agents of those that work through it too", async () => {
    const behind = newId(new Date()) as VendorId;
    await addClearedVendor({ vendorId: behind, name: `Behind ${agent.name}` });
    const front = await vendorOf(agent);
    await addSubprocessor(testPerson(["steward"]), {
      vendorId: front,
      subprocessorId: behind,
      service: "Hosting",
      reach: "some_categories",
      categories: ["credential"],
    });
    await freezeAccess(admin, { target: "vendor", vendorId: behind, reason });
    expect(await reasonOf(readDataset(agent.ctx(), ASK))).toBe("frozen_vendor");
    const choices = await listFreezeChoices(admin);
    const stopped = await reader().agent.count({ where: { vendorId: front, state: "active" } });
    for (const vendorId of [behind, front])
      expect(choices.vendors.find(({ id }) => id === vendorId)?.agentCount).toBe(stopped);
  });

  it("during a running read lets nothing of it out, and the log says why", async () => {
    const reading = readDataset(agent.ctx(), { ...ASK, dataset: "slow", fields: ["id", "waited"] });
    const refused = reasonOf(reading);
    await expect
      .poll(() => listEvents({ agentId: agent.agentId, action: "access.decided" }), { interval: 10 })
      .toHaveLength(1);
    await freezeAccess(admin, { target: "agent", agentId: agent.agentId, reason });
    expect(await refused).toBe("frozen_agent");
    const ends = await listEvents({ agentId: agent.agentId, action: "access.completed" });
    expect(ends).toEqual([
      expect.objectContaining({ outcome: "failed", reason: "frozen_agent", rowCount: 0, subjects: [] }),
    ]);
  });

  it("of another agent during a running read does not disturb it", async () => {
    const other = await addReader(data, []);
    const reading = readDataset(agent.ctx(), { ...ASK, dataset: "slow", fields: ["id", "waited"] });
    await expect
      .poll(() => listEvents({ agentId: agent.agentId, action: "access.decided" }), { interval: 10 })
      .toHaveLength(1);
    await freezeAccess(admin, { target: "agent", agentId: other.agentId, reason });
    expect((await reading).rows).toHaveLength(2);
  });

  it("is set once: a second is told that it is there", async () => {
    const input: FreezeAccessInput = { target: "agent", agentId: agent.agentId, reason };
    const tries = await Promise.allSettled([1, 2, 3, 4].map(() => freezeAccess(admin, input)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(freezeAccess(admin, input)).rejects.toMatchObject({
      code: "conflict",
      message: "It is frozen already.",
    });
    expect((await listFreezes(admin)).inForce.filter(({ thing }) => thing?.id === agent.agentId)).toHaveLength(1);
  });

  it("needs a reason, a thing that is there, and somebody who may", async () => {
    await expect(freezeAccess(admin, { target: "everything", reason: " " })).rejects.toMatchObject({ field: "reason" });
    const agentId = "01a20b9d-0000-7000-8000-000000000000";
    await expect(freezeAccess(admin, { target: "agent", agentId, reason })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(freezeAccess(testPerson(["reviewer"]), { target: "everything", reason })).rejects.toMatchObject({
      code: "not_permitted",
    });
  });
});

describe("lifting a freeze", () => {
  it("takes a reason and two people: who proposed it cannot approve it, and nobody approves what is not proposed", async () => {
    const freezeId = await freezeAccess(admin, { target: "agent", agentId: agent.agentId, reason });
    await expect(approveLift(admin, { freezeId })).rejects.toMatchObject({ code: "conflict" });
    await expect(proposeLift(admin, { freezeId, reason: "" })).rejects.toMatchObject({ field: "reason" });
    await proposeLift(admin, { freezeId, reason: "It was a false alarm." });
    await expect(approveLift(admin, { freezeId })).rejects.toMatchObject({
      code: "conflict",
      message: "You proposed to lift it, so a second admin must approve.",
    });
    expect(await reasonOf(readDataset(agent.ctx(), ASK))).toBe("frozen_agent");
    const second = testPerson(["admin"], await addTestPerson(["admin"]));
    await approveLift(second, { freezeId });
    await expect(approveLift(second, { freezeId })).rejects.toMatchObject({ code: "conflict" });
    expect(await reasonOf(readDataset(agent.ctx(), ASK))).toBe("granted");
    const lifted = (await listFreezes(admin)).lifted.find(({ id }) => id === freezeId);
    expect(lifted).toMatchObject({
      lift: { reason: "It was a false alarm." },
      lifted: { by: { name: expect.any(String) } },
    });
  });

  it("by the person who proposed it is refused by the database itself, and a freeze is never changed or removed", async () => {
    const freezeId = await freezeAccess(admin, { target: "agent", agentId: agent.agentId, reason });
    await proposeLift(admin, { freezeId, reason: "It was a false alarm." });
    const client = new pg.Client({ connectionString: database.superuserUrl });
    await client.connect();
    try {
      const run = (sql: string) => client.query(sql, [freezeId]);
      await expect(
        run('UPDATE "freeze" SET lifted_at = now(), lifted_by_id = lift_proposed_by_id WHERE id = $1'),
      ).rejects.toThrow("freeze_is_lifted_by_two");
      await expect(run('UPDATE "freeze" SET lifted_at = now() WHERE id = $1')).rejects.toThrow(
        "freeze_is_lifted_by_two",
      );
      await expect(run('DELETE FROM "freeze" WHERE id = $1')).rejects.toThrow("never changed or removed");
      await expect(run("UPDATE \"freeze\" SET reason = 'x' WHERE id = $1")).rejects.toThrow("never changed or removed");
    } finally {
      await client.end();
    }
  });
});
