import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addTestAgent, addTestPerson } from "@/lib/agents/agents-fixture";
import { findInDatabase } from "@/lib/db/find-in-database";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";
import { testContext, testPerson } from "@/lib/identity/test-contexts";
import { forgetEnv } from "@/lib/runtime/env";
import { newId } from "@/lib/runtime/new-id";
import { closeAlert } from "./close-alert";
import { deliverWebhooks } from "./deliver-webhooks";
import type { LookupHost } from "./internal/webhook-target";
import { listAlerts } from "./list-alerts";
import { listDeliveries } from "./list-deliveries";
import { listDueDeliveries } from "./list-due-deliveries";
import { listWebhookEndpoints } from "./list-webhook-endpoints";
import { makeWebhookEndpoint } from "./make-webhook-endpoint";
import { commitInTest } from "./notices-fixture";
import { raiseAlert } from "./raise-alert";
import { redeliver } from "./redeliver";
import { removeWebhookEndpoint } from "./remove-webhook-endpoint";
import { rollWebhookSecret } from "./roll-webhook-secret";
import { switchWebhookEndpoint } from "./switch-webhook-endpoint";
import { tellWebhooks } from "./tell-webhooks";

const database = await createTestDatabase();
const ownerId = await addTestPerson();
const agentId = await addTestAgent(ownerId, ownerId);
const admin = () => testPerson(["admin"], ownerId);
const NOW = new Date("2026-11-24T09:00:00Z");
const jobs = (now = NOW) => testContext({ kind: "system", process: "jobs" }, now);

/** What a job does at a moment. */
async function deliver(deliveryId: string, now = NOW, lookupHost?: LookupHost): Promise<string> {
  const { outcome } = await deliverWebhooks(jobs(now), { deliveryId }, { clock: () => now, lookupHost });
  return outcome;
}

type Received = { headers: IncomingMessage["headers"]; body: string; path: string };

/** A receiver on this machine that answers as a test says. */
async function startReceiver(answer: (request: Received, response: ServerResponse) => void) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (text: string) => {
      body += text;
    });
    request.on("end", () => {
      const one = { headers: request.headers, body, path: request.url ?? "" };
      received.push(one);
      answer(one, response);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  stops.push(stop);
  return { url: `http://127.0.0.1:${port}/hook`, port, received, stop };
}
const stops: (() => Promise<unknown>)[] = [];

function allow(hosts: string): void {
  process.env["GATEHOUSE_WEBHOOK_PRIVATE_HOSTS"] = hosts;
  forgetEnv();
}

beforeEach(() => allow("127.0.0.1"));
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
  for (const { id } of await listWebhookEndpoints(admin())) await removeWebhookEndpoint(admin(), { endpointId: id });
});

let made = 0;
function make(url: string, over: Partial<Parameters<typeof makeWebhookEndpoint>[1]> = {}, lookupHost?: LookupHost) {
  made += 1;
  return makeWebhookEndpoint(
    admin(),
    { name: `Hook ${made}`, url, topics: ["hold_decided", "alert_raised"], ...over },
    lookupHost,
  );
}

const itemId = newId(NOW);
const news = { topic: "hold_decided", agentId, itemId, data: { state: "decided", verdict: "rejected" } } as const;
const tell = (over: Partial<Parameters<typeof tellWebhooks>[2]> = {}) =>
  commitInTest((tx) => tellWebhooks(tx, NOW, { ...news, ...over }));

async function oneDelivery() {
  const { rows } = await listDeliveries(admin(), {});
  const [row] = rows;
  if (rows.length !== 1 || row === undefined) throw new Error(`${rows.length} deliveries`);
  return row;
}

async function lastEvent(action: string): Promise<Record<string, unknown>> {
  const { text } = await reader().auditEvent.findFirstOrThrow({ where: { action }, orderBy: { id: "desc" } });
  return JSON.parse(text) as Record<string, unknown>;
}

