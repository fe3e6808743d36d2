import pg from "pg";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { addTestPerson } from "@/lib/agents/agents-fixture";
import { createTestDatabase } from "@/lib/db/test-database";
import { reader } from "@/lib/db/reader";
import { freezeAccess } from "@/lib/freezes/freeze-access";
import { liftByTwo } from "@/lib/freezes/freezes-fixture";
import { listFreezes } from "@/lib/freezes/list-freezes";
import { addReader, listEvents, makeTestData, type TestAgent } from "@/lib/gateway/gateway-fixture";
import type { RequestContext } from "@/lib/identity/request-context";
import { testPerson } from "@/lib/identity/test-contexts";
import { listDrills } from "@/lib/policy/list-drills";
import { runDrill } from "@/lib/policy/run-drill";
import { callGate } from "./gate-fixture";
import { startGateProcess } from "./gate-process-fixture";

const database = await createTestDatabase();
const data = await makeTestData(
  "CREATE TABLE customers (id int PRIMARY KEY, name text); INSERT INTO customers SELECT i, 'Okonkwo' || i FROM generate_series(1, 5) i",
);
const gates = await Promise.all([startGateProcess(), startGateProcess(), startGateProcess()]);
afterAll(() => Promise.all(gates.map((gate) => gate.stop("SIGKILL"))));
const superuser = new pg.Client({ connectionString: database.superuserUrl });
await superuser.connect();
afterAll(() => superuser.end());

const reason = "Something looks wrong.";
let agent: TestAgent;
let admin: RequestContext;
beforeEach(async () => {
  admin = testPerson(["admin"], await addTestPerson(["admin"]));
  agent = await addReader(data, [{ dataset: "customers", fields: { id: "clear", name: "clear" } }]);
});

afterEach(async () => {
  for (const { id } of (await listFreezes(admin)).inForce) await liftByTwo(id);
});

const read = (url: string, { key }: TestAgent = agent) =>
  callGate(url, "POST", "/v1/read", { key, body: { dataset: "customers", purpose: "customer_support" } });
const codes = async (asked: TestAgent = agent) =>
  (await Promise.all(gates.map(({ url }) => read(url, asked)))).map(({ status, body }) => body["code"] ?? status);

/** Breaks connections of the gates as a restart of the database does. */
async function cut(application: string): Promise<number> {
  const { rowCount } = await superuser.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE $1 AND pid <> pg_backend_pid()",
    [application],
  );
  return rowCount ?? 0;
}

describe("a freeze with three gate processes", () => {
  it("is in force in each of them for the very next request, and a lift too", async () => {
    expect(await codes()).toEqual([200, 200, 200]);
    const freezeId = await freezeAccess(admin, { target: "agent", agentId: agent.agentId, reason });
    expect(await codes()).toEqual(["frozen_agent", "frozen_agent", "frozen_agent"]);
    await liftByTwo(freezeId);
    expect(await codes()).toEqual([200, 200, 200]);
  });

  it("gives no row to any request that is made after it, under load", async () => {
    let isOver = false;
    const answers: { hasRows: boolean; askedAt: number }[] = [];
    const load = Promise.all(
      gates.map(async ({ url }) => {
        while (!isOver) {
          const askedAt = performance.now();
          const { text } = await read(url);
          answers.push({ hasRows: text.includes("Okonkwo"), askedAt });
        }
      }),
    );
    const seen = (isAfter: (askedAt: number) => boolean) => answers.filter(({ askedAt }) => isAfter(askedAt));
    await expect.poll(() => seen(() => true).length, { timeout: 10_000 }).toBeGreaterThan(9);
    await freezeAccess(admin, { target: "source", sourceId: data.sourceId, reason });
    const frozenAt = performance.now();
    await expect.poll(() => seen((askedAt) => askedAt > frozenAt).length, { timeout: 10_000 }).toBeGreaterThan(9);
    isOver = true;
    await load;
    expect(seen((askedAt) => askedAt > frozenAt).filter(({ hasRows }) => hasRows)).toEqual([]);
    expect(answers.filter(({ hasRows }) => hasRows).length).toBeGreaterThan(5);
  });

  it("holds where the gates do not hear of it: their LISTEN connections are cut the moment before", async () => {
    expect(await codes()).toEqual([200, 200, 200]);
    expect(await cut("gatehouse-watch")).toBe(3);
    await freezeAccess(admin, { target: "agent", agentId: agent.agentId, reason });
    expect(await codes()).toEqual(["frozen_agent", "frozen_agent", "frozen_agent"]);
  });

  it("holds over a restart of the database: what cannot be confirmed is refused, and then it is frozen", async () => {
    await freezeAccess(admin, { target: "everything", reason });
    const asking = Promise.all(Array.from({ length: 4 }, () => codes()));
    expect(await cut("gatehouse-%")).toBeGreaterThan(3);
    for (const code of (await asking).flat()) expect(["frozen_everything", "unavailable"]).toContain(code);
    await expect.poll(() => codes(), { timeout: 5_000 }).toEqual(Array(3).fill("frozen_everything"));
  });

  it("is not needed for a policy that cannot be read: the agent is refused, and others are served", async () => {
    const other = await addReader(data, [{ dataset: "customers", fields: { id: "clear" } }]);
    await superuser.query("SET session_replication_role = replica");
    await superuser.query("UPDATE scope_version SET row_bound = '{\"broken\": true}' WHERE scope_id = $1", [
      agent.scopeIds[0],
    ]);
    await superuser.query("SET session_replication_role = origin");
    await superuser.query("UPDATE agent SET description = 'changed' WHERE id = $1", [agent.agentId]);
    expect(await codes()).toEqual(["unavailable", "unavailable", "unavailable"]);
    expect(await codes(other)).toEqual([200, 200, 200]);
  });
});

describe("a freeze drill", () => {
  it("freezes a canary for real, measures each process, lifts it and files the evidence", async () => {
    const { hasPassed, processes, obstacle } = await runDrill(admin, { agentId: agent.agentId });
    expect({ hasPassed, obstacle }).toEqual({ hasPassed: true, obstacle: null });
    expect(processes).toHaveLength(3);
    for (const { refusedMs, lastAllowedMs, refusalId } of processes) {
      expect(refusedMs).toBeLessThan(1_000);
      expect(lastAllowedMs).toBeLessThan(refusedMs ?? 0);
      const refusal = await reader().auditEvent.findUnique({
        where: { id: refusalId ?? "" },
        select: { reason: true },
      });
      expect(refusal?.reason).toBe("frozen_agent");
    }
    const done = (await listEvents({ action: "drill.done" })).at(-1);
    expect(done).toMatchObject({ outcome: "passed", agentId: agent.agentId, processes });
    expect(await codes()).toEqual([200, 200, 200]);
    expect((await listDrills(admin)).running).toHaveLength(3);
  });

  it("freezes nothing where a process could not have shown anything: the canary is refused before", async () => {
    const idle = await addReader(data, []);
    const { hasPassed, obstacle } = await runDrill(admin, { agentId: idle.agentId });
    expect({ hasPassed, obstacle }).toEqual({
      hasPassed: false,
      obstacle: expect.stringContaining("would show nothing"),
    });
    expect(await reader().freeze.count({ where: { agentId: idle.agentId } })).toBe(0);
    const done = (await listEvents({ action: "drill.done" })).at(-1);
    expect(done).toMatchObject({ outcome: "failed", agentId: idle.agentId });
  });

  it("runs one at a time", async () => {
    const tries = await Promise.allSettled([1, 2].map(() => runDrill(admin, { agentId: agent.agentId })));
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});
