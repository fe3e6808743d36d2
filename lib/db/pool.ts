import pg from "pg";
import { getEnv } from "@/lib/runtime/env";

const QUERY_MS = 30_000;
/** An event that takes longer than this counts as not stored: its caller is waiting, and refuses. */
const RECORD_MS = 8_000;
/** How much longer than the server this side waits: for a server that does not even answer any more. */
const GRACE_MS = 2_000;

/** Strings, so that nothing is rounded: the reader of a row decides how a number or a time is written. */
function openPool(name: string, options: string, max: number, timeoutMs = QUERY_MS): pg.Pool {
  const pool = new pg.Pool({
    connectionString: getEnv().databaseUrl,
    max,
    application_name: `gatehouse-${name}`,
    options: `-c TimeZone=UTC -c statement_timeout=${timeoutMs} ${options}`,
    query_timeout: timeoutMs + GRACE_MS,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  // An idle connection that breaks is replaced by the pool; a query on a broken one still rejects.
  pool.on("error", () => undefined);
  // One that breaks while it is in use tells its query, and itself: unheard, that would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

let writerPool: pg.Pool | undefined;
let readerPool: pg.Pool | undefined;
let recordPool: pg.Pool | undefined;

export function getWriterPool(): pg.Pool {
  writerPool ??= openPool("write", "", getEnv().dbPoolMax);
  return writerPool;
}

/** Every transaction on it is read-only: the database itself refuses a write. */
export function getReaderPool(): pg.Pool {
  readerPool ??= openPool("read", "-c default_transaction_read_only=on", getEnv().dbPoolMax);
  return readerPool;
}

/** For `record` alone: its inserts never wait behind a page's queries. */
export function getRecordPool(): pg.Pool {
  recordPool ??= openPool("record", "", 2, RECORD_MS);
  return recordPool;
}

/** Ends every connection of this process, for a graceful stop and between tests. */
export async function closePools(): Promise<void> {
  const open = [writerPool, readerPool, recordPool];
  writerPool = readerPool = recordPool = undefined;
  await Promise.all(open.map(async (pool) => pool?.end()));
}
