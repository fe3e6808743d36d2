import { createServer, type Server } from "node:net";
import { afterAll, describe, expect, test } from "vitest";
import { runSql } from "@/lib/catalog/test-discovery";
import { createTestDatabase, createTestSource } from "@/lib/db/test-database";
import { DomainError } from "@/lib/kernel/domain-error";
import type { SourceId } from "@/lib/kernel/ids";
import { forgetEnv } from "@/lib/runtime/env";
import { seal } from "@/lib/runtime/keyring";
import { newId } from "@/lib/runtime/new-id";
import { closeSourcePools, getSourcePool } from "./get-source-pool";
import type { SourceConnection } from "./source-connection";
import { withSourceConnection } from "./with-source-connection";

process.env["GATEHOUSE_SOURCE_TIMEOUT_MS"] = "1500";
await createTestDatabase();
forgetEnv();
const database = await createTestSource();
afterAll(closeSourcePools);

function toSource(changes: Partial<Omit<SourceConnection, "id">> & { password?: string } = {}): SourceConnection {
  const id = newId(new Date()) as SourceId;
  const { password = database.password, ...rest } = changes;
  const passwordSealed = seal(password, { table: "source", column: "password_sealed", rowId: id });
  const { host, port, user } = database;
  return { id, host, port, database: database.database, username: user, passwordSealed, tlsMode: "disable", ...rest };
}

const here = toSource();

async function failure(work: Promise<unknown>): Promise<DomainError> {
  const error = await work.then(
    () => new Error("it did not fail"),
    (thrown: unknown) => thrown,
  );
  if (error instanceof DomainError) return error;
  throw error;
}

describe("a value of a source", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["123456789012345678901234567890.123456789::numeric", "123456789012345678901234567890.123456789"],
    ["'NaN'::numeric", "NaN"],
    ["9223372036854775807::bigint", "9223372036854775807"],
    ["0.1::float8 + 0.2::float8", "0.30000000000000004"],
    ["'infinity'::date", "infinity"],
    ["'-infinity'::timestamptz", "-infinity"],
    ["'2024-02-29 23:59:59.123456+05:30'::timestamptz", "2024-02-29 18:29:59.123456+00"],
    ["'4713-01-01 BC'::date", "4713-01-01 BC"],
    ["'1 year 2 mons 3 days 04:05:06'::interval", "P1Y2M3DT4H5M6S"],
    ["'\\xdeadbeef'::bytea", "\\xdeadbeef"],
    ["ARRAY[[1,2],[3,null]]", "{{1,2},{3,NULL}}"],
    ["int4range(1, 10)", "[1,10)"],
    ['\'{"b": 1.10, "a": 12345678901234567890}\'::json', '{"b": 1.10, "a": 12345678901234567890}'],
    ["true", "t"],
    ["ROW(1, 'x y')", '(1,"x y")'],
    ["'192.168.0.1/24'::inet", "192.168.0.1/24"],
  ];
  test.each(cases)("%s comes as the text that Postgres writes", async (expression, text) => {
    const rows = await withSourceConnection(here, (client) => client.query(`SELECT ${expression}`));
    expect(rows).toEqual([[text]]);
  });

  test("null is null", async () => {
    expect(await withSourceConnection(here, (client) => client.query("SELECT NULL::int"))).toEqual([[null]]);
  });
});

