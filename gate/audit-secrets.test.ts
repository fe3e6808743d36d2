import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { addTestPerson } from "@/lib/agents/agents-fixture";
import { indexAll } from "@/lib/audit/log-fixture";
import { createWebhookAnchor } from "@/lib/audit/log/anchors/webhook-anchor";
import { deliverCheckpoints, publishCheckpoint } from "@/lib/audit/log/deliver-checkpoints";
import { makeStream } from "@/lib/audit/make-stream";
import { openExport } from "@/lib/audit/open-export";
import { requestExport } from "@/lib/audit/request-export";
import { runExport } from "@/lib/audit/run-export";
import { serveDueStreams } from "@/lib/audit/streams/serve-streams";
import type { ExportScopeInput } from "@/lib/audit/exports/export-scope";
import { findInDatabase } from "@/lib/db/find-in-database";
import { getWriterPool } from "@/lib/db/pool";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";
import { addReader, makeTestData } from "@/lib/gateway/gateway-fixture";
import { newSystemContext } from "@/lib/identity/new-context";
import { testPerson } from "@/lib/identity/test-contexts";
import { traceSubject } from "@/lib/insights/trace-subject";
import { getEnv } from "@/lib/runtime/env";
import { startTestGate } from "./gate-fixture";

const database = await createTestDatabase();
const folder = mkdtempSync(join(tmpdir(), "gatehouse-secrets-"));
afterAll(() => rmSync(folder, { recursive: true }));
const { call } = await startTestGate({ GATEHOUSE_LOG_LEVEL: "debug", GATEHOUSE_DATA_DIR: folder });
const written: string[] = [];

beforeEach(() => {
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, "write").mockImplementation((chunk) => written.push(String(chunk)) > 0);
});
afterEach(() => vi.restoreAllMocks());

/** What a customer's row holds, each word nowhere else in the world. */
const VALUES = ["Qzarnikow", "qz@arnikow.example", "+49 30 9988776655", "Zwoelfender Weg 3", "C-77001199"];
const SUBJECT = "C-77001199";

async function useEverything(): Promise<{ [what: string]: string }> {
  const data = await makeTestData(
    `CREATE TABLE customers (number text PRIMARY KEY, last_name text, email text, phone text, street text);
     INSERT INTO customers VALUES ('${SUBJECT}', 'Qzarnikow', 'qz@arnikow.example', '+49 30 9988776655', 'Zwoelfender Weg 3')`,
    { customers: "number" },
  );
  const fields = { number: "clear", last_name: "mask", email: "clear", phone: "tokenise", street: "redact" } as const;
  const agent = await addReader(data, [{ dataset: "customers", fields }]);
  const read = (where: unknown, key = agent.key) =>
    call("POST", "/v1/read", { key, body: { dataset: "customers", purpose: "customer_support", where } });
  for (const value of VALUES) {
    await read([{ field: "email", op: "eq", value }]);
    await read([{ field: value, op: "eq", value }]);
    await call("POST", "/v1/read", { key: agent.key, body: { dataset: value, purpose: value, fields: [value] } });
  }
  expect((await read([])).text).toContain("qz@arnikow.example");
  await read([], `${agent.key.slice(0, -1)}?`);
  const ctx = testPerson(["admin"]);
  await traceSubject(ctx, { datasetId: data.datasets.get("customers") ?? "", customer: SUBJECT });
  const target = "https://127.0.0.1:1/in?token=streamtokenstreamtoken";
  const { secret } = await makeStream(ctx, { name: "siem", kind: "webhook", target, isFromStart: true });
  await indexAll();
  await publishCheckpoint(getWriterPool());
  const anchorSecret = `whsec_${randomBytes(24).toString("base64")}`;
  await deliverCheckpoints([createWebhookAnchor("https://127.0.0.1:1/hook", anchorSecret)]);
  await serveDueStreams(getWriterPool());
  return {
    target: "streamtokenstreamtoken",
    agentKey: agent.key,
    streamSecret: secret ?? "",
    anchorSecret,
    sourcePassword: data.source.password,
  };
}

async function exportEverything(): Promise<string[]> {
  const period = { from: new Date(Date.now() - 86_400_000), to: new Date(Date.now() + 86_400_000) };
  const scopes: ExportScopeInput[] = [
    { format: "csv", filters: {} },
    { format: "ndjson", filters: {} },
    { format: "ocsf", filters: {} },
    { format: "evidence", framework: "gdpr", ...period },
    { format: "evidence", framework: "soc_2", ...period },
  ];
  const archives: string[] = [];
  for (const scope of scopes) {
    const ctx = testPerson(["compliance"], await addTestPerson());
    const exportId = await requestExport(ctx, scope);
    expect(await runExport(newSystemContext("jobs"), { exportId }, { clock: () => new Date() })).toBe("done");
    archives.push(readFileSync((await openExport(ctx, { exportId })).path, "utf8"));
  }
  return archives;
}

it("no secret and no customer's value is in any event, log line or export", { timeout: 120_000 }, async () => {
  const used = await useEverything();
  await indexAll();
  const archives = await exportEverything();
  const { sessionSecret, keyPepper, tokenKey, pseudonymKey, logKeys, keyring } = getEnv();
  const secrets = {
    ...used,
    sessionSecret,
    keyPepper: keyPepper.toString("base64url"),
    tokenKey: tokenKey.toString("base64url"),
    pseudonymKey: pseudonymKey.toString("base64url"),
    logKey: logKeys.keys["l1"]?.toString("base64url") ?? "",
    keyringKey: keyring.keys["k1"]?.toString("base64url") ?? "",
  };
  const events = await reader().auditEvent.findMany({ select: { text: true } });
  expect(events.length).toBeGreaterThan(30);
  expect(written.length).toBeGreaterThan(0);
  for (const [what, word] of [...Object.entries(secrets), ...VALUES.map((value) => ["value", value] as const)]) {
    expect(word.length, what).toBeGreaterThan(7);
    const isIn = (texts: readonly string[]): boolean => texts.some((text) => text.includes(word));
    expect(isIn(events.map(({ text }) => text)), `${what} in an event`).toBe(false);
    expect(isIn(written), `${what} in a log line`).toBe(false);
    expect(isIn(archives), `${what} in an export`).toBe(false);
    expect(await findInDatabase(database.superuserUrl, word), `${what} in a table`).toEqual([]);
  }
});
