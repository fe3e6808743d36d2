import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createHash, randomBytes } from "node:crypto";
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getEventProof } from "@/lib/audit/get-event-proof";
import { getEvent } from "@/lib/audit/get-event";
import { listLogKeys } from "@/lib/audit/list-log-keys";
import { recordSome, sequenceAll, tamper } from "@/lib/audit/log-fixture";
import { loadHead, writeArchive, writeEvidence } from "@/lib/audit/exports/write-archive";
import { type Selection, writeEntries } from "@/lib/audit/exports/write-entries";
import { openFile } from "@/lib/audit/exports/write-file";
import { verifyPath } from "@/lib/audit/verifier/command.mjs";
import { sha256InScript } from "@/lib/audit/verifier/sha256.mjs";
import { type Verdict, verifyProof } from "@/lib/audit/verifier/verify.mjs";
import { verifyLog } from "@/lib/audit/verify-log";
import { getWriterPool } from "@/lib/db/pool";
import { createTestDatabase } from "@/lib/db/test-database";
import { testPerson } from "@/lib/identity/test-contexts";
import { reader } from "@/lib/db/reader";
import { getEnv } from "@/lib/runtime/env";
import { fileAnchor } from "./anchors/file-anchor";
import { deliverCheckpoints, publishCheckpoint } from "./deliver-checkpoints";
import { getLogKeys, signCheckpoint } from "./log-keys";
import { verifyStoredLog } from "./verify-stored-log";

const database = await createTestDatabase();
const TABLES = ["audit_event", "log_entry", "log_tile", "log_head", "log_checkpoint", "log_queue"];
const SIZE = 600;
const folder = mkdtempSync(join(tmpdir(), "gatehouse-verify-"));
const asCompliance = () => testPerson(["compliance"]);
let count = 0;
let ids: string[] = [];

