import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";
import { connectClient } from "@/lib/db/connect-client";
import { log } from "@/lib/runtime/log";
import { toErrorFacts } from "@/lib/runtime/to-error-facts";

const FOLLOW_MS = 250;
const RETRY_MS = 500;

export type Leader = {
  /** Whether this process is the one that works. */
  isLeader: () => boolean;
  stop: () => Promise<void>;
};

export type Duty = {
  /** In the log and on the connection. */
  name: string;
  /** Held by the one process that works; it goes with the connection. */
  lock: number;
  /** Settings of the connection. */
  options?: string;
  /** Works until `stopping`; may return earlier, and is then called again. */
  work: (client: pg.Client, stopping: AbortSignal) => Promise<void>;
};

/** Waits, but not past a stop. */
export async function pause(ms: number, stopping: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal: stopping }).catch(() => undefined);
}

async function waitForLock(client: pg.Client, lock: number, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const { rows } = await client.query<{ locked: boolean }>("SELECT pg_try_advisory_lock($1) AS locked", [lock]);
    if (rows[0]?.locked === true) return;
    await pause(FOLLOW_MS, stopping);
  }
}

/**
 * Takes part in a duty that one process of all does at a time: the one that holds the lock works, and another takes over when its
 * connection is gone. A database that is away is tried again until it is back.
 */
export function startLeader({ name, lock, options, work }: Duty): Leader {
  const stopping = new AbortController();
  const { signal } = stopping;
  let isLeader = false;
  const serve = async (client: pg.Client): Promise<void> => {
    await waitForLock(client, lock, signal);
    isLeader = !signal.aborted;
    if (isLeader) log("info", "leads", { duty: name });
    while (!signal.aborted) await work(client, signal);
  };
  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      let client: pg.Client | undefined;
      try {
        client = await connectClient(name, options);
        await serve(client);
      } catch (error) {
        log("warn", "lead_interrupted", { duty: name, ...toErrorFacts(error) });
        await pause(RETRY_MS, signal);
      } finally {
        isLeader = false;
        await client?.end().catch(() => undefined);
      }
    }
  };
  const ended = run();
  return {
    isLeader: () => isLeader,
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
}
