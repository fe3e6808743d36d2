import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startProxy } from "@/gate/proxy-fixture";
import { recordSome } from "@/lib/audit/log-fixture";
import { verifyStoredLog } from "@/lib/audit/log/verify-stored-log";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";

const database = await createTestDatabase();
const own = new URL(database.appUrl);
const proxy = await startProxy(own.hostname, Number(own.port));
const proxied = new URL(database.appUrl);
proxied.port = String(proxy.port);

const WAIT = { timeout: 30_000, interval: 50 };
/** The process that works; who takes over in one case is who is killed in the next. */
let child: ChildProcess;

beforeAll(async () => {
  child = await startJobs();
});
afterEach(() => {
  proxy.onChunk = () => "pass";
});
afterAll(async () => {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill("SIGKILL");
    await once(child, "exit");
  }
  await proxy.close();
});

async function startJobs(): Promise<ChildProcess> {
  const env = { ...process.env, DATABASE_URL: proxied.href };
  const stdio = ["ignore", "ignore", "ignore", "ipc"] as const;
  const started = spawn(process.execPath, ["--import", "tsx", "jobs/main.ts"], { env, stdio: [...stdio] });
  await once(started, "message");
  return started;
}

async function countWaiting(): Promise<number> {
  const rows = await reader().$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM log_queue`;
  return rows[0]?.count ?? -1;
}

/** Kills the process when this statement passes, or with the server's next answer after it; the message is held back. */
function killAt(statement: string, moment: "before" | "after"): void {
  let [isBatch, isSeen, isDead] = [false, false, false];
  const die = (): "hold" => {
    isDead = true;
    child.kill("SIGKILL");
    return "hold";
  };
  proxy.onChunk = (chunk, from) => {
    if (isDead) return "hold";
    if (from === "server") return isSeen && moment === "after" ? die() : "pass";
    // Other parts of the process commit too: only what follows a new head is the batch's.
    if (chunk.includes(statement) && (statement !== "COMMIT" || isBatch)) isSeen = true;
    if (chunk.includes("UPDATE log_head")) isBatch = true;
    return isSeen && moment === "before" ? die() : "pass";
  };
}

describe("the sequencer killed in the middle of a batch", () => {
  it.each([
    ["DELETE FROM log_queue", "before"],
    ["DELETE FROM log_queue", "after"],
    ["INSERT INTO log_entry", "before"],
    ["INSERT INTO log_entry", "after"],
    ["INSERT INTO log_tile", "after"],
    ["UPDATE log_head", "before"],
    ["COMMIT", "before"],
    ["COMMIT", "after"],
  ] as const)(
    "at %s (%s) leaves the log whole, and the next one goes on with nothing lost or doubled",
    { timeout: 120_000 },
    async (statement, moment) => {
      await expect.poll(countWaiting, WAIT).toBe(0);
      killAt(statement, moment);
      const ids = await recordSome(300);
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      expect(child.signalCode).toBe("SIGKILL");
      proxy.onChunk = () => "pass";
      child = await startJobs();
      await expect.poll(countWaiting, WAIT).toBe(0);
      expect(await reader().logEntry.count({ where: { eventId: { in: ids } } })).toBe(300);
      expect(await verifyStoredLog()).toMatchObject({ isIntact: true, problem: null });
    },
  );
});
