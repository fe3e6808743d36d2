import pg from "pg";
import { describe, expect, it } from "vitest";
import { createTestSource } from "@/lib/db/test-database";
import { createReadOnlyRole } from "./create-read-only-role";
import { loadDemoSource } from "./load-demo-source";

const source = await createTestSource();
const loaded = await loadDemoSource(source.url, { scale: 0.02 });

async function run<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe("the demo company's database", () => {
  it("holds every row that was made", async () => {
    expect(Object.keys(loaded.tables)).toHaveLength(13);
    for (const [table, rows] of Object.entries(loaded.tables)) {
      const [counted] = await run<{ rows: number }>(
        source.url,
        `SELECT count(*)::int AS rows FROM ${pg.escapeIdentifier(table)}`,
      );
      expect(counted?.rows, table).toBe(rows);
    }
  });

  it("has invoices whose payments add up", async () => {
    const wrong = await run(
      source.url,
      `SELECT i.id FROM invoices i LEFT JOIN payments p ON p.invoice_id = i.id AND p.status = 'succeeded'
       GROUP BY i.id HAVING i.paid_total <> coalesce(sum(p.amount), 0)`,
    );
    expect(wrong).toEqual([]);
  });

  it("is not loaded over what is there", async () => {
    await expect(loadDemoSource(source.url, { scale: 0.02 })).rejects.toThrow();
  });

  it("is read through a role that cannot write, even if it asks to", async () => {
    const role = `reader_${source.database}`;
    await createReadOnlyRole(source.url, { database: source.database, role, password: 'it\'s a "secret"' });
    const url = new URL(source.url);
    url.username = role;
    url.password = encodeURIComponent('it\'s a "secret"');
    expect(await run(url.href, "SELECT 1 FROM customers LIMIT 1")).toHaveLength(1);
    const writes = [
      "DELETE FROM customers",
      "UPDATE customers SET email = 'x@example.com'",
      "CREATE TABLE mine (id int)",
    ];
    for (const write of writes) {
      const asked = `COMMIT; SET default_transaction_read_only = off; BEGIN READ WRITE; ${write}; COMMIT`;
      await expect(run(url.href, asked)).rejects.toThrow(/permission denied/);
    }
  });
});