describe("a webhook", () => {
  test("arrives signed as Standard Webhooks says, with ids and codes only, and is in the log of deliveries", async () => {
    const { url, received } = await startReceiver((_, response) => response.writeHead(204).end());
    const { secret } = await make(url);
    await tell();
    const { id } = await oneDelivery();
    expect(await deliver(id, new Date())).toBe("delivered");
    const { headers, body } = received[0] ?? { headers: {} as IncomingMessage["headers"], body: "" };
    const verified: unknown = new Webhook(secret).verify(body, headers as Record<string, string>);
    expect(verified).toEqual({
      type: "hold.decided",
      timestamp: NOW.toISOString(),
      data: { holdId: itemId, agentId, state: "decided", verdict: "rejected" },
    });
    expect(headers["webhook-id"]).toBe(id);
    expect(() => new Webhook(secret).verify(`${body} `, headers as Record<string, string>)).toThrow("signature");
    expect(await oneDelivery()).toMatchObject({
      state: "delivered",
      attempts: 1,
      lastStatus: 204,
      lastError: null,
      dueAt: null,
    });
    expect(await lastEvent("webhook.attempted")).toMatchObject({
      deliveryId: id,
      attempt: 1,
      outcome: "delivered",
      status: 204,
    });
  });

  test("is tried again after each of the waits that Standard Webhooks recommends, then given up with an alert", async () => {
    const { url, received } = await startReceiver((_, response) => response.writeHead(500).end());
    const { endpointId } = await make(url, { agentId });
    await tell();
    const { id } = await oneDelivery();
    let now = NOW;
    const waits: number[] = [];
    for (;;) {
      const outcome = await deliver(id, now);
      const { dueAt } = await oneDelivery().catch(() => ({ dueAt: null }));
      if (outcome !== "retry" || dueAt === null) break;
      expect(await deliver(id, now), "before it is due").toBe("ignored");
      waits.push((dueAt.getTime() - now.getTime()) / 1000);
      now = dueAt;
    }
    expect(waits).toEqual([5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]);
    expect(received.filter(({ headers }) => headers["webhook-id"] === id)).toHaveLength(10);
    const log = await listDeliveries(admin(), { endpointId, state: "failed" });
    expect(log.rows).toMatchObject([{ id, attempts: 10, lastStatus: 500, lastError: "bad_status", dueAt: null }]);
    const open = (await listAlerts(admin(), {})).rows;
    expect(open).toMatchObject([{ topic: "webhook_failing", agent: { id: agentId }, itemId: null }]);
    expect((await listWebhookEndpoints(admin()))[0]).toMatchObject({ failed: 1, waiting: 1, lastDeliveredAt: null });
    for (const { id: alertId } of open) await closeAlert(admin(), { alertId, note: "Mended" });
  }, 60_000);

  test("is sent by one of several processes only", async () => {
    const { url, received } = await startReceiver((_, response) => setTimeout(() => response.end(), 300));
    await make(url);
    await tell();
    const { id: deliveryId } = await oneDelivery();
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => deliver(deliveryId)));
    expect(outcomes.sort()).toEqual(["delivered", "ignored", "ignored", "ignored"]);
    expect(received).toHaveLength(1);
  });

  test("finds all of an endpoint's sent by whoever is at it, one at a time and in order; another process leaves them to it", async () => {
    let [open, most] = [0, 0];
    const { url, received } = await startReceiver((_, response) => {
      open += 1;
      most = Math.max(most, open);
      setTimeout(() => {
        open -= 1;
        response.end();
      }, 50);
    });
    await make(url);
    for (let index = 0; index < 10; index += 1) await tell({ data: { index } });
    const ids = (await listDeliveries(admin(), {})).rows.map(({ id }) => id).reverse();
    const outcomes = await Promise.all(ids.slice(0, 3).map((id) => deliver(id)));
    expect(outcomes.filter((outcome) => outcome !== "ignored").length).toBeGreaterThanOrEqual(1);
    expect((await listDeliveries(admin(), { state: "delivered" })).rows).toHaveLength(10);
    expect([received.length, most]).toEqual([10, 1]);
  });

  test("that hangs holds up no other endpoint, nor the rest of its own for more than one try", async () => {
    const hanging = await startReceiver(() => undefined);
    const quick = await startReceiver((_, response) => response.end());
    await make(hanging.url);
    for (let index = 0; index < 3; index += 1) await tell();
    const { rows } = await listDeliveries(admin(), {});
    await make(quick.url);
    await tell();
    const [own] = (await listDeliveries(admin(), {})).rows.filter(
      ({ endpoint }) => endpoint.id !== rows[0]?.endpoint.id,
    );
    const hung = deliver(rows[0]?.id ?? "");
    expect(await deliver(own?.id ?? "")).toBe("delivered");
    expect(await hung).toBe("retry");
    expect(hanging.received).toHaveLength(1);
  }, 40_000);

  test.each([
    [
      "a redirect is not followed",
      (r: ServerResponse) => r.writeHead(302, { location: "/other" }).end(),
      302,
      "redirect",
    ],
    ["a refusal is no delivery", (r: ServerResponse) => r.writeHead(403).end(), 403, "bad_status"],
    ["a connection that breaks is no delivery", (r: ServerResponse) => r.destroy(), null, "no_answer"],
  ])("%s", async (_, answer, status, error) => {
    const { url, received } = await startReceiver((_request, response) => void answer(response));
    await make(url);
    await tell();
    const { id: deliveryId } = await oneDelivery();
    expect(await deliver(deliveryId)).toBe("retry");
    expect(received.map(({ path }) => path)).toEqual(["/hook"]);
    expect(await oneDelivery()).toMatchObject({ state: "waiting", lastStatus: status, lastError: error, attempts: 1 });
  });

  test("to nobody is refused, and arrives later when somebody is there", async () => {
    const receiver = await startReceiver((_, response) => response.end());
    await make(receiver.url);
    await receiver.stop();
    await tell();
    const { id: deliveryId } = await oneDelivery();
    expect(await deliver(deliveryId)).toBe("retry");
    expect(await oneDelivery()).toMatchObject({ lastStatus: null, lastError: "refused" });
    const again = createServer((_, response) => response.end()).listen(receiver.port, "127.0.0.1");
    await once(again, "listening");
    stops.push(() => new Promise((resolve) => again.close(resolve)));
    expect(await deliver(deliveryId, new Date(NOW.getTime() + 5000))).toBe("delivered");
  });

  test("that nobody answers ends after ten seconds, and an endless answer is not read", async () => {
    let written = 0;
    const hanging = await startReceiver(() => undefined);
    const endless = await startReceiver((_, response) => {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536))) written += 65_536;
      };
      response.on("drain", more);
      more();
    });
    await make(hanging.url);
    await make(endless.url);
    await tell();
    const { rows } = await listDeliveries(admin(), {});
    const started = performance.now();
    const outcomes = await Promise.all(rows.map(({ id }) => deliver(id)));
    expect(outcomes.sort()).toEqual(["delivered", "retry"]);
    expect(performance.now() - started).toBeLessThan(15_000);
    expect((await listDeliveries(admin(), { state: "waiting" })).rows).toMatchObject([
      { lastError: "timeout", lastStatus: null },
    ]);
    expect(written).toBeLessThan(8_000_000);
  }, 40_000);

  test("whose receiver says that it is gone is switched off, with an alert, and what was in line ends", async () => {
    const { url, received } = await startReceiver((_, response) => response.writeHead(410).end());
    const { endpointId } = await make(url);
    await tell();
    await tell();
    const { rows } = await listDeliveries(admin(), {});
    const outcomes: string[] = [];
    for (const { id } of rows) outcomes.push(await deliver(id));
    expect([outcomes, received.length]).toEqual([["failed", "ignored"], 1]);
    expect((await listWebhookEndpoints(admin()))[0]?.isEnabled).toBe(false);
    expect(await lastEvent("webhook.switched")).toMatchObject({
      endpointId,
      isEnabled: false,
      actor: { kind: "system" },
    });
    expect((await listDeliveries(admin(), {})).rows.map(({ lastError }) => lastError).sort()).toEqual([
      "endpoint_off",
      "gone",
    ]);
    const open = (await listAlerts(admin(), {})).rows;
    expect(open).toMatchObject([{ topic: "webhook_failing", agent: null }]);
    await tell();
    expect((await listDeliveries(admin(), { state: "waiting" })).rows).toEqual([]);
    for (const { id: alertId } of open) await closeAlert(admin(), { alertId, note: "Gone" });
  });

  test("goes to the endpoints that want the topic and the agent, and to no other", async () => {
    const other = await addTestAgent(ownerId, ownerId);
    const url = "http://127.0.0.1:9/hook";
    const all = await make(url);
    const mine = await make(url, { agentId });
    await make(url, { agentId: other });
    await make(url, { topics: ["item_waiting"] });
    const off = await make(url);
    await switchWebhookEndpoint(admin(), { endpointId: off.endpointId, isEnabled: false });
    await tell();
    const { rows } = await listDeliveries(admin(), {});
    expect(rows.map(({ endpoint }) => endpoint.id).sort()).toEqual([all.endpointId, mine.endpointId].sort());
  });

  test("cannot carry words, only ids, codes and times", async () => {
    await make("http://127.0.0.1:9/hook");
    await expect(tell({ data: { note: "I want my money back" } })).rejects.toThrow("note of hold_decided is not an id");
    await expect(tell({ data: { note: "Müller" } })).rejects.toThrow("is not an id");
    expect((await listDeliveries(admin(), {})).rows).toEqual([]);
  });

  test("whose transaction is undone was never in line, and one that is in line has a job", async () => {
    await make("http://127.0.0.1:9/hook");
    await expect(
      commitInTest(async (tx) => {
        await tellWebhooks(tx, NOW, news);
        throw new Error("changed my mind");
      }),
    ).rejects.toThrow("changed my mind");
    expect((await listDeliveries(admin(), {})).rows).toEqual([]);
    await tell();
    const { id } = await oneDelivery();
    expect(await findInDatabase(database.superuserUrl, id)).toContain("graphile_worker._private_jobs");
  });

  test("is found by the sweep when nobody was woken for it", async () => {
    await make("http://127.0.0.1:9/hook");
    await tell();
    const { id: deliveryId } = await oneDelivery();
    expect(await listDueDeliveries(jobs())).toEqual([]);
    await make("http://127.0.0.1:9/other", { topics: ["item_waiting"] });
    await tell();
    await tell({ topic: "item_waiting" });
    const overdue = await listDueDeliveries(jobs(new Date(NOW.getTime() + 31_000)));
    expect(overdue).toHaveLength(2);
    expect(overdue).toContain(deliveryId);
  });

  test("can be sent again under the same id, unless its endpoint is off", async () => {
    const { url, received } = await startReceiver((_, response) => response.end());
    const { endpointId } = await make(url);
    await tell();
    const { id: deliveryId } = await oneDelivery();
    await deliver(deliveryId);
    await redeliver({ ...admin(), now: NOW }, { deliveryId });
    expect(await oneDelivery()).toMatchObject({ state: "waiting", attempts: 0, endedAt: null });
    expect(await deliver(deliveryId)).toBe("delivered");
    expect(received.map(({ headers }) => headers["webhook-id"])).toEqual([deliveryId, deliveryId]);
    await switchWebhookEndpoint(admin(), { endpointId, isEnabled: false });
    await expect(redeliver(admin(), { deliveryId })).rejects.toMatchObject({ code: "conflict" });
    await expect(redeliver(admin(), { deliveryId: newId(NOW) })).rejects.toMatchObject({ code: "not_found" });
  });

  test("shows its secret once: it is in no list, no event and no column", async () => {
    const { endpointId, secret } = await make("http://127.0.0.1:9/hook");
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const { secret: next } = await rollWebhookSecret(admin(), { endpointId });
    expect(next).not.toBe(secret);
    await tell();
    const shown = JSON.stringify([await listWebhookEndpoints(admin()), await listDeliveries(admin(), {})]);
    for (const one of [secret, next]) {
      expect(shown).not.toContain(one.slice(6));
      expect(await findInDatabase(database.superuserUrl, one.slice(6))).toEqual([]);
    }
  });

  test("is signed under the former secret too for a day after the secret was rolled", async () => {
    const { url, received } = await startReceiver((_, response) => response.end());
    const { endpointId, secret } = await make(url);
    const rolledAt = new Date();
    const { secret: next } = await rollWebhookSecret({ ...admin(), now: rolledAt }, { endpointId });
    await tell();
    const { id: deliveryId } = await oneDelivery();
    await deliver(deliveryId, new Date());
    await redeliver(admin(), { deliveryId });
    const dayLater = new Date(rolledAt.getTime() + 86_400_001);
    await deliver(deliveryId, dayLater);
    const [first, second] = received.map(({ headers }) => headers["webhook-signature"] ?? "");
    const verify = (key: string) =>
      new Webhook(key).verify(received[0]?.body ?? "", received[0]?.headers as Record<string, string>);
    expect([verify(secret), verify(next)]).toHaveLength(2);
    expect([first, second].map((signatures) => String(signatures).split(" ").length)).toEqual([2, 1]);
  });
});

