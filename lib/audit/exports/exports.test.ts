import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelExport } from "@/lib/audit/cancel-export";
import { listExports } from "@/lib/audit/list-exports";
import { listLogKeys } from "@/lib/audit/list-log-keys";
import { indexAll } from "@/lib/audit/log-fixture";
import { openExport } from "@/lib/audit/open-export";
import { record } from "@/lib/audit/record";
import { removeExports } from "@/lib/audit/remove-exports";
import { requestExport } from "@/lib/audit/request-export";
import { runExport } from "@/lib/audit/run-export";
import type { StoredEvent } from "@/lib/audit/stored-event";
import { readerOfPath } from "@/lib/audit/verifier/command.mjs";
import { openTar, textOf } from "@/lib/audit/verifier/files.mjs";
import { verifyTar } from "@/lib/audit/verifier/verify.mjs";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";
import { addReader, makeTestData, type TestAgent } from "@/lib/gateway/gateway-fixture";
import { readDataset } from "@/lib/gateway/read-dataset";
import { newSystemContext } from "@/lib/identity/new-context";
import { testContext, testPerson } from "@/lib/identity/test-contexts";
import { newId } from "@/lib/runtime/new-id";
import { addTestPerson } from "@/lib/agents/agents-fixture";
import { forgetEnv } from "@/lib/runtime/env";
import type { ExportScopeInput } from "./export-scope";
import { FRAMEWORKS } from "./frameworks";
import { toCsvRow } from "./to-csv";
import { toOcsf } from "./to-ocsf";
import { openFile } from "./write-file";

await createTestDatabase();
const folder = mkdtempSync(join(tmpdir(), "gatehouse-exports-"));
process.env["GATEHOUSE_DATA_DIR"] = folder;
forgetEnv();
afterAll(() => {
  rmSync(folder, { recursive: true });
  delete process.env["GATEHOUSE_DATA_DIR"];
  forgetEnv();
});
const personId = await addTestPerson();
const asCompliance = (now = new Date()) => testPerson(["compliance"], personId, now);
const environment = { clock: () => new Date() };
const data = await makeTestData(
  "CREATE TABLE customers (id int PRIMARY KEY, name text); INSERT INTO customers VALUES (1, 'Zebulon Quimby'), (2, 'Xanthe Vroom')",
  { customers: "id" },
);
let agent: TestAgent;

beforeAll(async () => {
  agent = await addReader(
    data,
    [{ dataset: "customers", fields: { id: "clear", name: "clear" } }],
    "=cmd|' /C calc'!A0",
  );
  for (let n = 0; n < 5; n += 1) await readDataset(agent.ctx(), { dataset: "customers", purpose: "customer_support" });
  await readDataset(agent.ctx(), { dataset: "secret_things", purpose: "customer_support" }).catch(() => undefined);
  await record(testContext({ kind: "anonymous" }), [{ action: "access.unauthenticated", reason: "key_unknown" }]);
  await indexAll();
});

type Files = Map<string, { size: number; read: (offset: number, length: number) => Promise<Uint8Array> }>;
type Taken = { files: Files; read: (name: string) => Promise<string>; path: string; exportId: string };

async function take(scope: ExportScopeInput): Promise<Taken> {
  const exportId = await requestExport(asCompliance(), scope);
  expect(await runExport(newSystemContext("jobs"), { exportId }, environment)).toBe("done");
  const { path } = await openExport(asCompliance(), { exportId });
  const files = await openTar(readerOfPath(path));
  return { files, path, exportId, read: (name) => textOf(files.get(name)) };
}

const verify = async (path: string) =>
  verifyTar(readerOfPath(path), { keys: (await listLogKeys(asCompliance())).keys.map(({ key }) => key) });

