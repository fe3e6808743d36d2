import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { createTestDatabase } from "@/lib/db/test-database";
import { addReader, listEvents, makeTestData } from "@/lib/gateway/gateway-fixture";
import { callGate } from "./gate-fixture";
import { type GateProcess, startGateProcess } from "./gate-process-fixture";
import { startProxy } from "./proxy-fixture";

const database = await createTestDatabase();
const data = await makeTestData(`
  CREATE TABLE customers (id int PRIMARY KEY, last_name text);
  INSERT INTO customers VALUES (1, 'Okonkwo');
  CREATE VIEW sluggish AS SELECT 1 AS id, pg_sleep(1)::text AS nap;
`);
const agent = await addReader(data, [
  { dataset: "customers", fields: { id: "clear", last_name: "clear" } },
  { dataset: "sluggish", fields: { id: "clear", nap: "clear" } },
]);
const own = new URL(database.appUrl);
const proxy = await startProxy(own.hostname, Number(own.port));
afterAll(() => proxy.close());
const proxied = new URL(database.appUrl);
proxied.port = String(proxy.port);

let gate: GateProcess | null = null;
afterEach(async () => {
  proxy.onChunk = () => "pass";
  await gate?.stop("SIGKILL");
  gate = null;
});

const { key } = agent;
const ask = { dataset: "customers", purpose: "customer_support" };
const read = (url: string, dataset = "customers") =>
  callGate(url, "POST", "/v1/read", { key, body: { ...ask, dataset } });

describe("the gate's process", () => {
  it("finishes what is under way when it is told to stop, takes nothing more, and exits with 0", async () => {
    gate = await startGateProcess();
    const { url } = gate;
    expect((await read(url)).status).toBe(200);
    const slow = read(url, "sluggish");
    await expect
      .poll(async () =>
        (await listEvents({ agentId: agent.agentId })).some(
          (event) => event.action === "access.decided" && event.dataset === "sluggish",
        ),
      )
      .toBe(true);
    const ended = gate.stop("SIGTERM");
    expect((await slow).status).toBe(200);
    expect(await ended).toBe(0);
    await expect(read(url)).rejects.toThrow();
  });

  it("stops when the process that started it goes away", async () => {
    gate = await startGateProcess();
    gate.child.disconnect();
    await expect.poll(() => gate?.child.exitCode, { timeout: 10_000 }).toBe(0);
  });

  it("releases nothing while its database is away, says so at once, is not ready, and works again afterwards", {
    timeout: 40_000,
  }, async () => {
    gate = await startGateProcess({ DATABASE_URL: proxied.href });
    const { url } = gate;
    expect((await read(url)).status).toBe(200);
    proxy.onChunk = () => "cut";
    for (const answer of [await read(url), await read(url), await callGate(url, "GET", "/v1/me", { key })]) {
      expect(answer).toMatchObject({ status: 503, body: { code: "unavailable" } });
      expect(answer.headers.get("retry-after")).toBe("1");
      expect(answer.text).not.toMatch(/Okonkwo|ECONN|terminated/);
    }
    expect((await callGate(url, "GET", "/healthz")).status).toBe(200);
    await expect.poll(async () => (await callGate(url, "GET", "/readyz")).status, { timeout: 5_000 }).toBe(503);
    proxy.onChunk = () => "pass";
    await expect.poll(async () => (await read(url)).status, { timeout: 10_000 }).toBe(200);
    await expect.poll(async () => (await callGate(url, "GET", "/readyz")).status, { timeout: 5_000 }).toBe(200);
  });

  it("does not wait for a database that no longer answers at all", { timeout: 40_000 }, async () => {
    gate = await startGateProcess({ DATABASE_URL: proxied.href });
    const { url } = gate;
    expect((await read(url)).status).toBe(200);
    proxy.onChunk = () => "hold";
    const startedAt = performance.now();
    expect(await read(url)).toMatchObject({ status: 503, body: { code: "unavailable" } });
    expect(performance.now() - startedAt).toBeLessThan(13_000);
  });

  it("ends a request that never ends, and a body that is larger than it says", { timeout: 40_000 }, async () => {
    gate = await startGateProcess({ GATEHOUSE_GATE_BODY_LIMIT_BYTES: "2048" });
    const { port } = new URL(gate.url);
    const half = connect(Number(port), "127.0.0.1");
    half.write("POST /v1/read HTTP/1.1\r\nHost: localhost\r\nContent-Type: appl");
    const headersEnded = new Promise<string>((resolve) => {
      let text = "";
      half.on("data", (chunk: Buffer) => (text += chunk.toString()));
      half.on("close", () => resolve(text));
    });
    const chunked = await new Promise<number>((resolve, reject) => {
      const request = httpRequest(
        `${gate?.url}/v1/read`,
        {
          method: "POST",
          agent: false,
          headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
        },
        (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        },
      );
      request.on("error", reject);
      for (let chunks = 0; chunks < 8; chunks += 1) request.write(" ".repeat(1_000));
      request.end();
    });
    expect(chunked).toBe(413);
    expect(await headersEnded).toContain("408");
  });

  it("says in one line which port it could not take", async () => {
    gate = await startGateProcess();
    const { port } = new URL(gate.url);
    const { spawnSync } = await import("node:child_process");
    const other = spawnSync(process.execPath, ["--import", "tsx", "gate/main.ts"], {
      env: { ...process.env, GATEHOUSE_GATE_PORT: port },
      timeout: 15_000,
    });
    expect(other.status).toBe(1);
    expect(other.stderr.toString().trim().split("\n")).toEqual([expect.stringContaining(port)]);
  });
});

describe("wrong keys in great numbers", () => {
  it("are answered 429 after a while, and add no more to the log, while a good key still works", async () => {
    gate = await startGateProcess();
    const { url } = gate;
    const statuses = await Promise.all(
      Array.from({ length: 80 }, async () => (await callGate(url, "GET", "/v1/me", { key: "wrong" })).status),
    );
    expect(new Set(statuses)).toEqual(new Set([401, 429]));
    const refused = statuses.filter((status) => status === 401).length;
    expect(refused).toBeLessThan(30);
    expect(await listEvents({ action: "access.unauthenticated" })).toHaveLength(refused);
    await read(url).then(({ status }) => expect([200, 429]).toContain(status));
    await expect.poll(async () => (await read(url)).status, { timeout: 5_000 }).toBe(200);
  });
});