describe("an address that must not be called", () => {
  const dns =
    (addresses: readonly string[]): LookupHost =>
    async () =>
      addresses;
  const nowhere: LookupHost = () => Promise.reject(new Error("ENOTFOUND"));

  test.each([
    ["this machine by name", "https://localhost/hook"],
    ["this machine", "https://127.0.0.1/hook"],
    ["this machine, as one number", "https://2130706433/hook"],
    ["this machine, in octal", "https://0177.0.0.1/hook"],
    ["this machine, shortened", "https://127.1/hook"],
    ["this machine, IPv6", "https://[::1]/hook"],
    ["this machine, mapped", "https://[::ffff:127.0.0.1]/hook"],
    ["a private network", "https://10.1.2.3/hook"],
    ["a cloud's metadata", "https://169.254.169.254/latest/meta-data"],
    ["a unique local address", "https://[fd00::1]/hook"],
  ])("is refused when it is made: %s", async (_, url) => {
    allow("");
    await expect(make(url)).rejects.toMatchObject({
      code: "invalid_input",
      field: "url",
      message: expect.stringMatching(/private network/),
    });
  });

  test.each([
    ["no https", "http://hooks.example.com/", /must start with https/],
    ["an account in it", "https://user:pw@hooks.example.com/", /without a user/],
    ["another scheme", "ftp://hooks.example.com/", /must be an address/],
    ["no address", "hooks", /must be an address/],
    ["a file", "file:///etc/passwd", /must be an address/],
  ])("is refused when it is made: %s", async (_, url, message) => {
    await expect(make(url, {}, dns(["8.8.8.8"]))).rejects.toMatchObject({
      code: "invalid_input",
      field: "url",
      message: expect.stringMatching(message),
    });
  });

  test("is refused when one of a host's addresses is private, or when it has none", async () => {
    const url = "https://hooks.example.com/";
    await expect(make(url, {}, dns(["8.8.8.8", "10.0.0.1"]))).rejects.toMatchObject({
      message: expect.stringMatching(/private network/),
    });
    await expect(make(url, {}, dns(["::ffff:8.8.8.8"]))).rejects.toMatchObject({
      message: expect.stringMatching(/private network/),
    });
    await expect(make(url, {}, nowhere)).rejects.toMatchObject({ message: expect.stringMatching(/cannot be found/) });
    await expect(make(url, {}, dns([]))).rejects.toMatchObject({ message: expect.stringMatching(/cannot be found/) });
    await expect(make(url, {}, dns(["8.8.8.8"]))).resolves.toMatchObject({ secret: expect.stringMatching(/^whsec_/) });
  });

  test("is not called when its name leads inside later on: nothing is sent", async () => {
    const { port, received } = await startReceiver((_, response) => response.end());
    allow("");
    const url = `https://rebinding.example.com:${port}/hook`;
    await make(url, {}, dns(["8.8.8.8"]));
    await tell();
    const { id: deliveryId } = await oneDelivery();
    expect(await deliver(deliveryId, NOW, dns(["127.0.0.1"]))).toBe("retry");
    expect(await oneDelivery()).toMatchObject({ lastError: "private_address", lastStatus: null });
    expect(received).toEqual([]);
  });

  test("is called at the address that was checked, whatever the name means a moment later", async () => {
    const { port, received } = await startReceiver((_, response) => response.end());
    allow(`hooks.internal:${port}`);
    let asked = 0;
    const once: LookupHost = async () => {
      asked += 1;
      return [asked <= 2 ? "127.0.0.1" : "192.0.2.1"];
    };
    await make(`http://hooks.internal:${port}/hook`, {}, once);
    await tell();
    const { id: deliveryId } = await oneDelivery();
    expect(await deliver(deliveryId, NOW, once)).toBe("delivered");
    expect(received.map(({ headers }) => headers.host)).toEqual([`hooks.internal:${port}`]);
  });

  test("is allowed for a listed host and port only", async () => {
    allow("127.0.0.1:8181, hooks.internal");
    await expect(make("http://127.0.0.1:8181/")).resolves.toBeTruthy();
    await expect(make("http://127.0.0.1:8182/")).rejects.toMatchObject({ message: expect.stringMatching(/https/) });
    await expect(make("https://127.0.0.1:8182/")).rejects.toMatchObject({
      message: expect.stringMatching(/private network/),
    });
    await expect(make("http://hooks.internal:99/", {}, dns(["10.0.0.1"]))).resolves.toBeTruthy();
    await expect(make("http://evil.hooks.internal/", {}, dns(["10.0.0.1"]))).rejects.toMatchObject({
      message: expect.stringMatching(/https/),
    });
  });

  test("speaks TLS with the name that was asked for, and says so when that fails", async () => {
    const { port, received } = await startReceiver((_, response) => response.end());
    await make(`https://127.0.0.1:${port}/`);
    await tell();
    const { id: deliveryId } = await oneDelivery();
    expect(await deliver(deliveryId)).toBe("retry");
    expect(await oneDelivery()).toMatchObject({ lastError: "tls" });
    expect(received).toEqual([]);
  });
});

