import pg from "pg";

/** For tests: every table of Gatehouse's own database that holds the text anywhere. Throws when it found no tables to look at. */
export async function findInDatabase(superuserUrl: string, text: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string; place: string }>(
      `SELECT nspname || '.' || relname AS name, format('%I.%I', nspname, relname) AS place
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE relkind = 'r' AND nspname IN ('public', 'graphile_worker')`,
    );
    if (tables.length < 15) throw new Error("these are not all the tables");
    const found: string[] = [];
    for (const { name, place } of tables) {
      const { rowCount } = await client.query(`SELECT 1 FROM ${place} t WHERE strpos(t::text, $1) > 0 LIMIT 1`, [text]);
      if (rowCount) found.push(name);
    }
    return found;
  } finally {
    await client.end();
  }
}
