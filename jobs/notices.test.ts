import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterEach, describe, expect, test } from "vitest";
import { addTestAgent, addTestPerson } from "@/lib/agents/agents-fixture";
import { runSql } from "@/lib/catalog/test-discovery";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";
import { testPerson } from "@/lib/identity/test-contexts";
import { makeWebhookEndpoint } from "@/lib/notices/make-webhook-endpoint";
import { commitInTest } from "@/lib/notices/notices-fixture";
import { tellPeople } from "@/lib/notices/tell-people";
import { tellWebhooks } from "@/lib/notices/tell-webhooks";
import { addTestItem } from "@/lib/reviews/clock-fixture";
import { forgetEnv } from "@/lib/runtime/env";

const database = await createTestDatabase();
const WAIT = { timeout: 60_000, interval: 50 };
const stops: (() => Promise<unknown>)[] = [];

const ownerId = await addTestPerson(["reviewer"]);
const agentId = await addTestAgent(ownerId, ownerId);

afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

function set(name: string, value: string): void {
  process.env[name] = value;
  forgetEnv();
}
set("GATEHOUSE_WEBHOOK_PRIVATE_HOSTS", "127.0.0.1");

async function startJobsProcess(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", "jobs/main.ts"], {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  stops.push(() => kill(child));
  const log: string[] = [];
  child.stderr?.setEncoding("utf8").on("data", (text: string) => log.push(text));
  const [message] = await Promise.race([
    once(child, "message"),
    once(child, "exit").then(() => Promise.reject(new Error(log.join("")))),
  ]);
  expect(message).toBe("ready");
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

/** A receiver that answers with each of the statuses in turn, the last one again and again; 0 never answers. */
async function startReceiver(statuses: number[]) {
  const received: string[] = [];
  const server = createServer((request, response) => {
    received.push(String(request.headers["webhook-id"]));
    const status = statuses[Math.min(received.length, statuses.length) - 1] ?? 200;
    request.resume();
    if (status !== 0) response.writeHead(status).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  stops.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  const name = `Hook ${port}`;
  const ctx = testPerson(["admin"], ownerId);
  const { endpointId } = await makeWebhookEndpoint(ctx, {
    name,
    url: `http://127.0.0.1:${port}/`,
    topics: ["hold_decided"],
  });
  stops.push(() =>
    runSql(database.superuserUrl, `UPDATE webhook_endpoint SET is_enabled = false WHERE id = '${endpointId}'`),
  );
  return { received, endpointId };
}

async function startMailServer() {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    onData: (stream, session, done) => {
      stream.resume().on("end", () => {
        received.push(...session.envelope.rcptTo.map(({ address }) => address));
        done();
      });
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  stops.push(() => new Promise<void>((resolve) => server.close(resolve)));
  const { port } = server.server.address() as AddressInfo;
  set("GATEHOUSE_SMTP_URL", `smtp://127.0.0.1:${port}`);
  return received;
}

const tell = () =>
  commitInTest((tx) => tellWebhooks(tx, new Date(), { topic: "hold_decided", agentId, itemId: null, data: {} }));
const stateOf = async (endpointId: string) =>
  (await reader().webhookDelivery.findFirstOrThrow({ where: { endpointId } })).state;
const askFor = (task: string) => runSql(database.superuserUrl, `SELECT graphile_worker.add_job('${task}')`);

describe("the jobs' process", () => {
  test("sends a webhook and a mail as soon as they are committed, and a refused webhook again after five seconds", async () => {
    const { received, endpointId } = await startReceiver([503, 200]);
    const mails = await startMailServer();
    await startJobsProcess();
    const started = Date.now();
    await tell();
    await commitInTest((tx) =>
      tellPeople(tx, new Date(), { topic: "item_waiting", itemId: null, personIds: [ownerId] }),
    );
    await expect.poll(() => mails, WAIT).toEqual([`${ownerId}@example.com`]);
    await expect.poll(() => stateOf(endpointId), WAIT).toBe("delivered");
    expect(Date.now() - started).toBeGreaterThan(4_500);
    expect(received).toHaveLength(2);
    expect(new Set(received).size).toBe(1);
  }, 120_000);

  test("that is killed while a webhook is under way leaves it to the next one", async () => {
    const { received, endpointId } = await startReceiver([0, 200]);
    const first = await startJobsProcess();
    await tell();
    await expect.poll(() => received.length, WAIT).toBe(1);
    await kill(first);
    expect(await stateOf(endpointId)).toBe("waiting");
    await startJobsProcess();
    await runSql(
      database.superuserUrl,
      "UPDATE webhook_delivery SET due_at = due_at - interval '1 minute' WHERE state = 'waiting'",
    );
    await askFor("resume_notices");
    await expect.poll(() => stateOf(endpointId), WAIT).toBe("delivered");
    expect(new Set(received).size).toBe(1);
    const attempts = await reader().auditEvent.count({
      where: { action: "webhook.attempted", text: { contains: endpointId } },
    });
    expect(attempts).toBe(1);
  }, 120_000);

  test("that is killed among many items leaves none out and does none twice, with another one beside it", async () => {
    const now = Date.now();
    const ids: string[] = [];
    for (let index = 0; index < 50; index += 1) {
      ids.push(await addTestItem({ agentId, createdAt: new Date(now - 3_600_000), dueAt: new Date(now - 1000) }));
    }
    const expired = () => reader().heldItem.count({ where: { id: { in: ids }, state: "expired" } });
    const first = await startJobsProcess();
    await startJobsProcess();
    await askFor("run_review_clocks");
    await askFor("run_review_clocks");
    await expect.poll(expired, { ...WAIT, interval: 5 }).toBeGreaterThan(5);
    await kill(first);
    const atTheKill = await expired();
    // What the killed process had locked is free a moment later; the next run finds it, here as every minute.
    const runAgain = () => askFor("run_review_clocks").then(expired);
    await expect.poll(runAgain, { ...WAIT, interval: 500 }).toBe(50);
    expect(atTheKill).toBeLessThan(50);
    const [counts] = await runSql(
      database.superuserUrl,
      `SELECT count(*)::int AS events, count(DISTINCT text::json ->> 'itemId')::int AS items FROM audit_event WHERE action = 'held_item.expired'`,
    );
    expect(counts).toEqual({ events: 50, items: 50 });
    expect(await reader().notice.count({ where: { topic: "item_expired" } })).toBe(50);
  }, 180_000);
});