describe("an export", () => {
  it.each(["csv", "ndjson", "ocsf"] as const)(
    "as %s is proved, readable by its owner only, and says what it took in",
    async (format) => {
      const { path, read, exportId } = await take({ format, filters: { agentId: agent.agentId } });
      const verdict = await verify(path);
      expect(verdict).toMatchObject({ isIntact: true, trust: "given" });
      expect(verdict.entries).toBeGreaterThan(10);
      expect(statSync(path).mode & 0o777).toBe(0o600);
      const manifest = JSON.parse(await read("manifest.json")) as {
        entries: number;
        scope: string;
        files: { name: string }[];
      };
      expect(manifest.entries).toBe(verdict.entries);
      expect(manifest.scope).toContain(agent.agentId);
      const form = { csv: "events.csv", ocsf: "events.ocsf.ndjson", ndjson: "entries.ndjson" }[format];
      expect(manifest.files.map(({ name }) => name)).toContain(form);
      const lines = (await read(form)).trimEnd().split("\n");
      expect(lines).toHaveLength(verdict.entries + (format === "csv" ? 1 : 0));
      const [row] = await listExports(asCompliance(), { exportId });
      expect(row).toMatchObject({
        state: "done",
        rowsDone: verdict.entries,
        rowsTotal: verdict.entries,
        failure: null,
      });
    },
  );

  it("of everything holds every entry of the log at that moment", async () => {
    const head = await reader().logHead.findUniqueOrThrow({ where: { id: 1 } });
    const { path } = await take({ format: "ndjson", filters: {} });
    expect(await verify(path)).toMatchObject({ isIntact: true, entries: Number(head.size), size: Number(head.size) });
  });

  it("is an event when it is asked for, made for that person, fetched and removed", async () => {
    const { exportId } = await take({ format: "csv", filters: { decision: "deny" } });
    const later = { ...newSystemContext("jobs"), now: new Date(Date.now() + 8 * 86_400_000) };
    await removeExports(later);
    await expect(openExport(asCompliance(), { exportId })).rejects.toMatchObject({ code: "not_found" });
    const rows = await reader().auditEvent.findMany({
      where: { text: { contains: exportId } },
      orderBy: { id: "asc" },
    });
    expect(new Set(rows.map(({ action }) => action))).toEqual(
      new Set(["audit.export_requested", "audit.export_finished", "audit.export_downloaded", "audit.export_removed"]),
    );
    expect(JSON.parse(rows.find(({ action }) => action === "audit.export_finished")?.text ?? "{}")).toMatchObject({
      onBehalfOf: personId,
    });
    expect(existsSync(join(folder, "exports", `${exportId}.tar`))).toBe(false);
  });

  it("that is cancelled ends and leaves no file", async () => {
    const exportId = await requestExport(asCompliance(), { format: "csv", filters: {} });
    await cancelExport(asCompliance(), { exportId });
    expect(await runExport(newSystemContext("jobs"), { exportId }, environment)).toBe("cancelled");
    expect(existsSync(join(folder, "exports", exportId))).toBe(false);
    await expect(cancelExport(asCompliance(), { exportId })).rejects.toMatchObject({ code: "conflict" });
    await expect(cancelExport(asCompliance(), { exportId: newId(new Date()) })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("that lost its process is made anew by another, and never by two at once", async () => {
    const exportId = await requestExport(asCompliance(), { format: "ndjson", filters: {} });
    const stop = new AbortController();
    stop.abort();
    await expect(
      runExport(newSystemContext("jobs"), { exportId }, { ...environment, stop: stop.signal }),
    ).rejects.toThrow();
    expect(await runExport(newSystemContext("jobs"), { exportId }, environment)).toBe("not_due");
    const later = { clock: () => new Date(Date.now() + 120_000) };
    expect(await runExport(newSystemContext("jobs"), { exportId }, later)).toBe("done");
    expect(await runExport(newSystemContext("jobs"), { exportId }, later)).toBe("not_due");
  });

  it.runIf(existsSync("/dev/full"))("whose disk takes no more fails with a word, and leaves no file", async () => {
    const file = openFile("/dev", "full");
    await file.write("text");
    await expect(file.end()).rejects.toMatchObject({ code: "ENOSPC" });
    const exportId = await requestExport(asCompliance(), { format: "csv", filters: {} });
    const archive = join(folder, "exports", `${exportId}.tar`);
    symlinkSync("/dev/full", archive);
    expect(await runExport(newSystemContext("jobs"), { exportId }, environment)).toBe("failed");
    expect(await listExports(asCompliance(), { exportId })).toMatchObject([{ state: "failed", failure: "disk_full" }]);
    expect(existsSync(archive) || existsSync(join(folder, "exports", exportId))).toBe(false);
  });

  it("of another person counts for nobody else's limit, and a fourth at a time is refused", async () => {
    const other = testPerson(["compliance"]);
    for (let n = 0; n < 3; n += 1) await requestExport(other, { format: "csv", filters: {} });
    await expect(requestExport(other, { format: "csv", filters: {} })).rejects.toMatchObject({ code: "conflict" });
    await expect(requestExport(testPerson(["reviewer"]), { format: "csv", filters: {} })).rejects.toMatchObject({
      code: "not_permitted",
    });
    await expect(requestExport(asCompliance(), { format: "xml" } as never)).rejects.toMatchObject({
      code: "invalid_input",
    });
  });

  it("holds no customer's value", async () => {
    const { path } = await take({ format: "csv", filters: {} });
    const bytes = readFileSync(path, "utf8");
    for (const value of ["Quimby", "Xanthe", agent.key]) expect(bytes).not.toContain(value);
  });
});

const anyNames = { actor: () => "=1+1", agent: () => "@SUM(A1)", dataset: () => "+dataset" };
const event = (facts: object): StoredEvent =>
  ({
    id: newId(new Date()),
    at: new Date().toISOString(),
    actor: { kind: "person", id: "x" },
    requestId: newId(new Date()),
    address: "10.0.0.7",
    ...facts,
  }) as StoredEvent;

describe("a spreadsheet", () => {
  it.each(["=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", " =1+1", "|calc", "%0A"])(
    "takes %j for text",
    (reason) => {
      const row = toCsvRow(event({ action: "access.rejected", reason }), 0, anyNames);
      expect(row).toContain(`"'${reason}"`);
      expect(row).not.toMatch(/,"[\s]*[=+@|%]/);
    },
  );

  it("gets quotes, commas and newlines as they are", () => {
    expect(toCsvRow(event({ action: "access.rejected", reason: 'a "b", c\nd' }), 7, anyNames)).toContain(
      '"a ""b"", c\nd"',
    );
  });
});

describe("OCSF 1.8", () => {
  const COMMON = ["activity_id", "category_uid", "class_uid", "metadata", "severity_id", "time", "type_uid"];
  const REQUIRED: { readonly [uid: number]: string[] } = {
    3002: ["user"],
    3004: ["entity"],
    6003: ["actor", "api", "src_endpoint"],
    6005: ["actor", "src_endpoint"],
  };
  const ONE_OF: { readonly [uid: number]: string[] } = {
    3002: ["service", "dst_endpoint"],
    6005: ["database", "databucket", "table"],
  };
  const has = (object: unknown, ...keys: string[]): boolean =>
    keys.some((key) => Reflect.get(Object(object), key) !== undefined);

  it("has every attribute that the class of each stored event requires", async () => {
    const { read } = await take({ format: "ocsf", filters: {} });
    const events = (await read("events.ocsf.ndjson"))
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const extra = [
      toOcsf(event({ action: "session.started", personId: newId(new Date()), sessionId: "s" }), 1),
      toOcsf(event({ action: "session.ended", personId: newId(new Date()), sessionId: "s", cause: "sign_out" }), 2),
      toOcsf(event({ action: "log.alarm_raised", alarmId: "a", kind: "shorter" }), 3),
      toOcsf(event({ action: "held_item.approved", itemId: "i" }), 4),
    ];
    const all = [...events, ...extra];
    expect(new Set(all.map((one) => one["class_uid"]))).toEqual(new Set([3002, 3004, 6003, 6005]));
    for (const one of all) {
      const uid = Number(one["class_uid"]);
      for (const name of [...COMMON, ...(REQUIRED[uid] ?? [])])
        expect(one[name], `${name} of ${String(one["message"])}`).toBeDefined();
      const oneOf = ONE_OF[uid];
      if (oneOf) expect(has(one, ...oneOf), String(one["message"])).toBe(true);
      expect(one["type_uid"]).toBe(uid * 100 + Number(one["activity_id"]));
      expect(one["category_uid"]).toBe(Math.floor(uid / 1_000));
      expect(one["metadata"]).toMatchObject({ version: "1.8.0", product: { name: "Gatehouse" } });
      expect(Number.isInteger(one["time"])).toBe(true);
      if (one["actor"] !== undefined) expect(has(one["actor"], "user", "app_name")).toBe(true);
      if (one["entity"] !== undefined) expect(has(one["entity"], "uid", "name")).toBe(true);
      if (one["table"] !== undefined) expect(has(one["table"], "uid", "name")).toBe(true);
      if (one["src_endpoint"] !== undefined) expect(has(one["src_endpoint"], "ip", "name")).toBe(true);
    }
  });
});

describe("an evidence pack", () => {
  const period = { from: new Date(Date.now() - 86_400_000), to: new Date(Date.now() + 86_400_000) };
  it.each(Object.keys(FRAMEWORKS) as (keyof typeof FRAMEWORKS)[])(
    "for %s gives facts for each clause with links and digests, proves its events and claims no compliance",
    async (framework) => {
      const { path, read } = await take({ format: "evidence", framework, ...period });
      expect(await verify(path)).toMatchObject({ isIntact: true });
      const facts = JSON.parse(await read("facts.json")) as {
        says: string;
        clauses: { facts: string[] }[];
        facts: { name: string; sha256: string; path: string; rows: unknown[] }[];
      };
      const names = facts.facts.map(({ name }) => name);
      for (const clause of facts.clauses) {
        expect(clause.facts.length).toBeGreaterThan(0);
        expect(names).toEqual(expect.arrayContaining(clause.facts));
      }
      for (const fact of facts.facts) {
        expect(fact.sha256).toMatch(/^[0-9a-f]{64}$/);
        expect(fact.path).toMatch(/^\//);
      }
      const page = await read("index.html");
      expect(page).toContain("does not say so");
      expect(page).not.toMatch(/\bcompliant\b|is compliance|complies/i);
      expect(page).not.toContain("Quimby");
      expect(page).not.toMatch(/<script/i);
    },
  );

  it("of a period that ends before it begins is refused", async () => {
    const turned = { from: period.to, to: period.from };
    await expect(
      requestExport(asCompliance(), { format: "evidence", framework: "gdpr", ...turned }),
    ).rejects.toMatchObject({ field: "from" });
  });
});
