import { describe, expect, test } from "vitest";
import { commit } from "@/lib/audit/commit";
import { reader } from "@/lib/db/reader";
import { createTestDatabase, createTestSource, type TestSource } from "@/lib/db/test-database";
import { newSystemContext } from "@/lib/identity/new-context";
import { testPerson } from "@/lib/identity/test-contexts";
import type { DiscoveryRunId, SourceId } from "@/lib/kernel/ids";
import { cancelDiscovery } from "./cancel-discovery";
import { changeSource } from "./change-source";
import { findDiscoveryRun } from "./find-discovery-run";
import { listDiscoveryRuns } from "./list-discovery-runs";
import { listInterruptedDiscoveries } from "./list-interrupted-discoveries";
import { requestDiscovery } from "./request-discovery";
import { runDiscovery } from "./run-discovery";
import { asSteward, connectTestSource, discover, loadCatalogue, runSql } from "./test-discovery";

const database = await createTestDatabase();
const TABLES = ["a", "b", "c", "d"].map((name) => `CREATE TABLE ${name} (id int)`).join(";");

async function start(): Promise<{ source: TestSource; sourceId: SourceId }> {
  const source = await createTestSource();
  await runSql(source.url, TABLES);
  return { source, sourceId: await connectTestSource(source) };
}

const clock = () => new Date();
const jobs = () => newSystemContext("jobs");

async function stateOf(runId: DiscoveryRunId) {
  const run = await findDiscoveryRun(asSteward(), { runId });
  return [run?.state, run?.datasetsDone, run?.datasetsTotal];
}

/** Stops a run after some of its tables, as a process that is asked to end does. */
async function interruptAfter(runId: DiscoveryRunId, tables: number): Promise<void> {
  const stop = new AbortController();
  let seen = 0;
  // The clock is read once at the start and once for each table stored.
  const counting = () => {
    seen += 1;
    if (seen > tables) stop.abort(new Error("the process is stopping"));
    return new Date();
  };
  const work = runDiscovery(jobs(), { runId, isLastTry: false }, { clock: counting, stop: stop.signal });
  await expect(work).rejects.toThrow("the process is stopping");
}