describe("a source", () => {
  test("cannot be written to, not even by a function that turns writing on", async () => {
    await runSql(database.url, "CREATE TABLE kept (id int)");
    await runSql(
      database.url,
      "CREATE FUNCTION sneak() RETURNS int LANGUAGE plpgsql AS $$ BEGIN SET default_transaction_read_only = off; INSERT INTO kept VALUES (1); RETURN 1; END $$",
    );
    const statements = ["INSERT INTO kept VALUES (1)", "CREATE TEMP TABLE t (id int)", "SELECT sneak()"];
    for (const statement of statements) {
      expect((await failure(withSourceConnection(here, (client) => client.query(statement)))).code).toBe(
        "source_refused",
      );
    }
    expect(await runSql(database.url, "SELECT * FROM kept")).toEqual([]);
  });

  test("that is slow is given up after the timeout", async () => {
    const started = performance.now();
    const error = await failure(withSourceConnection(here, (client) => client.query("SELECT pg_sleep(30)")));
    expect(error.code).toBe("source_slow");
    expect(performance.now() - started).toBeLessThan(6_000);
  });

  test("that accepts a connection and never answers is given up", async () => {
    const silent: Server = createServer(() => undefined);
    const port = await new Promise<number>((resolve) => {
      silent.listen(0, "127.0.0.1", () => {
        const address = silent.address();
        resolve(typeof address === "object" && address ? address.port : 0);
      });
    });
    const error = await failure(withSourceConnection(toSource({ port }), (client) => client.query("SELECT 1")));
    expect(error.code).toBe("source_unreachable");
    silent.close();
  });

  test.each([
    ["is down", { port: 1 }, "source_unreachable"],
    ["is down, by a name with two addresses", { host: "localhost", port: 1 }, "source_unreachable"],
    ["has another name", { host: "no-such-host.invalid" }, "source_unreachable"],
    ["has no TLS where TLS is wanted", { tlsMode: "require" }, "source_unreachable"],
    ["has no such database", { database: "nowhere" }, "source_refused"],
    ["has no such user", { username: "nobody" }, "source_refused"],
    ["has another password", { password: "not-the-password" }, "source_refused"],
  ] as const)("that %s gives a stable code, and nothing of its settings", async (_, changes, code) => {
    const error = await failure(withSourceConnection(toSource(changes), (client) => client.query("SELECT 1")));
    expect(error.code).toBe(code);
    const secrets = [database.password, database.host, ...Object.values(changes).map(String)].filter(
      (text) => text.length > 1,
    );
    for (const secret of secrets.filter((text) => text !== "require")) expect(error.message).not.toContain(secret);
  });

  test.each([
    ["SELECT gone FROM pg_class", "source_changed"],
    ["SELECT * FROM gone", "source_changed"],
    ["SELECT * FROM no_schema.gone", "source_changed"],
    ["SELECT 'marker-value'::int", "invalid_input"],
    ["SELECT '{}'::json = '{}'::json", "invalid_input"],
    ["SELECT 1 / 0", "invalid_input"],
  ])("answers %s with a code, and no word of the server", async (statement, code) => {
    const error = await failure(withSourceConnection(here, (client) => client.query(statement)));
    expect(error.code).toBe(code);
    expect(error.message).not.toMatch(/marker|gone|json|relation|syntax/);
  });

  test("that ends a connection in the middle of a query is unreachable, and answers again afterwards", async () => {
    const asked = failure(
      withSourceConnection(here, (client) =>
        client.query("SELECT pg_terminate_backend(pg_backend_pid()), pg_sleep(5)"),
      ),
    );
    expect((await asked).code).toBe("source_unreachable");
    expect(await withSourceConnection(here, (client) => client.query("SELECT 1"))).toEqual([["1"]]);
  });

  test("keeps no connection of a read that failed, however it failed", async () => {
    const fail = () =>
      withSourceConnection(here, async (client) => {
        await client.query("SELECT 1");
        throw new TypeError("a bug");
      });
    for (let time = 0; time < 25; time += 1) {
      await failure(withSourceConnection(here, (client) => client.query("SELECT 1/0")));
      await expect(fail()).rejects.toThrow("a bug");
    }
    await withSourceConnection(here, (client) => client.query("SELECT 1"));
    await expect.poll(() => getSourcePool(here).totalCount - getSourcePool(here).idleCount).toBe(0);
  });

  test("answers more readers than it has connections, one after the other", async () => {
    const reads = Array.from({ length: 60 }, (_, n) =>
      withSourceConnection(here, (client) => client.query(`SELECT ${n}`)),
    );
    expect((await Promise.all(reads)).map((rows) => rows[0]?.[0])).toEqual(
      Array.from({ length: 60 }, (_, n) => String(n)),
    );
    expect(getSourcePool(here).totalCount).toBeLessThanOrEqual(10);
  });

  test("whose settings change is reached with the new ones at once", async () => {
    const ok = await withSourceConnection(here, (client) => client.query("SELECT 1"));
    expect(ok).toEqual([["1"]]);
    expect((await failure(withSourceConnection({ ...here, port: 1 }, (client) => client.query("SELECT 1")))).code).toBe(
      "source_unreachable",
    );
    expect(await withSourceConnection(here, (client) => client.query("SELECT 1"))).toEqual([["1"]]);
  });

  test("whose password was sealed for another source is not tried", async () => {
    const moved = { ...toSource(), passwordSealed: here.passwordSealed };
    expect((await failure(withSourceConnection(moved, (client) => client.query("SELECT 1")))).code).toBe("unavailable");
  });

  test("is read under values given apart from the text", async () => {
    const rows = await withSourceConnection(here, (client) =>
      client.query("SELECT $1::text, $2::int", ["'; DROP TABLE kept; --", 7]),
    );
    expect(rows).toEqual([["'; DROP TABLE kept; --", "7"]]);
  });
});