beforeAll(async () => {
  for (const some of [100, 150, 250, 100]) {
    ids.push(...(await recordSome(some)));
    await sequenceAll();
    await publishCheckpoint(getWriterPool());
  }
  await deliverCheckpoints([fileAnchor]);
  ids = (await reader().logEntry.findMany({ orderBy: { seq: "asc" } })).map(({ eventId }) => eventId);
  await tamper(database.superuserUrl, TABLES.map((t) => `CREATE TABLE kept_${t} AS SELECT * FROM ${t}`).join(";"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const putBack = () =>
  tamper(
    database.superuserUrl,
    TABLES.map((t) => `DELETE FROM ${t}; INSERT INTO ${t} SELECT * FROM kept_${t}`).join(";"),
  );

async function exportLog(selection: Selection = { kind: "all" }): Promise<string> {
  const head = await loadHead();
  if (head === null) throw new Error("no head");
  count += 1;
  const inside = join(folder, String(count));
  mkdirSync(inside);
  const files = { entries: openFile(inside, "entries.ndjson"), proof: openFile(inside, "proof.json") };
  await writeEntries(
    files,
    { selection, size: head.size },
    async () => undefined,
    async () => undefined,
  );
  const written = [await files.entries.end(), await files.proof.end(), ...(await writeEvidence(inside, head))];
  await writeArchive(inside, `${inside}.tar`, written, { format: "ndjson" }, new Date());
  return `${inside}.tar`;
}

const anchored = (): string => {
  const [name = ""] = readdirSync(getEnv().anchorFolder);
  return readFileSync(join(getEnv().anchorFolder, name), "utf8");
};
const ourKeys = async (): Promise<string[]> => (await listLogKeys(asCompliance())).keys.map(({ key }) => key);
const verify = async (path: string, outside: string[] = []): Promise<Verdict> =>
  verifyPath(path, { keys: await ourKeys(), outside });

describe("an export", () => {
  it("of the whole log is intact, in a tar and unpacked", async () => {
    const path = await exportLog();
    expect(await verify(path, [anchored()])).toMatchObject({
      isIntact: true,
      entries: SIZE,
      size: SIZE,
      trust: "given",
    });
    expect(await verify(path.replace(".tar", ""))).toMatchObject({ isIntact: true });
  });

  it.each([[[0]], [[599]], [[3, 4, 5, 255, 256, 300]], [[0, 599]], [[17, 511, 512, 598]]])(
    "of the entries %j alone leads to the same root",
    async (entries) => {
      const path = await exportLog({ kind: "some", entries });
      expect(await verify(path)).toMatchObject({ isIntact: true, entries: entries.length, size: SIZE });
    },
  );

  it("is checked by the verifier that lies in it, as an outsider runs it: Node alone, nothing installed", async () => {
    const path = await exportLog({ kind: "some", entries: [1, 2, 300] });
    const inside = path.replace(".tar", "");
    const run = (args: string[]) =>
      execFileSync(process.execPath, [join(inside, "verify.mjs"), ...args], {
        cwd: tmpdir(),
        env: { NODE_ENV: "test" },
        encoding: "utf8",
      });
    expect(run([path])).toMatch(/^Intact: 3 entries of a log of 600.*\nThe key was taken from the export itself/);
    const [key = ""] = await ourKeys();
    expect(run([inside, "--key", key])).toBe(
      `Intact: 3 entries of a log of 600, signed by key ${key.split("+")[1]}.\n`,
    );
    writeFileSync(
      join(inside, "entries.ndjson"),
      readFileSync(join(inside, "entries.ndjson"), "utf8").replace("key_unknown", "key_expired"),
    );
    expect(() => run([inside, "--key", key])).toThrow(/Command failed/);
  });

  type Change = (lines: string[]) => string[];
  const changes: [string, Change, string, number][] = [
    ["one changed byte", (l) => l.with(77, (l[77] ?? "").replace("key_unknown", "key_unknowm")), "changed", 77],
    ["a deleted entry", (l) => l.toSpliced(123, 1), "missing", 123],
    ["a deleted tail", (l) => l.slice(0, 590), "missing", 590],
    ["everything deleted", () => [], "missing", 0],
    ["two entries in another order", (l) => l.with(40, l[41] ?? "").with(41, l[40] ?? ""), "missing", 40],
    ["an entry twice", (l) => l.toSpliced(50, 0, l[49] ?? ""), "order", 49],
    ["a line that is no entry", (l) => l.with(9, "{}"), "unreadable", 9],
  ];
  it.each(changes)("with %s is refused, and the first bad entry named", async (_, change, code, entry) => {
    const inside = (await exportLog()).replace(".tar", "");
    const file = join(inside, "entries.ndjson");
    const lines = readFileSync(file, "utf8").trimEnd().split("\n");
    writeFileSync(
      file,
      change(lines)
        .map((line) => `${line}\n`)
        .join(""),
    );
    expect(await verify(inside)).toMatchObject({ isIntact: false, problem: { code, entry } });
  });

  it("re-made from a changed text, with its leaf, is found by the checkpoints that were signed before", async () => {
    const inside = (await exportLog()).replace(".tar", "");
    const file = join(inside, "entries.ndjson");
    const lines = readFileSync(file, "utf8").trimEnd().split("\n");
    const [, text = ""] = /"event":(.*)\}$/.exec(lines[130] ?? "") ?? [];
    const changed = text.replace("key_unknown", "key_missing");
    const leaf = createHash("sha256").update(`\0${changed}`).digest("base64");
    writeFileSync(
      file,
      lines
        .with(130, `{"entry":130,"leaf":"${leaf}","event":${changed}}`)
        .map((line) => `${line}\n`)
        .join(""),
    );
    expect(await verify(inside)).toMatchObject({
      isIntact: false,
      problem: { code: "different", entry: 100, lastEntry: 249 },
    });
  });

  it("signed anew with another key is refused by who knows the right one", async () => {
    const inside = (await exportLog()).replace(".tar", "");
    const { origin } = getLogKeys();
    const old = process.env["GATEHOUSE_LOG_KEYS"];
    const { forgetEnv } = await import("@/lib/runtime/env");
    process.env["GATEHOUSE_LOG_KEYS"] = JSON.stringify({
      currentKeyId: "x",
      keys: { x: randomBytes(32).toString("base64url") },
    });
    forgetEnv();
    const root = Buffer.from(readFileSync(join(inside, "checkpoint.txt"), "utf8").split("\n")[2] ?? "", "base64");
    const forged = signCheckpoint({ origin, size: SIZE, root }, getLogKeys().current);
    process.env["GATEHOUSE_LOG_KEYS"] = old;
    forgetEnv();
    writeFileSync(join(inside, "checkpoint.txt"), forged);
    expect(await verify(inside)).toMatchObject({ isIntact: false, problem: { code: "signature" } });
  });

  it("whose other files were changed is refused, and the file named", async () => {
    const inside = (await exportLog()).replace(".tar", "");
    writeFileSync(join(inside, "README.txt"), "something else");
    expect(await verify(inside)).toMatchObject({
      problem: { code: "file", sentence: "The file README.txt was changed." },
    });
  });

  it("made after the log was cut is refused with what an anchor kept, though it is consistent in itself", async () => {
    await tamper(
      database.superuserUrl,
      "DELETE FROM log_entry WHERE seq >= 500; DELETE FROM log_tile WHERE index > 0; DELETE FROM log_checkpoint WHERE size > 500; UPDATE log_head h SET size = c.size, root = c.root, note = c.note FROM log_checkpoint c WHERE c.size = 500",
    );
    const path = await exportLog();
    await putBack();
    expect(await verify(path)).toMatchObject({ isIntact: true, size: 500 });
    expect(await verify(path, [anchored()])).toMatchObject({
      isIntact: false,
      problem: { code: "missing", entry: 500 },
    });
  });
});

describe("the stored log", () => {
  it("is intact, and that it was verified is written down", async () => {
    expect(await verifyLog(asCompliance())).toMatchObject({
      isIntact: true,
      size: SIZE,
      outsideCheckpoints: 4,
      problem: null,
    });
    expect(await reader().auditEvent.count({ where: { action: "log.verified" } })).toBe(1);
    await expect(verifyLog(testPerson(["reviewer"]))).rejects.toMatchObject({ code: "not_permitted" });
    await putBack();
  });

  const byEntry = (entry: number): string => `(SELECT event_id FROM log_entry WHERE seq = ${entry})`;
  const moved = "(CASE seq WHEN 30 THEN -31 WHEN 31 THEN -30 END)";
  it.each([
    [
      "one changed byte of an event",
      `UPDATE audit_event SET text = overlay(text placing 'X' from 20 for 1) WHERE id = ${byEntry(321)}`,
      "changed",
      321,
    ],
    ["an event deleted", `DELETE FROM audit_event WHERE id = ${byEntry(200)}`, "event_missing", 200],
    ["an entry deleted", "DELETE FROM log_entry WHERE seq = 222", "missing", 222],
    [
      "an entry deleted with its event",
      `DELETE FROM audit_event WHERE id = ${byEntry(222)}; DELETE FROM log_entry WHERE seq = 222`,
      "missing",
      222,
    ],
    [
      "its tail deleted, events too",
      `DELETE FROM audit_event WHERE id IN (SELECT event_id FROM log_entry WHERE seq >= 580); DELETE FROM log_entry WHERE seq >= 580`,
      "missing",
      580,
    ],
    [
      "its tail deleted and an old head put back",
      `DELETE FROM audit_event WHERE id IN (SELECT event_id FROM log_entry WHERE seq >= 500); DELETE FROM log_entry WHERE seq >= 500; DELETE FROM log_tile WHERE index > 0; DELETE FROM log_checkpoint WHERE size > 500; UPDATE log_head h SET size = c.size, root = c.root, note = c.note FROM log_checkpoint c WHERE c.size = 500`,
      "missing",
      500,
    ],
    [
      "everything deleted",
      "DELETE FROM audit_event; DELETE FROM log_entry; DELETE FROM log_tile; DELETE FROM log_head; DELETE FROM log_checkpoint",
      "missing",
      0,
    ],
    [
      "two entries exchanged",
      `UPDATE log_entry SET seq = ${moved} WHERE seq IN (30, 31); UPDATE log_entry SET seq = -seq WHERE seq < 0`,
      "changed",
      30,
    ],
    [
      "a changed event with its leaf",
      `UPDATE audit_event SET text = text || ' ' WHERE id = ${byEntry(50)}; UPDATE log_entry SET leaf_hash = sha256('\\x00'::bytea || convert_to((SELECT text FROM audit_event WHERE id = log_entry.event_id), 'UTF8')) WHERE seq = 50`,
      "changed",
      50,
    ],
    [
      "an event slipped in without an entry",
      "INSERT INTO audit_event SELECT gen_random_uuid(), at, action, actor_kind, actor_id, agent_id, key_id, source_id, dataset_id, decision, reason, purpose, request_id, text FROM audit_event LIMIT 1",
      "unlisted",
      null,
    ],
  ])("with %s is found out, and the first bad entry named", async (_, sql, code, entry) => {
    await tamper(database.superuserUrl, sql);
    const verdict = await verifyStoredLog();
    await putBack();
    expect(verdict).toMatchObject({ isIntact: false, problem: { code, entry } });
    expect((await verifyStoredLog()).isIntact).toBe(true);
  });

  it("with an entry, its event and its tile changed together is found out between two signed heads", async () => {
    await tamper(
      database.superuserUrl,
      `UPDATE audit_event SET text = text || ' ' WHERE id = ${byEntry(120)};
       UPDATE log_entry SET leaf_hash = sha256('\\x00'::bytea || convert_to((SELECT text FROM audit_event WHERE id = log_entry.event_id), 'UTF8')) WHERE seq = 120;
       UPDATE log_tile SET hashes = overlay(hashes placing (SELECT leaf_hash FROM log_entry WHERE seq = 120) from 120 * 32 + 1 for 32) WHERE level = 0 AND index = 0`,
    );
    const verdict = await verifyStoredLog();
    await putBack();
    expect(verdict).toMatchObject({ problem: { code: "different", entry: 100, lastEntry: 249 } });
  });

  it("made anew and signed by another key is found out by its anchors and its key", async () => {
    const { origin } = getLogKeys();
    const root = Buffer.from((await loadHead())?.note.split("\n")[2] ?? "", "base64");
    const old = process.env["GATEHOUSE_LOG_KEYS"];
    const { forgetEnv } = await import("@/lib/runtime/env");
    process.env["GATEHOUSE_LOG_KEYS"] = JSON.stringify({
      currentKeyId: "x",
      keys: { x: randomBytes(32).toString("base64url") },
    });
    forgetEnv();
    const forged = signCheckpoint({ origin, size: SIZE, root }, getLogKeys().current);
    process.env["GATEHOUSE_LOG_KEYS"] = old;
    forgetEnv();
    await tamper(database.superuserUrl, `UPDATE log_head SET note = '${forged}'`);
    const verdict = await verifyStoredLog();
    await putBack();
    expect(verdict).toMatchObject({ problem: { code: "signature" } });
  });

  it("stays whole when the detail of a month is dropped, where the log says that it was", async () => {
    const [from = "", to = ""] = [ids[0], ids[100]];
    const text = JSON.stringify({ action: "log.detail_dropped", count: 100, fromId: from, toId: to });
    await tamper(database.superuserUrl, `DELETE FROM audit_event WHERE id >= '${from}' AND id < '${to}'`);
    expect(await verifyStoredLog()).toMatchObject({ problem: { code: "event_missing", entry: 0 } });
    await getWriterPool().query(
      "INSERT INTO audit_event (id, at, action, actor_kind, request_id, text) VALUES (gen_random_uuid(), now(), 'log.detail_dropped', 'system', gen_random_uuid(), $1)",
      [text],
    );
    expect(await verifyStoredLog()).toMatchObject({ isIntact: true, size: SIZE, withoutDetail: 100 });
    await putBack();
  });
});

describe("one event's proof", () => {
  it("is checked where it is read, and fails for any other text", async () => {
    for (const entry of [0, 255, 256, 599]) {
      const id = ids[entry] ?? "";
      const proof = await getEventProof(asCompliance(), id);
      const { text } = await getEvent(asCompliance(), id);
      if (proof === null) throw new Error("no proof");
      expect(await verifyProof({ ...proof, text }, await ourKeys())).toMatchObject({ isIntact: true, size: SIZE });
      expect(await verifyProof({ ...proof, text: `${text} ` }, await ourKeys())).toMatchObject({ isIntact: false });
      expect(await verifyProof({ ...proof, text, entry: entry + 1 }, await ourKeys())).toMatchObject({
        isIntact: false,
      });
      expect(await verifyProof({ ...proof, text }, [])).toMatchObject({ isIntact: false });
    }
  });
});

it("the verifier's own SHA-256 is the platform's", () => {
  for (let length = 0; length < 300; length += 1) {
    const bytes = randomBytes(length);
    expect(Buffer.from(sha256InScript(bytes)).toString("hex")).toBe(createHash("sha256").update(bytes).digest("hex"));
  }
});
