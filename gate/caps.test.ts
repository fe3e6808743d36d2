import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { setAgentCaps } from "@/lib/agents/set-agent-caps";
import { createTestDatabase } from "@/lib/db/test-database";
import { runSql } from "@/lib/catalog/test-discovery";
import {
  addReader,
  grantTestScope,
  listEvents,
  makeTestData,
  type TestAgent,
  type TestScope,
} from "@/lib/gateway/gateway-fixture";
import { readDataset } from "@/lib/gateway/read-dataset";
import { newSystemContext } from "@/lib/identity/new-context";
import { testPerson } from "@/lib/identity/test-contexts";
import { listAlerts } from "@/lib/notices/list-alerts";
import { reader } from "@/lib/db/reader";
import { listCapUse } from "@/lib/scopes/list-cap-use";
import { removePastUse } from "@/lib/scopes/remove-past-use";
import { callGate } from "./gate-fixture";
import { startGateProcess } from "./gate-process-fixture";

const database = await createTestDatabase();
const data = await makeTestData(
  `CREATE TABLE visits (id int PRIMARY KEY, customer int, note text);
   INSERT INTO visits SELECT i, i % 50, 'Note ' || i FROM generate_series(1, 1000) i;
   CREATE TABLE things (id int PRIMARY KEY, name text);
   INSERT INTO things SELECT i, 'Thing ' || i FROM generate_series(1, 20) i`,
  { visits: "customer" },
);
const gates = await Promise.all([startGateProcess(), startGateProcess()]);
afterAll(() => Promise.all(gates.map((gate) => gate.stop("SIGKILL"))));
const purpose = "customer_support";
const steward = testPerson(["steward"]);
const VISITS: TestScope = { dataset: "visits", fields: { id: "clear", customer: "clear" } };

const read = (agent: TestAgent, query: object = {}) =>
  readDataset(agent.ctx(), { dataset: "visits", purpose, limit: 1, ...query }).then(
    ({ rows }) => rows.length,
    (error: unknown) => Reflect.get(Object(error), "reason") as string,
  );
const customers = (...ids: number[]) => ({ where: [{ field: "customer", op: "in", value: ids }], limit: 100 });

async function countReleased({ agentId }: TestAgent): Promise<{ rows: number; subjects: number }> {
  const events = await listEvents({ agentId, action: "access.completed" });
  const released = events.flatMap((event) =>
    event.action === "access.completed" && event.outcome === "released" ? [event] : [],
  );
  return {
    rows: released.reduce((sum, { rowCount }) => sum + rowCount, 0),
    subjects: new Set(released.flatMap(({ subjects }) => subjects)).size,
  };
}
const alertsOf = async ({ agentId }: TestAgent) =>
  (await listAlerts(steward, {})).rows.filter(({ agent }) => agent?.id === agentId).map(({ topic }) => topic);

