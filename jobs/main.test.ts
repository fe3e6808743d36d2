import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, describe, expect, test } from "vitest";
import { cancelDiscovery } from "@/lib/catalog/cancel-discovery";
import { findDiscoveryRun } from "@/lib/catalog/find-discovery-run";
import { requestDiscovery } from "@/lib/catalog/request-discovery";
import { asSteward, connectTestSource, runSql } from "@/lib/catalog/test-discovery";
import { createTestDatabase, createTestSource } from "@/lib/db/test-database";
import type { DiscoveryRunId } from "@/lib/kernel/ids";

const database = await createTestDatabase();
const WAIT = { timeout: 20_000, interval: 50 };
const started: ChildProcess[] = [];

afterEach(async () => {
  const running = started.splice(0).filter((child) => child.exitCode === null && child.signalCode === null);
  const ended = running.map((child) => once(child, "exit"));
  for (const child of running) child.kill("SIGKILL");
  await Promise.all(ended);
});

async function startJobsProcess(): Promise<{ child: ChildProcess; log: string[] }> {
  const child = spawn(process.execPath, ["--import", "tsx", "jobs/main.ts"], {
    env: { ...process.env, GATEHOUSE_LOG_LEVEL: "debug" },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  started.push(child);
  const log: string[] = [];
  child.stderr?.setEncoding("utf8").on("data", (text: string) => log.push(text));
  const [message] = await Promise.race([
    once(child, "message"),
    once(child, "exit").then(() => Promise.reject(new Error(log.join("")))),
  ]);
  expect(message).toBe("ready");
  return { child, log };
}

async function stateOf(runId: DiscoveryRunId) {
  return (await findDiscoveryRun(asSteward(), { runId }))?.state;
}

async function makeSource(tables: number, napSeconds = 0) {
  const source = await createTestSource();
  const views = Array.from(
    { length: tables },
    (_, n) => `CREATE VIEW v${n} AS SELECT pg_sleep(${napSeconds})::text AS email`,
  );
  await runSql(source.url, views.join(";"));
  return connectTestSource(source);
}

describe("the jobs' process", () => {
  test("does a discovery that was asked for, and says each thing in a line of JSON", async () => {
    const sourceId = await makeSource(3);
    const { child, log } = await startJobsProcess();
    const runId = await requestDiscovery(asSteward(), { sourceId });
    await expect.poll(() => stateOf(runId), WAIT).toBe("done");
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
    const lines = log
      .join("")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.find((line) => line["event"] === "task_done" && line["runId"] === runId)).toMatchObject({
      outcome: "done",
    });
  }, 60_000);

  test("stops between two tables when it is asked to, and the next process goes on from there", async () => {
    const sourceId = await makeSource(12, 0.2);
    const first = await startJobsProcess();
    const runId = await requestDiscovery(asSteward(), { sourceId });
    await expect
      .poll(async () => (await findDiscoveryRun(asSteward(), { runId }))?.datasetsDone, WAIT)
      .toBeGreaterThan(0);
    first.child.kill("SIGTERM");
    expect(await once(first.child, "exit")).toEqual([0, null]);
    expect(await stateOf(runId)).toBe("running");
    await startJobsProcess();
    await expect.poll(() => stateOf(runId), WAIT).toBe("done");
    const events = await runSql(
      database.superuserUrl,
      `SELECT count(*)::int AS n FROM audit_event WHERE action = 'dataset.discovered' AND source_id = '${sourceId}'`,
    );
    expect(events).toEqual([{ n: 12 }]);
  }, 60_000);

  test("ends by itself when the process that started it is gone", async () => {
    const { child } = await startJobsProcess();
    child.disconnect();
    expect(await once(child, "exit")).toEqual([0, null]);
  }, 60_000);

  test("obeys a cancellation while it works", async () => {
    const sourceId = await makeSource(30, 0.2);
    await startJobsProcess();
    const runId = await requestDiscovery(asSteward(), { sourceId });
    await expect.poll(() => stateOf(runId), WAIT).toBe("running");
    await cancelDiscovery(asSteward(), { runId });
    await expect.poll(() => stateOf(runId), WAIT).toBe("cancelled");
  }, 60_000);

  test("takes up a discovery whose process was killed", async () => {
    const sourceId = await makeSource(10, 0.2);
    const { child } = await startJobsProcess();
    const runId = await requestDiscovery(asSteward(), { sourceId });
    await expect.poll(() => stateOf(runId), WAIT).toBe("running");
    child.kill("SIGKILL");
    await once(child, "exit");
    await runSql(
      database.superuserUrl,
      "UPDATE discovery_run SET heartbeat_at = heartbeat_at - interval '3 minutes' WHERE status = 'running'",
    );
    expect(await stateOf(runId)).toBe("interrupted");
    await runSql(database.superuserUrl, "SELECT graphile_worker.add_job('resume_discoveries')");
    await startJobsProcess();
    await expect.poll(() => stateOf(runId), WAIT).toBe("done");
  }, 60_000);
});