describe("an endpoint", () => {
  test("has a name of its own, topics that exist and an agent that exists", async () => {
    const url = "http://127.0.0.1:9/";
    await make(url, { name: "Twice" });
    await expect(make(url, { name: "Twice" })).rejects.toMatchObject({ code: "conflict", field: "name" });
    await expect(make(url, { topics: [] })).rejects.toMatchObject({ code: "invalid_input", field: "topics" });
    await expect(make(url, { agentId: newId(NOW) })).rejects.toMatchObject({ code: "invalid_input", field: "agentId" });
  });

  test("is made, switched and removed with an event each that holds its host and no more of its address", async () => {
    const { endpointId } = await make("http://127.0.0.1:9/path-with-a-token", { name: "Short-lived" });
    expect(await lastEvent("webhook.made")).toMatchObject({
      endpointId,
      after: { name: "Short-lived", host: "127.0.0.1:9", topics: ["hold_decided", "alert_raised"], agentId: null },
    });
    await expect(switchWebhookEndpoint(admin(), { endpointId, isEnabled: true })).rejects.toMatchObject({
      code: "conflict",
    });
    await tell();
    await removeWebhookEndpoint(admin(), { endpointId });
    expect((await listDeliveries(admin(), {})).rows).toEqual([]);
    await expect(rollWebhookSecret(admin(), { endpointId })).rejects.toMatchObject({ code: "not_found" });
    expect(await reader().auditEvent.count({ where: { text: { contains: "path-with-a-token" } } })).toBe(0);
  });

  test("that is removed while news is written takes the news with it, and fails nobody", async () => {
    const { endpointId } = await make("http://127.0.0.1:9/");
    const told = Promise.all(Array.from({ length: 8 }, () => tell()));
    await Promise.all([told, removeWebhookEndpoint(admin(), { endpointId })]);
    expect((await listDeliveries(admin(), {})).rows).toEqual([]);
  });

  test("lists its deliveries page by page, each once", async () => {
    await make("http://127.0.0.1:9/");
    await commitInTest(async (tx) => {
      for (let index = 0; index < 60; index += 1) await tellWebhooks(tx, NOW, news);
    });
    const first = await listDeliveries(admin(), {});
    const second = await listDeliveries(admin(), { after: first.next ?? undefined });
    const back = await listDeliveries(admin(), { before: second.previous ?? undefined });
    expect([first.rows.length, second.rows.length, second.next, first.previous]).toEqual([50, 10, null, null]);
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(60);
    expect(back).toEqual(first);
  });
});

