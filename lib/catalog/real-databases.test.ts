import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { createTestDatabase, createTestSource } from "@/lib/db/test-database";
import { connectTestSource, discover, loadCatalogue } from "./test-discovery";

const folder = resolve("../shared/data/databases");
const psql = "/usr/bin/psql";
const isHere = existsSync(folder) && existsSync(psql);
if (isHere) await createTestDatabase();

/** Whole databases that others made; this part runs where they are beside the project. */
describe.skipIf(!isHere)("a discovery of a whole database", () => {
  test.each([
    ["northwind.sql", "customers", { phone: "phone", address: "address", contact_name: "name" }],
    ["chinook.sql", "customer", { Email: "email", Phone: "phone", LastName: "name", Address: "address" }],
  ])(
    "of %s, unchanged, finds its tables, keys and people",
    async (file, dataset, expected) => {
      const source = await createTestSource();
      await promisify(execFile)(psql, ["-q", "-v", "ON_ERROR_STOP=1", "-f", resolve(folder, file), source.url], {
        timeout: 30_000,
      });
      const sourceId = await connectTestSource(source);
      expect((await discover(sourceId)).outcome).toBe("done");
      const catalogue = await loadCatalogue(sourceId);
      expect(catalogue.size).toBeGreaterThanOrEqual(11);
      const fields = new Map(catalogue.get(dataset)?.fields.map((field) => [field.name, field.category]));
      for (const [name, category] of Object.entries(expected))
        expect([name, fields.get(name)]).toEqual([name, category]);
      expect(
        [...catalogue.values()].flatMap((one) => one.fields).filter((field) => field.references).length,
      ).toBeGreaterThan(8);
      expect(catalogue.get(dataset)?.rowEstimate).toBeGreaterThan(50);
      expect(catalogue.get(dataset)).toMatchObject({
        recordKind: "customer_record",
        subjectKey: expect.stringMatching(/^customer_?id$/i),
      });
    },
    60_000,
  );
});