describe("a request for a discovery", () => {
  test("puts one job into the same transaction", async () => {
    const { sourceId } = await start();
    const runId = await requestDiscovery(asSteward(), { sourceId });
    const queued = await runSql(database.superuserUrl, "SELECT key FROM graphile_worker.jobs");
    expect(queued.map(({ key }) => key)).toContain(`discover_source:${runId}`);
  });

  test("is refused while another is queued or running; of two at once, one is", async () => {
    const { sourceId } = await start();
    const both = await Promise.allSettled([1, 2].map(() => requestDiscovery(asSteward(), { sourceId })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(requestDiscovery(asSteward(), { sourceId })).rejects.toMatchObject({ code: "conflict" });
  });

  test("needs a steward and a source that exists", async () => {
    const { sourceId } = await start();
    await expect(requestDiscovery(testPerson(["admin", "reviewer"]), { sourceId })).rejects.toMatchObject({
      code: "not_permitted",
    });
    const unknown = "0190a000-0000-7000-8000-000000000000";
    await expect(requestDiscovery(asSteward(), { sourceId: unknown })).rejects.toMatchObject({ code: "not_found" });
    await expect(runDiscovery(asSteward(), { runId: unknown }, { clock })).rejects.toMatchObject({
      code: "not_permitted",
    });
  });
});

describe("a discovery under way", () => {
  test("shows how far it is and leaves one event a table", async () => {
    const { sourceId } = await start();
    const { runId, outcome } = await discover(sourceId);
    expect(outcome).toBe("done");
    expect(await stateOf(runId)).toEqual(["done", 4, 4]);
    const events = await reader().auditEvent.findMany({
      where: { sourceId },
      orderBy: { id: "asc" },
      select: { action: true },
    });
    expect(events.map(({ action }) => action)).toEqual([
      "source.connected",
      "discovery.requested",
      "discovery.started",
      ...Array.from({ length: 4 }, () => "dataset.discovered"),
      "discovery.finished",
    ]);
    expect((await listDiscoveryRuns(asSteward(), { sourceId })).map(({ id }) => id)).toEqual([runId]);
  });

  test("that is cancelled while queued never starts", async () => {
    const { sourceId } = await start();
    const runId = await requestDiscovery(asSteward(), { sourceId });
    await cancelDiscovery(asSteward(), { runId });
    expect(await runDiscovery(jobs(), { runId }, { clock })).toBe("ignored");
    expect(await stateOf(runId)).toEqual(["cancelled", 0, 0]);
    await expect(cancelDiscovery(asSteward(), { runId })).rejects.toMatchObject({ code: "conflict" });
  });

  test("that is cancelled while running stops before its next table and keeps what it stored", async () => {
    const { sourceId } = await start();
    const runId = await requestDiscovery(asSteward(), { sourceId });
    await interruptAfter(runId, 2);
    await cancelDiscovery(asSteward(), { runId });
    expect((await stateOf(runId))[0]).toBe("cancelling");
    expect(await runDiscovery(jobs(), { runId, isRetry: true }, { clock })).toBe("cancelled");
    expect(await stateOf(runId)).toEqual(["cancelled", 2, 4]);
    expect([...(await loadCatalogue(sourceId)).values()].map((one) => one.status)).toEqual(["fresh", "fresh"]);
  });

  test("that is interrupted goes on where it stopped when it is tried again", async () => {
    const { sourceId } = await start();
    const runId = await requestDiscovery(asSteward(), { sourceId });
    await interruptAfter(runId, 1);
    expect(await stateOf(runId)).toEqual(["running", 1, 4]);
    expect(await runDiscovery(jobs(), { runId }, { clock })).toBe("ignored");
    expect(await runDiscovery(jobs(), { runId, isRetry: true }, { clock })).toBe("done");
    expect(await stateOf(runId)).toEqual(["done", 4, 4]);
    expect(await reader().auditEvent.count({ where: { action: "dataset.discovered", sourceId } })).toBe(4);
  });

  test("whose process is gone for two minutes is taken up by another, or makes way for a new one", async () => {
    const { sourceId } = await start();
    const runId = await requestDiscovery(asSteward(), { sourceId });
    await interruptAfter(runId, 1);
    await commit(jobs(), async (tx) => {
      await tx.discoveryRun.update({ where: { id: runId }, data: { heartbeatAt: new Date(Date.now() - 130_000) } });
      return { result: null, events: [{ action: "discovery.requested", sourceId, runId }] };
    });
    expect((await stateOf(runId))[0]).toBe("interrupted");
    expect(await listInterruptedDiscoveries(jobs())).toEqual([runId]);
    const next = await requestDiscovery(asSteward(), { sourceId });
    expect((await stateOf(runId))[0]).toBe("failed");
    expect(await runDiscovery(jobs(), { runId, isRetry: true }, { clock })).toBe("ignored");
    expect(await runDiscovery(jobs(), { runId: next }, { clock })).toBe("done");
  });

  test("taken up by two processes at once is done by one", async () => {
    const { sourceId } = await start();
    const runId = await requestDiscovery(asSteward(), { sourceId });
    const outcomes = await Promise.all([1, 2].map(() => runDiscovery(jobs(), { runId }, { clock })));
    expect(outcomes.sort()).toEqual(["done", "ignored"]);
    expect(await reader().auditEvent.count({ where: { action: "dataset.discovered", sourceId } })).toBe(4);
  });

  test.each([
    ["is down", { port: 1 }, "Nothing listens on the source's host and port."],
    [
      "refuses the password",
      { password: "wrong" },
      "The source refused the sign-in: check its user name and password.",
    ],
  ])(
    "of a source that %s fails with a sentence to act on, and can be asked for again",
    async (_, changes, sentence) => {
      const { source, sourceId } = await start();
      const { host, port, database: name, user: username } = source;
      const settings = {
        name: `Wrong ${name}`,
        host,
        port,
        database: name,
        username,
        password: source.password,
        tlsMode: "disable",
      } as const;
      await changeSource(asSteward(), { sourceId, ...settings, ...changes });
      const { runId, outcome } = await discover(sourceId);
      expect(outcome).toBe("failed");
      expect((await findDiscoveryRun(asSteward(), { runId }))?.error).toBe(sentence);
      await changeSource(asSteward(), { sourceId, ...settings });
      expect((await discover(sourceId)).outcome).toBe("done");
    },
  );
});
