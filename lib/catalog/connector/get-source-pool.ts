import { checkServerIdentity } from "node:tls";
import pg from "pg";
import { DomainError } from "@/lib/kernel/domain-error";
import { getEnv } from "@/lib/runtime/env";
import { unseal } from "@/lib/runtime/keyring";
import type { SourceConnection } from "./source-connection";

const CONNECTIONS_MAX = 10;
const IDLE_MS = 30_000;

/** How much longer than the server the client waits before it gives the connection up. */
export const CLIENT_GRACE_MS = 1_000;

const pools = new Map<string, { settings: string; pool: pg.Pool }>();

/** Every value as the text that the source wrote: a number, a time or a range is never rounded or read anew on the way. */
const AS_TEXT: pg.CustomTypesConfig = { getTypeParser: () => (value: string) => value };

function toTls(source: SourceConnection): pg.PoolConfig["ssl"] {
  switch (source.tlsMode) {
    case "disable":
      return false;
    case "require":
      return { rejectUnauthorized: false };
    case "verify_full":
      // The driver names no host for an IP address, and Node would then check the certificate for "localhost".
      return { rejectUnauthorized: true, checkServerIdentity: (_, cert) => checkServerIdentity(source.host, cert) };
  }
}

function openPassword(source: SourceConnection): string {
  try {
    return unseal(source.passwordSealed, { table: "source", column: "password_sealed", rowId: source.id });
  } catch {
    throw new DomainError(
      "unavailable",
      "The stored password cannot be opened with the keyring in use: enter it again.",
    );
  }
}

function openPool(source: SourceConnection): pg.Pool {
  // Before there is a socket: the driver would leave it open when the password fails it half-way.
  openPassword(source);
  const timeoutMs = getEnv().sourceTimeoutMs;
  const config: pg.PoolConfig & { pipeline: boolean } = {
    host: source.host,
    port: source.port,
    database: source.database,
    user: source.username,
    password: () => openPassword(source),
    ssl: toTls(source),
    application_name: "gatehouse",
    types: AS_TEXT,
    max: CONNECTIONS_MAX,
    idleTimeoutMillis: IDLE_MS,
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs + CLIENT_GRACE_MS,
    allowExitOnIdle: true,
    keepAlive: true,
    // BEGIN and the query after it travel together.
    pipeline: true,
  };
  const pool = new pg.Pool(config);
  // An idle connection that breaks is replaced by the pool; a query on a broken one still rejects.
  pool.on("error", () => undefined);
  // One that breaks while it is in use tells its query, and itself: unheard, that would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

function endPool(pool: pg.Pool): Promise<void> {
  return pool.end().catch(() => undefined);
}

/**
 * This process' few connections to one source. When the source's settings are not those it was opened with, it is replaced.
 * Throws `unavailable` when the stored password cannot be opened.
 */
export function getSourcePool(source: SourceConnection): pg.Pool {
  const settings = [
    source.host,
    source.port,
    source.database,
    source.username,
    source.tlsMode,
    source.passwordSealed,
  ].join("\n");
  const open = pools.get(source.id);
  if (open?.settings === settings) return open.pool;
  if (open) void endPool(open.pool);
  const pool = openPool(source);
  pools.set(source.id, { settings, pool });
  return pool;
}

/** Ends every connection to every source, when running queries are done. */
export async function closeSourcePools(): Promise<void> {
  const open = [...pools.values()];
  pools.clear();
  await Promise.all(open.map(({ pool }) => endPool(pool)));
}
