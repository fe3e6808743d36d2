import pg from "pg";
import { connectClient } from "@/lib/db/connect-client";
import { testContext } from "@/lib/identity/test-contexts";
import { record } from "./record";
import { indexBatch } from "./search/index-entries";
import { sequenceBatch, type TreeMemory } from "./log/sequence-batch";

/** Gives every waiting event its place in the log, as the jobs' process does. Returns how many. */
export async function sequenceAll(): Promise<number> {
  const client = await connectClient("test-sequence");
  try {
    let memory: TreeMemory = null;
    for (let total = 0; ; ) {
      const batch = await sequenceBatch(client, memory);
      memory = batch.memory;
      total += batch.added;
      if (batch.added === 0) return total;
    }
  } finally {
    await client.end();
  }
}

/** So many events of one kind, for a log to have entries. Returns their ids in order. */
export async function recordSome(count: number): Promise<string[]> {
  const event = { action: "access.unauthenticated", reason: "key_unknown" } as const;
  const stored = await Promise.all(
    Array.from({ length: count }, () => record(testContext({ kind: "anonymous" }), [event])),
  );
  return stored.flatMap(({ eventIds }) => eventIds);
}

/** Does what only a superuser who means harm does: triggers are off. */
export async function tamper(superuserUrl: string, statements: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query("SET session_replication_role = replica");
    await client.query(statements);
  } finally {
    await client.end();
  }
}

/** Sequences what waits and makes it findable, as the jobs' process does. */
export async function indexAll(): Promise<void> {
  await sequenceAll();
  const client = await connectClient("test-index");
  try {
    for (let passed = 1; passed > 0; ) passed = await indexBatch(client);
  } finally {
    await client.end();
  }
}
