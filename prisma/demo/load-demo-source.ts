import { Client } from "pg";

import { COMPANY } from "./company";
import { type DemoTables, generateDemoCompany } from "./generate-demo-company";
import { KEYS_SQL } from "./keys-sql";
import { TABLES_SQL } from "./tables-sql";

export interface LoadDemoOptions {
  /** The same seed and scale give the same data. */
  readonly seed?: number;
  /** 1 is about 150,000 rows. */
  readonly scale?: number;
  /** Rows in so far, rows in all, the table that is being filled. */
  readonly onProgress?: (done: number, total: number, table: string) => void;
}

export interface LoadedDemo {
  readonly rows: number;
  readonly tables: Record<string, number>;
}

const BATCH_ROWS = 2000;

/**
 * Makes the demo company's tables in the `public` schema of an empty database and fills them. It is one transaction: a load
 * that is broken off leaves the database empty, and can be run again.
 */
export async function loadDemoSource(
  connectionString: string,
  { seed = 1, scale = 1, onProgress }: LoadDemoOptions = {},
): Promise<LoadedDemo> {
  const client = new Client({ connectionString, application_name: "gatehouse-demo" });
  await client.connect();
  try {
    await client.query("begin");
    await assertEmpty(client);
    await client.query("set local synchronous_commit = off");
    await client.query(TABLES_SQL);
    const loaded = await fillTables(client, generateDemoCompany({ seed, scale }).tables, onProgress);
    await client.query(KEYS_SQL);
    await advanceIdentities(client);
    const about = `Data of the invented company ${COMPANY.legalName} (seed ${seed}, scale ${scale})`;
    await client.query(`comment on schema public is ${client.escapeLiteral(about)}`);
    await client.query("analyze");
    await client.query("commit");
    return loaded;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

async function assertEmpty(client: Client): Promise<void> {
  const { rowCount } = await client.query("select 1 from pg_class where relnamespace = 'public'::regnamespace limit 1");
  if (rowCount !== 0)
    throw new Error("The demo company needs an empty database: there are already tables in its public schema.");
}

async function fillTables(
  client: Client,
  tables: DemoTables,
  onProgress: LoadDemoOptions["onProgress"],
): Promise<LoadedDemo> {
  const entries: [string, readonly object[]][] = Object.entries(tables);
  const total = entries.reduce((sum, [, rows]) => sum + rows.length, 0);
  const counts: Record<string, number> = {};
  let done = 0;
  for (const [table, rows] of entries) {
    const name = client.escapeIdentifier(table);
    const insert = `insert into ${name} select * from json_populate_recordset(null::${name}, $1::json)`;
    for (let start = 0; start < rows.length; start += BATCH_ROWS) {
      const batch = rows.slice(start, start + BATCH_ROWS);
      await client.query(insert, [JSON.stringify(batch)]);
      done += batch.length;
      onProgress?.(done, total, table);
    }
    counts[table] = rows.length;
  }
  return { rows: total, tables: counts };
}

/** Rows were given their ids, so the next one that Postgres gives must come after them. */
async function advanceIdentities(client: Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns where table_schema = 'public' and is_identity = 'YES'`,
  );
  for (const { table, column } of rows) {
    await client.query(
      `select setval(pg_get_serial_sequence(${client.escapeLiteral(client.escapeIdentifier(table))}, ${client.escapeLiteral(column)}),
        (select coalesce(max(${client.escapeIdentifier(column)}), 0) + 1 from ${client.escapeIdentifier(table)}), false)`,
    );
  }
}
