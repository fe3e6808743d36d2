import pg from "pg";
import { expect, test } from "vitest";
import { closePools, getReaderPool, getWriterPool } from "@/lib/db/pool";
import { createTestDatabase } from "@/lib/db/test-database";

const database = await createTestDatabase();

async function run(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

test("the application works as its own role, which is neither superuser nor owner", async () => {
  const rows = await getWriterPool().query(
    "SELECT current_user AS role, usesuper AS is_superuser FROM pg_user WHERE usename = current_user",
  );
  expect(rows.rows).toEqual([{ role: "gatehouse_app", is_superuser: false }]);
  await closePools();
});

test("the application's role cannot change the schema", async () => {
  await expect(run(database.appUrl, "CREATE TABLE sneaky (id int)")).rejects.toThrow(/permission denied/);
  await expect(run(database.appUrl, 'DROP TABLE "audit_event" CASCADE')).rejects.toThrow(/must be owner/);
});

test("a reader's connection refuses to write", async () => {
  await expect(getReaderPool().query("CREATE TEMP TABLE t (id int)")).rejects.toThrow(/read-only transaction/);
});

test("nobody but the two roles and the superuser can enter the database", async () => {
  const name = new URL(database.appUrl).pathname.slice(1);
  await run(database.superuserUrl, `CREATE ROLE "guest_${name}" LOGIN PASSWORD 'guest'`);
  const url = new URL(database.appUrl);
  url.username = `guest_${name}`;
  url.password = "guest";
  await expect(run(url.href, "SELECT 1")).rejects.toThrow(/permission denied for database/);
});
