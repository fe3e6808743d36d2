import { describe, expect, test } from "vitest";
import { findInDatabase } from "@/lib/db/find-in-database";
import { createTestDatabase, createTestSource } from "@/lib/db/test-database";
import { reader } from "@/lib/db/reader";
import { connectTestSource, discover, loadCatalogue, runSql } from "./test-discovery";

process.env["GATEHOUSE_SOURCE_TIMEOUT_MS"] = "2500";
const database = await createTestDatabase();

const LONG = `${"a".repeat(59)}_é_`;
const HOSTILE = [
  'say "hi"',
  "two words",
  "kündigung_straße",
  "客户",
  "select",
  "x'; DROP TABLE a; --",
  "Ünï\tcode",
  LONG,
  "__proto__",
  "constructor",
];

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;

async function discoverSql(sql: string) {
  const source = await createTestSource();
  await runSql(source.url, sql);
  const sourceId = await connectTestSource(source);
  const { runId, outcome } = await discover(sourceId);
  expect(outcome).toBe("done");
  const run = await reader().discoveryRun.findUniqueOrThrow({ where: { id: runId } });
  return { source, sourceId, run, catalogue: await loadCatalogue(sourceId) };
}

describe("a discovery", () => {
  test("takes table and column names as they are: quotes, blanks, other alphabets, reserved words, 63 bytes", async () => {
    const columns = HOSTILE.map((name) => `${quote(name)} text`).join(", ");
    const tables = HOSTILE.map((name) => `CREATE TABLE ${quote(name)} (${columns})`);
    const rows = HOSTILE.map((name) => `INSERT INTO ${quote(name)} (${quote(name)}) VALUES ('ann@example.com')`);
    const { catalogue } = await discoverSql([...tables, ...rows].join(";"));
    const datasets = [...catalogue.values()];
    expect(new Set(datasets.map((one) => one.tableName))).toEqual(new Set(HOSTILE));
    for (const one of datasets) {
      expect(one.name).toMatch(/^[a-z][a-z0-9_]*$/);
      expect(one.fields.map((field) => field.name)).toEqual(HOSTILE);
      expect(one.fields.find((field) => field.name === one.tableName)?.category).toBe("email");
      expect(one.rowEstimate).toBe(1);
    }
  });

  test("knows every type of Postgres, and that of a domain by what is under it", async () => {
    const types = [
      "smallint",
      "integer",
      "bigint",
      "numeric(30,5)",
      "real",
      "double precision",
      "money",
      "text",
      "character varying(20)",
      "character(4)",
      "bytea",
      "timestamp without time zone",
      "timestamp with time zone",
      "date",
      "time without time zone",
      "time with time zone",
      "interval",
      "boolean",
      "point",
      "line",
      "lseg",
      "box",
      "path",
      "polygon",
      "circle",
      "cidr",
      "inet",
      "macaddr",
      "macaddr8",
      "bit(3)",
      "bit varying(5)",
      "tsvector",
      "tsquery",
      "uuid",
      "xml",
      "json",
      "jsonb",
      "integer[]",
      "text[]",
      "bytea[]",
      "int4range",
      "numrange",
      "tstzrange",
      "datemultirange",
      "oid",
      "regclass",
      "name",
      "pg_lsn",
      '"char"',
      "jsonpath",
      "mood",
      "pair",
      "mood[]",
    ];
    const columns = types.map((type, index) => `c${index} ${type}`).join(", ");
    const { catalogue } = await discoverSql(`
      CREATE TYPE mood AS ENUM ('calm', 'cross');
      CREATE TYPE pair AS (a int, b text);
      CREATE DOMAIN short AS character varying(12);
      CREATE DOMAIN shorter AS short NOT NULL CHECK (length(VALUE) < 10);
      CREATE TABLE every (${columns}, plain short, nested shorter, listed short[]);
      INSERT INTO every (c0, c3, c10, c13, c36, c37, c40, c50, c51, plain, nested) VALUES
        (1, 12345678901234567890.5, '\\x00ff', 'infinity', '{"a": 1}', '{1,2}', '[1,5)', 'calm', '(1,x)', 'p', 'n'),
        (2, 'NaN', '\\xffff', '-infinity', '[1]', '{}', 'empty', 'cross', NULL, 'p', 'n')`);
    const found = catalogue.get("every")?.fields.map((field) => field.dataType);
    expect(found).toEqual([...types, "character varying(12)", "character varying(12)", "short[]"]);
    const nested = catalogue.get("every")?.fields.find((field) => field.name === "nested");
    expect(nested?.isNullable).toBe(false);
  });

  test("finds views, materialised views, partitioned and inherited tables, and leaves out partitions and system schemas", async () => {
    const { catalogue } = await discoverSql(`
      CREATE TABLE people (id int PRIMARY KEY, email text);
      INSERT INTO people SELECT n, 'p' || n || '@example.com' FROM generate_series(1, 300) n;
      CREATE VIEW people_view AS SELECT email FROM people;
      CREATE MATERIALIZED VIEW people_cache AS SELECT email FROM people;
      CREATE TABLE visits (id int, at date) PARTITION BY RANGE (at);
      CREATE TABLE visits_2024 PARTITION OF visits FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
      INSERT INTO visits SELECT n, '2024-02-01' FROM generate_series(1, 40) n;
      CREATE TABLE staff (badge text) INHERITS (people);
      CREATE TABLE empty ();
      ANALYZE;`);
    const kinds = Object.fromEntries(
      [...catalogue.values()].map((one) => [one.tableName, [one.kind, one.rowEstimate]]),
    );
    expect(kinds).toEqual({
      people: ["table", 300],
      people_view: ["view", 300],
      people_cache: ["view", 300],
      visits: ["table", 40],
      staff: ["table", 0],
    });
    expect(catalogue.get("people_view")?.fields[0]?.category).toBe("email");
  });

  test("keeps keys: primary, foreign, of several columns, of a table to itself, in a circle", async () => {
    const { catalogue } = await discoverSql(`
      CREATE SCHEMA "other side";
      CREATE TABLE "other side".customer (tenant int, id int, boss int, PRIMARY KEY (tenant, id));
      ALTER TABLE "other side".customer ADD FOREIGN KEY (tenant, boss) REFERENCES "other side".customer (tenant, id);
      CREATE TABLE invoice (id int PRIMARY KEY, tenant int, customer int, last_line int,
        FOREIGN KEY (tenant, customer) REFERENCES "other side".customer (tenant, id));
      CREATE TABLE line (id int PRIMARY KEY, invoice int REFERENCES invoice (id));
      ALTER TABLE invoice ADD FOREIGN KEY (last_line) REFERENCES line (id);`);
    const links = [...catalogue.values()].flatMap((one) =>
      one.fields.flatMap(({ name, references: to }) => (to ? [`${one.name}.${name} > ${to.dataset}.${to.field}`] : [])),
    );
    expect(links.sort()).toEqual([
      "invoice.customer > other_side_customer.id",
      "invoice.last_line > line.id",
      "invoice.tenant > other_side_customer.tenant",
      "line.invoice > invoice.id",
      "other_side_customer.boss > other_side_customer.id",
      "other_side_customer.tenant > other_side_customer.tenant",
    ]);
    const keys = catalogue.get("other_side_customer")?.fields.map((field) => field.keyPosition);
    expect(keys).toEqual([1, 2, null]);
  });

  test("gives each table a name of its own, the plain one where it is free", async () => {
    const sql =
      'CREATE TABLE shared (id int); CREATE SCHEMA sales; CREATE TABLE sales.shared (id int); CREATE TABLE "Shared" (id int)';
    const first = await discoverSql(sql);
    const second = await discoverSql(sql);
    const names = [...first.catalogue.keys(), ...second.catalogue.keys()];
    expect(names).toContain("shared");
    expect(names).toContain("sales_shared");
    expect(new Set(names).size).toBe(6);
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
  });

  test("passes over what the source's user may not read, and counts it", async () => {
    const source = await createTestSource();
    const role = `reader_${source.database}`;
    await runSql(
      source.url,
      `CREATE ROLE ${role} LOGIN PASSWORD 'reader';
       CREATE TABLE open (id int, email text); CREATE TABLE closed (id int, secret text);
       CREATE TABLE half (id int, shown text, hidden text);
       CREATE SCHEMA shut; CREATE TABLE shut.inside (id int);
       GRANT SELECT ON open TO ${role}; GRANT SELECT (id, shown) ON half TO ${role}; GRANT SELECT ON shut.inside TO ${role};
       INSERT INTO half VALUES (1, 'a@example.com', 'b')`,
    );
    const sourceId = await connectTestSource(source, { username: role, password: "reader" });
    const { runId } = await discover(sourceId);
    const catalogue = await loadCatalogue(sourceId);
    expect([...catalogue.keys()].sort()).toEqual(["half", "open"]);
    expect(catalogue.get("half")?.fields.map(({ name, category }) => [name, category])).toEqual([
      ["id", expect.anything()],
      ["shown", "email"],
    ]);
    const run = await reader().discoveryRun.findUniqueOrThrow({ where: { id: runId } });
    expect([run.datasetsDone, run.datasetsTotal, run.datasetsSkipped]).toEqual([2, 2, 2]);
    await runSql(source.url, `DROP OWNED BY ${role}; DROP ROLE ${role}`);
  });

  test("judges a slow or broken view by its names, and goes on", async () => {
    const { catalogue, run } = await discoverSql(`
      CREATE VIEW broken AS SELECT 1 / (n - n) AS share, 'x'::text AS email FROM generate_series(1, 3) n;
      CREATE VIEW slow AS SELECT pg_sleep(60)::text AS nap, 'x'::text AS phone_number;
      CREATE TABLE zebra (email text);`);
    expect(catalogue.get("broken")?.fields[1]?.category).toBe("email");
    expect(catalogue.get("slow")?.fields[1]?.category).toBe("phone");
    expect(catalogue.get("slow")?.rowEstimate).toBeNull();
    expect(catalogue.has("zebra")).toBe(true);
    expect([run.status, run.datasetsDone]).toEqual(["done", 3]);
  }, 60_000);

  test("samples a large table all over and within its bounds", async () => {
    const { catalogue } = await discoverSql(`
      CREATE TABLE large AS SELECT n AS id, CASE WHEN n <= 1000 THEN '' ELSE 'p' || n || '@example.com' END AS c2,
        repeat('long ', 1000) AS body FROM generate_series(1, 20000) n;
      ANALYZE large;`);
    expect(catalogue.get("large")?.fields[1]?.category).toBe("email");
    expect(catalogue.get("large")?.rowEstimate).toBe(20_000);
  });

  test("leaves no value of the source anywhere in Gatehouse's own database", async () => {
    const marker = "zq7marker";
    await discoverSql(`
      CREATE TYPE kind AS ENUM ('${marker}enum');
      CREATE TABLE customer (id int PRIMARY KEY, name text, email text, phone text, note text, extra jsonb, tags text[], kind kind, card text);
      INSERT INTO customer SELECT n, '${marker}name ' || n, '${marker}' || n || '@example.com', '+49 30 ${marker}', 'call ${marker} today',
        '{"k": "${marker}"}', '{${marker}}', '${marker}enum', '4111 1111 1111 1111 ${marker}' FROM generate_series(1, 50) n;
      CREATE VIEW broken AS SELECT '${marker}'::text::int AS n, name FROM customer;`);
    expect(await findInDatabase(database.superuserUrl, marker)).toEqual([]);
  });
});
