import { describe, expect, test } from "vitest";
import { createTestDatabase, createTestSource } from "@/lib/db/test-database";
import { connectTestSource, discover, loadCatalogue, runSql } from "./test-discovery";

await createTestDatabase();

const LONG = "a".repeat(59) + "_é_";
const HOSTILE = ['say "hi"', "two words", "kündigung_straße", "客户", "select", "x'; DROP TABLE a; --", "Ünï\tcode", LONG, "__proto__", "constructor"];

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;

describe("a discovery", () => {
  test("takes table and column names as they are: quotes, blanks, other alphabets, reserved words, 63 bytes", async () => {
    const source = await createTestSource();
    const columns = HOSTILE.map((name) => `${quote(name)} text`).join(", ");
    for (const name of HOSTILE) await runSql(source.url, `CREATE TABLE ${quote(name)} (${columns})`);
    for (const name of HOSTILE) await runSql(source.url, `INSERT INTO ${quote(name)} (${quote(name)}) VALUES ('ann@example.com')`);
    const sourceId = await connectTestSource(source);
    expect((await discover(sourceId)).outcome).toBe("done");
    const catalogue = [...(await loadCatalogue(sourceId)).values()];
    expect(new Set(catalogue.map((one) => one.tableName))).toEqual(new Set(HOSTILE));
    for (const one of catalogue) {
      expect(one.name).toMatch(/^[a-z][a-z0-9_]*$/);
      expect(one.fields.map((field) => field.name)).toEqual(HOSTILE);
      expect(one.fields.find((field) => field.name === one.tableName)?.category).toBe("email");
      expect(one.rowEstimate).toBe(1);
    }
  });
});
