import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { createTestDatabase } from "./test-database";
import { diffSchemas, readSchemaFiles } from "./schema-engine";
import { getReaderPool } from "./pool";

await createTestDatabase();

it("has a migration for every change of the schema", async () => {
  const files = readSchemaFiles();
  expect(files.length).toBeGreaterThan(3);
  const changes = await diffSchemas(readFileSync("prisma/migrations/schema.lock.prisma", "utf8"), files);
  expect(changes.replace(/^--.*$/gm, "").trim()).toBe("");
});

it("has each column of the schema in the migrated database", async () => {
  const { rows } = await getReaderPool().query<{ place: string }>(
    "SELECT table_name || '.' || column_name AS place FROM information_schema.columns WHERE table_schema = 'public'",
  );
  const sql = await diffSchemas(null, readSchemaFiles());
  const wanted = [...sql.matchAll(/CREATE TABLE "(\w+)" \(([\s\S]*?)\n\);/g)].flatMap(([, table, body]) =>
    [...(body ?? "").matchAll(/^ {4}"(\w+)"/gm)].map(([, column]) => `${table}.${column}`),
  );
  expect(wanted.length).toBeGreaterThan(80);
  expect(rows.map((row) => row.place)).toEqual(expect.arrayContaining(wanted));
});
