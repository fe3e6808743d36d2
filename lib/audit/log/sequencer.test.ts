import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { recordSome, sequenceAll, tamper } from "@/lib/audit/log-fixture";
import { connectClient } from "@/lib/db/connect-client";
import { reader } from "@/lib/db/reader";
import { createTestDatabase } from "@/lib/db/test-database";
import { testContext } from "@/lib/identity/test-contexts";
import { toHex } from "@/lib/kernel/bytes";
import { openCheckpoint } from "@/lib/kernel/checkpoint";
import { hashLeaf, rootOf } from "@/lib/kernel/merkle-tree";
import { definePurpose } from "@/lib/scopes/define-purpose";
import { ED25519, getLogKeys, sha256 } from "./log-keys";
import { sequenceBatch } from "./sequence-batch";
import type { Leader } from "./start-leader";
import { startSequencer } from "./start-sequencer";

const database = await createTestDatabase();
const running: Leader[] = [];
const WAIT = { timeout: 5_000, interval: 20 };

function start(): Leader {
  const sequencer = startSequencer();
  running.push(sequencer);
  return sequencer;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.stop()));
});

async function runSql<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Everything that must hold of the stored log at any moment. */
async function expectWhole(): Promise<number> {
  const [entries, head, events] = await Promise.all([
    reader().logEntry.findMany({ orderBy: { seq: "asc" } }),
    reader().logHead.findUniqueOrThrow({ where: { id: 1 } }),
    reader().auditEvent.findMany({ select: { id: true, text: true } }),
  ]);
  expect(entries.map(({ seq }) => Number(seq))).toEqual(entries.map((_, index) => index));
  expect(new Set(entries.map(({ eventId }) => eventId)).size).toBe(entries.length);
  const texts = new Map(events.map(({ id, text }) => [id, text]));
  const leaves = entries.map(({ eventId }) => hashLeaf(sha256, Buffer.from(texts.get(eventId) ?? "missing", "utf8")));
  expect(entries.map(({ leafHash }) => toHex(leafHash))).toEqual(leaves.map(toHex));
  const { origin, all } = getLogKeys();
  const signed = openCheckpoint(
    ED25519,
    head.note,
    origin,
    all.map(({ verifier }) => verifier),
  );
  expect(signed).toMatchObject({ size: entries.length });
  expect(toHex(signed?.root ?? new Uint8Array())).toBe(toHex(rootOf(sha256, leaves)));
  return entries.length;
}

