import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startEmbeddedPostgres } from "./embedded-postgres";
import { findFreePort } from "./free-port";

let parent: string;
let folder: string;

beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), "gatehouse-embedded-"));
  chmodSync(parent, 0o711);
  folder = join(parent, "postgres");
});
afterAll(() => rmSync(parent, { recursive: true }));

function start(superuserPassword = "first") {
  const choosePort = () => findFreePort(24_001, 24_900);
  return startEmbeddedPostgres({ folder, choosePort, superuserPassword, isThrowaway: true });
}

async function ask(url: string, statement: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ answer: unknown }>(statement);
    return rows[0]?.answer;
  } finally {
    await client.end();
  }
}

test("a first start that was cut short is begun anew, and what was written is there at the next start", async () => {
  mkdirSync(join(folder, "data"), { recursive: true });
  writeFileSync(join(folder, "data", "half-written"), "");
  const first = await start();
  await ask(first.superuserUrl, "CREATE TABLE kept AS SELECT 'Zürich' AS answer");
  await first.stop();
  const second = await start();
  expect(await ask(second.superuserUrl, "SELECT upper(answer) AS answer FROM kept")).toBe("ZÜRICH");
  await second.stop();
});

test("a lock left by a crash, its process number since given to another program, does not stop the next start", async () => {
  const lock = join(folder, "data", "postmaster.pid");
  writeFileSync(lock, `${process.pid}\n${join(folder, "data")}\n`);
  const server = await start();
  expect(await ask(server.superuserUrl, "SELECT 1 AS answer")).toBe(1);
  await server.stop();
  expect(existsSync(lock)).toBe(false);
});

test("it listens on loopback alone, wants a password in SCRAM, and nobody else can read its folder", async () => {
  const server = await start();
  expect(await ask(server.superuserUrl, "SELECT current_setting('listen_addresses') AS answer")).toBe("127.0.0.1");
  const stored = await ask(server.superuserUrl, "SELECT left(passwd, 14) AS answer FROM pg_shadow");
  expect(stored).toBe("SCRAM-SHA-256$");
  const wrong = new URL(server.superuserUrl);
  wrong.password = "guess";
  await expect(ask(wrong.href, "SELECT 1")).rejects.toThrow(/password authentication failed/);
  expect(statSync(folder).mode & 0o077).toBe(0);
  await server.stop();
});

test("a start that cannot succeed says why, with the server's own last words", async () => {
  writeFileSync(join(folder, "data", "postgresql.auto.conf"), "no_such_setting = 1\n");
  await expect(start()).rejects.toThrow(/did not start. Its log ends with:[\s\S]*no_such_setting/);
});
