import pg from "pg";
import type { SourceId } from "@/lib/kernel/ids";
import { getEnv } from "@/lib/runtime/env";
import { CLIENT_GRACE_MS, getSourcePool } from "./get-source-pool";
import { loadSourceConnection, type SourceConnection } from "./source-connection";
import { findSourceError } from "./to-source-error";

/** One row, its values in the order of the SELECT list, each as the text that Postgres writes. */
export type SourceRow = readonly (string | null)[];

export interface SourceClient {
  query(text: string, values?: readonly (string | number | null | readonly string[])[]): Promise<SourceRow[]>;
}

function toBegin(timeoutMs: number): string {
  // In the transaction, so that it holds behind a pooler as well and nothing a view does outlives the read.
  return [
    "BEGIN READ ONLY",
    `SET LOCAL statement_timeout = ${timeoutMs}`,
    `SET LOCAL idle_in_transaction_session_timeout = ${timeoutMs + 10_000}`,
    "SET LOCAL TimeZone = 'UTC'",
    "SET LOCAL DateStyle = 'ISO, YMD'",
    "SET LOCAL IntervalStyle = 'iso_8601'",
    "SET LOCAL bytea_output = 'hex'",
    "SET LOCAL extra_float_digits = 3",
  ].join("; ");
}

function toClient(client: pg.PoolClient, timeoutMs: number): SourceClient {
  return {
    async query(text, values = []) {
      const config: pg.QueryArrayConfig & { query_timeout: number } = {
        text,
        values: [...values],
        rowMode: "array",
        query_timeout: timeoutMs + CLIENT_GRACE_MS,
      };
      const { rows } = await client.query<(string | null)[]>(config);
      return rows;
    },
  };
}

/** The answer need not wait for the end of a transaction that wrote nothing. */
function end(client: pg.PoolClient, command: "COMMIT" | "ROLLBACK"): void {
  client.query(command).then(
    () => client.release(),
    () => client.release(true),
  );
}

/**
 * Runs `work` in a read-only transaction on a connection of the source: times in UTC and ISO 8601, values as text, each statement ended after
 * `timeoutMs` (default GATEHOUSE_SOURCE_TIMEOUT_MS). Errors of the source come as DomainError; the connection is always given back or destroyed.
 */
export async function withSourceConnection<Result>(
  of: SourceId | SourceConnection,
  work: (client: SourceClient) => Promise<Result>,
  { timeoutMs = getEnv().sourceTimeoutMs }: { timeoutMs?: number } = {},
): Promise<Result> {
  const source = typeof of === "string" ? await loadSourceConnection(of) : of;
  const client = await getSourcePool(source)
    .connect()
    .catch((error: unknown) => {
      throw findSourceError(error) ?? error;
    });
  try {
    // Both travel at once and both are over before the connection is anyone else's.
    const [begun, worked] = await Promise.allSettled([
      client.query(toBegin(timeoutMs)),
      work(toClient(client, timeoutMs)),
    ]);
    if (begun.status === "rejected") throw begun.reason;
    if (worked.status === "rejected") throw worked.reason;
    end(client, "COMMIT");
    return worked.value;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.severity === "ERROR") end(client, "ROLLBACK");
    else client.release(true);
    throw findSourceError(error) ?? error;
  }
}