describe("an alert", () => {
  test("is raised once however often it happens at the same time, told to webhooks, and again after it was closed", async () => {
    await make("http://127.0.0.1:9/");
    const about = { topic: "release_failed", agentId, itemId: newId(NOW) } as const;
    const raise = (news: Parameters<typeof raiseAlert>[2]) => commitInTest((tx) => raiseAlert(tx, NOW, news));
    const events = await Promise.all([1, 2, 3].map(() => raise(about)));
    expect(events.filter((event) => event !== null)).toHaveLength(1);
    expect(JSON.parse((await oneDelivery()).body)).toMatchObject({
      type: "alert.raised",
      data: { alert: "release_failed", holdId: about.itemId, agentId },
    });
    const noItem = { topic: "webhook_failing", agentId: null, itemId: null } as const;
    const other = await Promise.all([1, 2, 3].map(() => raise(noItem)));
    expect(other.filter((event) => event !== null)).toHaveLength(1);
    const { rows } = await listAlerts(admin(), {});
    for (const { id: alertId } of rows) await closeAlert(admin(), { alertId, note: "Looked into it" });
    expect(await raise(about)).toMatchObject({ action: "alert.raised", itemId: about.itemId });
    expect((await listAlerts(admin(), {})).rows).toMatchObject([
      { topic: "release_failed", closedAt: null, note: null },
    ]);
  });

  test("is closed once, with a note, by whom the event names", async () => {
    const about = { topic: "release_not_reported", agentId, itemId: newId(NOW) } as const;
    await commitInTest((tx) => raiseAlert(tx, NOW, about));
    const alert = (await listAlerts(admin(), {})).rows.find((row) => row.itemId === about.itemId);
    const alertId = alert?.id ?? "";
    await expect(closeAlert(admin(), { alertId, note: " " })).rejects.toMatchObject({ field: "note" });
    const closings = [1, 2].map(() => closeAlert(admin(), { alertId, note: "It was done by hand" }));
    const results = await Promise.allSettled(closings);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const closed = (await listAlerts(admin(), { state: "closed" })).rows.find(({ id }) => id === alertId);
    expect(closed).toMatchObject({ note: "It was done by hand", closedBy: { id: ownerId } });
    expect(await lastEvent("alert.closed")).toMatchObject({ alertId, topic: about.topic, note: "It was done by hand" });
  });
});
