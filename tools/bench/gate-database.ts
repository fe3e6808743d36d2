import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { addTestAgent, addTestPerson } from "@/lib/agents/agents-fixture";
import { issueAgentKey } from "@/lib/agents/issue-agent-key";
import { connectSource } from "@/lib/catalog/connect-source";
import { closeSourcePools } from "@/lib/catalog/connector/get-source-pool";
import { requestDiscovery } from "@/lib/catalog/request-discovery";
import { runDiscovery } from "@/lib/catalog/run-discovery";
import { createRolesAndDatabase } from "@/lib/db/create-roles-and-database";
import { startEmbeddedPostgres } from "@/lib/db/embedded-postgres";
import { findFreePort } from "@/lib/db/free-port";
import { migrateDatabase } from "@/lib/db/migrate";
import { closePools } from "@/lib/db/pool";
import { reader } from "@/lib/db/reader";
import { newSystemContext } from "@/lib/identity/new-context";
import { forgetEnv } from "@/lib/runtime/env";
import { grantScope } from "@/lib/scopes/grant-scope";

export type BenchDatabase = { agentId: string; key: string; sourceUrl: string; stop: () => Promise<void> };

/** The fields that both sides of the read bench give; all of them in clear, so that both do the same. */
export const READ_FIELDS = [
  "id",
  "customer_number",
  "company_name",
  "first_name",
  "last_name",
  "email",
  "city",
  "credit_limit",
];
export const PURPOSE = "customer_support";

const SOURCE_SQL = `
  CREATE TABLE customers (
    id int PRIMARY KEY, customer_number text NOT NULL UNIQUE, company_name text, first_name text, last_name text, email text, phone text,
    street text, city text, country_code text, credit_limit numeric(14,2), created_at timestamptz NOT NULL
  );
  INSERT INTO customers
  SELECT i, 'C-' || 100000 + i, 'Company ' || i, 'First' || i, 'Last' || i, 'person' || i || '@mail.example', '+49 30 ' || 1000000 + i,
         'Street ' || i, 'City ' || i % 100, 'DE', i * 10.5, timestamptz '2026-01-01' + i * interval '1 hour'
  FROM generate_series(1, 5000) i;
  ANALYZE customers;`;

async function makeSource(superuserUrl: string): Promise<URL> {
  const admin = new pg.Client({ connectionString: superuserUrl });
  await admin.connect();
  await admin.query("CREATE DATABASE bench_source");
  await admin.end();
  const url = new URL(superuserUrl);
  url.pathname = "/bench_source";
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(SOURCE_SQL);
  await client.end();
  return url;
}

function setEnv(databaseUrl: string): void {
  const key = (): string => randomBytes(32).toString("base64url");
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    GATEHOUSE_SESSION_SECRET: key(),
    GATEHOUSE_KEYRING: JSON.stringify({ currentKeyId: "k1", keys: { k1: key() } }),
    GATEHOUSE_KEY_PEPPER: key(),
    GATEHOUSE_PSEUDONYM_KEY: key(),
    GATEHOUSE_CURSOR_KEY: key(),
    GATEHOUSE_TOKEN_KEY: key(),
    GATEHOUSE_RELEASE_KEYS: JSON.stringify({ currentKeyId: "k1", keys: { k1: key() } }),
    GATEHOUSE_LOG_KEYS: JSON.stringify({ currentKeyId: "l1", keys: { l1: key() } }),
    GATEHOUSE_LOG_LEVEL: "error",
  });
  forgetEnv();
}

/** One agent with one scope, made by the verbs that people use. */
async function makeAgent(source: URL): Promise<{ agentId: string; key: string }> {
  const ctx = newSystemContext("cli");
  const { hostname: host, port, username, password } = source;
  const sourceId = await connectSource(ctx, {
    name: "Bench",
    host,
    port: Number(port),
    database: "bench_source",
    username,
    password,
    tlsMode: "disable",
  });
  const runId = await requestDiscovery(ctx, { sourceId });
  await runDiscovery(ctx, { runId }, { clock: () => new Date() });
  const dataset = await reader().dataset.findUniqueOrThrow({ where: { name: "customers" }, select: { id: true } });
  const personId = await addTestPerson();
  const agentId = await addTestAgent(personId, personId, "Bench agent");
  const fields = Object.fromEntries(READ_FIELDS.map((field) => [field, "clear" as const]));
  const expiresAt = new Date(ctx.now.getTime() + 86_400_000);
  await grantScope(ctx, {
    agentId,
    datasetId: dataset.id,
    purposes: [PURPOSE],
    fields,
    rowsPerRequestMax: 100,
    expiresAt,
    note: "For the bench.",
  });
  const { key } = await issueAgentKey(ctx, { agentId, label: "bench", daysValid: 1 });
  return { agentId, key };
}

/** A Postgres as `npm start` runs it, every commit on disk, with a source and an agent. Sets this process's settings to it. */
export async function startBenchDatabase(): Promise<BenchDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "gatehouse-bench-"));
  chmodSync(folder, 0o711);
  const server = await startEmbeddedPostgres({
    folder: join(folder, "postgres"),
    choosePort: () => findFreePort(28_500, 29_500),
    superuserPassword: "bench",
  });
  const stop = async (): Promise<void> => {
    await Promise.all([closePools(), closeSourcePools()]);
    await server.stop();
    for (const each of [folder, server.folder]) rmSync(each, { recursive: true, force: true });
  };
  try {
    const urls = await createRolesAndDatabase(server.superuserUrl, "bench", {
      ownerPassword: "owner",
      appPassword: "app",
    });
    await migrateDatabase({ ownerUrl: urls.ownerUrl });
    setEnv(urls.appUrl);
    const source = await makeSource(server.superuserUrl);
    return { ...(await makeAgent(source)), sourceUrl: source.href, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