describe("a cap of rows a day", () => {
  it("releases exactly what it holds to 200 requests at once through two gate processes, and not a row more", async () => {
    const agent = await addReader(data, [{ ...VISITS, rowsPerDayMax: 60 }]);
    const body = { dataset: "visits", purpose, limit: 1 };
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        callGate(gates[index % 2]?.url ?? "", "POST", "/v1/read", { key: agent.key, body }),
      ),
    );
    const given = answers.filter(({ status }) => status === 200);
    expect(given).toHaveLength(60);
    for (const { status, body: problem } of answers.filter((one) => one.status !== 200))
      expect([status, problem["code"]]).toEqual([403, "rows_per_day_reached"]);
    expect(await countReleased(agent)).toMatchObject({ rows: 60 });
    expect(await listCapUse(steward, agent.agentId)).toMatchObject([{ rows: 60, rowsMax: 60 }]);
    await expect.poll(() => alertsOf(agent)).toEqual(expect.arrayContaining(["cap_near", "cap_reached"]));
  });

  it("refuses a page that is larger than what is left, says how much is left, and gives that", async () => {
    const agent = await addReader(data, [{ ...VISITS, rowsPerDayMax: 10 }]);
    expect(await read(agent, { limit: 7 })).toBe(7);
    await expect(readDataset(agent.ctx(), { dataset: "visits", purpose, limit: 7 })).rejects.toMatchObject({
      reason: "rows_per_day_reached",
      message: expect.stringContaining("3 are left"),
    });
    expect(await read(agent, { limit: 3 })).toBe(3);
    expect(await read(agent)).toBe("rows_per_day_reached");
    const ends = (await listEvents({ agentId: agent.agentId })).filter(({ action }) => action !== "alert.raised");
    // The last was refused before the source was asked: this process knows that the day is used up.
    expect(ends.at(-1)).toMatchObject({
      action: "access.decided",
      decision: "deny",
      reason: "rows_per_day_reached",
      it: "0",
    });
    expect(await countReleased(agent)).toMatchObject({ rows: 10 });
  });

  it("of the agent counts over all its scopes, and what one cap refuses is counted at none", async () => {
    const agent = await addReader(data, [
      { ...VISITS, rowsPerDayMax: 100 },
      { dataset: "things", fields: { name: "clear" } },
    ]);
    await setAgentCaps(steward, { agentId: agent.agentId, rowsPerDayMax: 8 });
    expect(await read(agent, { limit: 5 })).toBe(5);
    expect(await read(agent, { dataset: "things", limit: 2 })).toBe(2);
    expect(await read(agent, { limit: 2 })).toBe("rows_per_day_reached");
    expect(await listCapUse(steward, agent.agentId)).toMatchObject([
      { scopeId: null, rows: 7, rowsMax: 8 },
      { dataset: "visits", rows: 5, rowsMax: 100 },
    ]);
  });

  it("does not stop the day after", async () => {
    const agent = await addReader(data, [
      { ...VISITS, rowsPerDayMax: 1, expiresAt: new Date(Date.now() + 3 * 86_400_000) },
    ]);
    expect([await read(agent), await read(agent)]).toEqual([1, "rows_per_day_reached"]);
    const tomorrow = { ...agent.ctx(), now: new Date(Date.now() + 12 * 3_600_000) };
    const isTomorrow = tomorrow.now.getUTCDate() !== new Date().getUTCDate();
    const again = readDataset(tomorrow, { dataset: "visits", purpose, limit: 1 });
    if (isTomorrow) expect((await again).rows).toHaveLength(1);
    else await expect(again).rejects.toMatchObject({ reason: "rows_per_day_reached" });
  });
});

describe("a cap of customers a day", () => {
  it("lets an agent see so many different ones, those again as often as it likes, and no other", async () => {
    const agent = await addReader(data, [{ ...VISITS, subjectsPerDayMax: 3 }]);
    expect(await read(agent, customers(1, 2))).toBe(40);
    expect(await read(agent, customers(1))).toBe(20);
    expect(await read(agent, customers(3, 4))).toBe("subjects_per_day_reached");
    expect(await read(agent, customers(3))).toBe(20);
    expect(await read(agent, customers(4))).toBe("subjects_per_day_reached");
    expect(await read(agent, customers(2, 3))).toBe(40);
    expect(await countReleased(agent)).toMatchObject({ subjects: 3 });
    expect(await alertsOf(agent)).toEqual(expect.arrayContaining(["cap_reached"]));
  });

  it("cannot be passed by many requests at once, each about another one", async () => {
    const agent = await addReader(data, [{ ...VISITS, subjectsPerDayMax: 10 }]);
    const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => read(agent, customers(index))));
    expect(answers.filter((answer) => answer === 20)).toHaveLength(10);
    expect(await countReleased(agent)).toEqual({ rows: 200, subjects: 10 });
  });

  it("needs a dataset that names its customers", async () => {
    const agent = await addReader(data, []);
    const granting = grantTestScope(agent.agentId, data, {
      dataset: "things",
      fields: { name: "clear" },
      subjectsPerDayMax: 3,
    });
    await expect(granting).rejects.toMatchObject({ field: "subjectsPerDayMax" });
  });
});

describe("what is counted", () => {
  let agent: TestAgent;
  beforeEach(async () => {
    agent = await addReader(data, [{ ...VISITS, rowsPerDayMax: 100, subjectsPerDayMax: 100 }]);
  });

  it("names customers by pseudonyms alone, and not beyond the next day", async () => {
    await read(agent, customers(7));
    const [row] = await reader().capSubject.findMany({ where: { holderId: agent.scopeIds[0] ?? "" } });
    expect(row?.subjectRef).toMatch(/^sub_[0-9a-f]{32}$/);
    await runSql(database.superuserUrl, "UPDATE cap_subject SET day = day - 3");
    expect(await removePastUse(newSystemContext("jobs"))).toEqual({ days: 1 });
    expect(await reader().capSubject.count()).toBe(0);
    expect(await removePastUse(newSystemContext("jobs"))).toEqual({ days: 0 });
  });

  it("is not what a decision without a read asks about, nor a read that fails", async () => {
    expect(await read(agent, { where: [{ field: "id", op: "eq", value: "x" }] })).toBeUndefined();
    expect(await listCapUse(steward, agent.agentId)).toMatchObject([{ rows: 0, subjects: 0 }]);
  });
});
