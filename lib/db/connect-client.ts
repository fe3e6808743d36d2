import pg from "pg";
import { getEnv } from "@/lib/runtime/env";

/**
 * A connection of its own, for what must hold a lock on it. A server that is gone is noticed within seconds, and so is a process that
 * stands still, so that another may take its place.
 */
export async function connectClient(name: string, options = "", idleMs = 5_000): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: getEnv().databaseUrl,
    application_name: `gatehouse-${name}`,
    keepAlive: true,
    keepAliveInitialDelayMillis: 2_000,
    connectionTimeoutMillis: 5_000,
    query_timeout: 32_000,
    options: [
      "-c TimeZone=UTC -c statement_timeout=30000",
      `-c idle_session_timeout=${idleMs} -c idle_in_transaction_session_timeout=${idleMs}`,
      "-c tcp_keepalives_idle=2 -c tcp_keepalives_interval=1 -c tcp_keepalives_count=3",
      options,
    ].join(" "),
  });
  // One that breaks between two queries says so here; the next query on it rejects.
  client.on("error", () => undefined);
  await client.connect();
  return client;
}