describe("the sequencer", () => {
  it("gives each event one place, without a gap, within a second of its commit", async () => {
    start();
    await expect.poll(() => reader().logHead.count(), WAIT).toBe(1);
    await recordSome(600);
    const stored = Date.now();
    const head = () => reader().logHead.findUniqueOrThrow({ where: { id: 1 }, select: { size: true, at: true } });
    await expect.poll(async () => (await head()).size, WAIT).toBe(600n);
    expect((await head()).at.getTime() - stored).toBeLessThan(1_000);
    await expectWhole();
  });

  it("does not pass over an event that is committed late, after others with younger ids", async () => {
    start();
    const late = new pg.Client({ connectionString: database.appUrl });
    await late.connect();
    const id = "01900000-0000-7000-8000-000000000001";
    await late.query("BEGIN");
    await late.query(
      "INSERT INTO audit_event (id, at, action, actor_kind, request_id, text) VALUES ($1, now(), 'access.unauthenticated', 'anonymous', $1, '{}')",
      [id],
    );
    const younger = await recordSome(20);
    await expect.poll(() => reader().logEntry.count({ where: { eventId: { in: younger } } }), WAIT).toBe(20);
    expect(await reader().logEntry.count({ where: { eventId: id } })).toBe(0);
    await late.query("COMMIT");
    await late.end();
    const committed = Date.now();
    await expect.poll(() => reader().logEntry.count({ where: { eventId: id } }), WAIT).toBe(1);
    const head = await reader().logHead.findUniqueOrThrow({ where: { id: 1 }, select: { at: true } });
    expect(head.at.getTime() - committed).toBeLessThan(1_000);
    await expectWhole();
  });

  it("takes up an event whose clock went backwards", async () => {
    const past = testContext({ kind: "system", process: "cli" }, new Date(Date.now() - 3_600_000));
    await definePurpose(past, { code: "from_the_past", sentence: "For a test" });
    await sequenceAll();
    await expectWhole();
  });

  it("lets one of two lead, and the other take over when the leader is gone, with nothing lost or doubled", async () => {
    const pair = [start(), start()];
    await expect.poll(() => pair.filter((one) => one.isLeader()).length, WAIT).toBe(1);
    const writing = (async () => {
      const ids: string[] = [];
      for (let round = 0; round < 12; round += 1) ids.push(...(await recordSome(40)));
      return ids;
    })();
    for (let round = 0; round < 3; round += 1) {
      await wait(150);
      await runSql(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'gatehouse-sequence' AND datname = current_database() AND pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory')",
      );
    }
    const ids = await writing;
    await expect.poll(() => reader().logEntry.count({ where: { eventId: { in: ids } } }), WAIT).toBe(ids.length);
    await expect.poll(() => pair.filter((one) => one.isLeader()).length, WAIT).toBe(1);
    await expectWhole();
  });

  it("stays whole when two sequence at once in spite of the lock", async () => {
    const clients = await Promise.all([connectClient("one"), connectClient("other"), connectClient("third")]);
    const ids = await recordSome(300);
    await Promise.all(
      clients.map(async (client) => {
        for (let round = 0; round < 5; round += 1) await sequenceBatch(client, null);
      }),
    );
    await Promise.all(clients.map((client) => client.end()));
    expect(await reader().logEntry.count({ where: { eventId: { in: ids } } })).toBe(ids.length);
    await expectWhole();
  });

  it("makes no second entry of an event that somebody queued again", async () => {
    const [id] = await recordSome(1);
    await sequenceAll();
    await runSql("INSERT INTO log_queue VALUES ($1), ($1)", [id]);
    await recordSome(3);
    await sequenceAll();
    expect(await reader().logEntry.count({ where: { eventId: id ?? "" } })).toBe(1);
    await expectWhole();
  });

  it("signs with the new key after a rotation, and what the old one signed still verifies", async () => {
    await sequenceAll();
    const before = await reader().logHead.findUniqueOrThrow({ where: { id: 1 } });
    const key = (name: string): string => Buffer.from(name.padEnd(32, "-")).toString("base64url");
    const old = process.env["GATEHOUSE_LOG_KEYS"];
    const { forgetEnv } = await import("@/lib/runtime/env");
    process.env["GATEHOUSE_LOG_KEYS"] = JSON.stringify({
      currentKeyId: "l2",
      keys: { l1: key("log"), l2: key("new") },
    });
    forgetEnv();
    try {
      await sequenceAll();
      const after = await reader().logHead.findUniqueOrThrow({ where: { id: 1 } });
      const { origin, all } = getLogKeys();
      const verifiers = all.map(({ verifier }) => verifier);
      expect(after.keyId).not.toBe(before.keyId);
      for (const { note } of [before, after]) expect(openCheckpoint(ED25519, note, origin, verifiers)).not.toBeNull();
      expect(openCheckpoint(ED25519, after.note, origin, verifiers.slice(0, 1))).toBeNull();
      await expectWhole();
    } finally {
      process.env["GATEHOUSE_LOG_KEYS"] = old;
      forgetEnv();
    }
    await sequenceAll();
  });

  it("refuses to the application what would change the log", async () => {
    await recordSome(1);
    await sequenceAll();
    for (const sql of [
      "UPDATE log_entry SET leaf_hash = ''",
      "DELETE FROM log_entry",
      "TRUNCATE log_entry",
      "DELETE FROM log_tile",
      "DELETE FROM log_checkpoint",
      "DELETE FROM log_head",
      "DELETE FROM audit_event_first",
      "UPDATE audit_event_first SET text = ''",
      "TRUNCATE audit_event_first",
    ]) {
      for (const url of [database.appUrl, database.ownerUrl]) {
        const client = new pg.Client({ connectionString: url });
        await client.connect();
        const isOwner = url === database.ownerUrl;
        if (!(isOwner && sql === "DELETE FROM log_head"))
          await expect(client.query(`BEGIN; ${sql}; ROLLBACK`), sql).rejects.toThrow(
            /permission denied|never changed or removed/,
          );
        await client.end();
      }
    }
  });

  it("makes months ahead, and an event of any month finds a place", async () => {
    expect(await runSql("SELECT ensure_audit_months(12) > 0 AS made")).toEqual([{ made: true }]);
    expect(await runSql("SELECT ensure_audit_months(12) AS made")).toEqual([{ made: 0 }]);
    for (const at of ["1999-01-01", "2031-05-05", "2200-01-01"]) {
      await definePurpose(testContext({ kind: "system", process: "cli" }, new Date(at)), {
        code: `in_${at.slice(0, 4)}`,
        sentence: "For a test",
      });
    }
    await sequenceAll();
    await expectWhole();
    const [parts] = await runSql<{ count: number }>(
      "SELECT count(*)::int FROM pg_trigger WHERE tgname LIKE '%is_not_truncated' AND tgrelid::regclass::text LIKE 'audit_event_%'",
    );
    expect(parts?.count).toBeGreaterThan(12);
  });
});

describe("a log that was changed behind its back", () => {
  it.each([
    ["entries cut off its end", "DELETE FROM log_entry WHERE seq >= (SELECT max(seq) - 5 FROM log_entry)", "shorter"],
    [
      "an entry added to it by hand",
      "INSERT INTO log_entry SELECT max(seq) + 1, gen_random_uuid(), '\\x00' FROM log_entry",
      "different",
    ],
    [
      "a leaf near its edge changed",
      "UPDATE log_entry SET leaf_hash = sha256('') WHERE seq = (SELECT max(seq) FROM log_entry)",
      "different",
    ],
    [
      "an event removed before it had a place",
      "DELETE FROM audit_event WHERE id = (SELECT event_id FROM log_queue LIMIT 1)",
      "event_missing",
    ],
  ])("with %s grows no further and raises an alarm", async (_, sql, kind) => {
    await recordSome(3);
    await sequenceAll();
    const kept = await runSql("SELECT * FROM log_entry ORDER BY seq");
    await recordSome(2);
    await tamper(database.superuserUrl, sql);
    const sequencer = start();
    await expect
      .poll(() => reader().logAlarm.findFirst({ where: { acknowledgedAt: null }, select: { kind: true } }), WAIT)
      .toEqual({ kind });
    expect(await reader().auditEvent.count({ where: { action: "log.alarm_raised" } })).toBeGreaterThan(0);
    await sequencer.stop();
    // Put back, for the next case.
    const client = new pg.Client({ connectionString: database.superuserUrl });
    await client.connect();
    await client.query("SET session_replication_role = replica");
    await client.query(
      "DELETE FROM log_entry; DELETE FROM log_queue q WHERE NOT EXISTS (SELECT 1 FROM audit_event e WHERE e.id = q.event_id); UPDATE log_alarm SET acknowledged_at = now()",
    );
    for (const row of kept)
      await client.query("INSERT INTO log_entry (seq, event_id, leaf_hash) VALUES ($1, $2, $3)", Object.values(row));
    await client.end();
  });
});
