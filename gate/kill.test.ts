import { request as httpRequest } from "node:http";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { connectTestSource, discover, runSql } from "@/lib/catalog/test-discovery";
import { createTestDatabase, createTestSource } from "@/lib/db/test-database";
import { addReader, findDatasetIds, listEvents, type TestAgent } from "@/lib/gateway/gateway-fixture";
import { type GateProcess, startGateProcess } from "./gate-process-fixture";
import { startProxy } from "./proxy-fixture";

const database = await createTestDatabase();
const source = await createTestSource();
await runSql(
  source.url,
  "CREATE TABLE customers (id int PRIMARY KEY, last_name text); INSERT INTO customers SELECT i, 'Okonkwo' || i FROM generate_series(1, 5) i",
);
const own = new URL(database.appUrl);
const ownProxy = await startProxy(own.hostname, Number(own.port));
const sourceProxy = await startProxy(source.host, source.port);
afterAll(() => Promise.all([ownProxy.close(), sourceProxy.close()]));
const sourceId = await connectTestSource(source, { host: "127.0.0.1", port: sourceProxy.port });
await discover(sourceId);
const data = { source, sourceId, datasets: await findDatasetIds() };
const proxied = new URL(database.appUrl);
proxied.port = String(ownProxy.port);

const PARALLEL = 3;
/** More than the messages of a few reads at once: the last tries break nothing. */
const STEPS = 12;

let gate: GateProcess | null = null;
let agent: TestAgent;
let selects = 0;

beforeEach(async () => {
  agent = await addReader(data, [{ dataset: "customers", fields: { id: "clear", last_name: "clear" } }]);
});
afterEach(async () => {
  ownProxy.onChunk = () => "pass";
  sourceProxy.onChunk = () => "pass";
  await gate?.stop("SIGKILL");
  gate = null;
});

/** Reads and keeps whatever comes, were it half an answer. */
function readWhatComes(url: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve) => {
    let status = 0;
    let text = "";
    const end = (): void => resolve({ status, text });
    const body = JSON.stringify({ dataset: "customers", purpose: "customer_support" });
    const headers = {
      authorization: `Bearer ${agent.key}`,
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
    };
    const request = httpRequest(
      `${url}/v1/read`,
      { method: "POST", headers, agent: false, timeout: 15_000 },
      (response) => {
        status = response.statusCode ?? 0;
        response.on("data", (chunk: Buffer) => (text += chunk.toString()));
        response.on("close", end);
      },
    );
    request.on("error", end);
    request.on("timeout", () => request.destroy());
    request.end(body);
  });
}

/** Does `fault` at the n-th message between the gate and either database. */
function arm(step: number, fault: () => "hold" | "cut"): { hits: () => number } {
  let messages = 0;
  const count = (): "pass" | "hold" | "cut" => {
    messages += 1;
    return messages === step ? fault() : "pass";
  };
  ownProxy.onChunk = count;
  sourceProxy.onChunk = (chunk, from) => {
    const what = count();
    if (from === "client" && what === "pass" && chunk.includes('"customers"')) selects += 1;
    return what;
  };
  return { hits: () => messages };
}

/** What must hold whenever the gate or a database went away. */
async function expectNothingUnrecorded(answers: readonly { status: number; text: string }[]): Promise<void> {
  const events = await listEvents({ agentId: agent.agentId });
  const allowed = events.filter((event) => event.action === "access.decided" && event.decision === "allow");
  const released = events.filter((event) => event.action === "access.completed" && event.outcome === "released");
  for (const { text } of answers) {
    if (!text.includes("Okonkwo")) continue;
    const decisionId = /"decisionId":"([0-9a-f-]+)"/.exec(text)?.[1];
    expect(allowed.map(({ id }) => id)).toContain(decisionId);
    expect(released).toContainEqual(expect.objectContaining({ decisionId, rowCount: 5 }));
  }
  // Nothing was even asked of the source without its decision in the log.
  expect(selects).toBeLessThanOrEqual(allowed.length);
}

describe("released rows are always in the log", () => {
  it("wherever the gate is killed during reads", { timeout: 180_000 }, async () => {
    let killed = 0;
    for (let step = 1; step <= STEPS; step += 1) {
      gate = await startGateProcess({ DATABASE_URL: proxied.href });
      const { child, url } = gate;
      expect(await readWhatComes(url)).toMatchObject({ status: 200 });
      selects = 1;
      arm(step, () => {
        child.kill("SIGKILL");
        return "hold";
      });
      const answers = await Promise.all(Array.from({ length: PARALLEL }, () => readWhatComes(url)));
      if (child.killed) killed += 1;
      ownProxy.onChunk = sourceProxy.onChunk = () => "pass";
      await gate.stop("SIGKILL");
      await expectNothingUnrecorded(answers);
      agent = await addReader(data, [{ dataset: "customers", fields: { id: "clear", last_name: "clear" } }]);
    }
    expect(killed).toBeGreaterThan(6);
  });

  it("wherever a connection to either database breaks, and the gate answers, and works again", {
    timeout: 120_000,
  }, async () => {
    gate = await startGateProcess({ DATABASE_URL: proxied.href });
    const { url } = gate;
    let refused = 0;
    for (let step = 1; step <= STEPS; step += 1) {
      expect(await readWhatComes(url)).toMatchObject({ status: 200 });
      selects = 1;
      arm(step, () => "cut");
      const answers = await Promise.all(Array.from({ length: PARALLEL }, () => readWhatComes(url)));
      ownProxy.onChunk = sourceProxy.onChunk = () => "pass";
      for (const { status, text } of answers) {
        expect([200, 502, 503], gate.output()).toContain(status);
        if (status !== 200) {
          refused += 1;
          expect(JSON.parse(text)).toMatchObject({
            code: expect.stringMatching(/^(unavailable|source_unreachable|source_refused)$/),
          });
        }
      }
      await expectNothingUnrecorded(answers);
      agent = await addReader(data, [{ dataset: "customers", fields: { id: "clear", last_name: "clear" } }]);
    }
    expect(refused).toBeGreaterThan(6);
  });
});
