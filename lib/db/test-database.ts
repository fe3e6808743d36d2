import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { closePools } from "@/lib/db/pool";
import { forgetEnv } from "@/lib/runtime/env";
import { createDatabase, type DatabaseUrls } from "./create-roles-and-database";

export interface TestDatabase extends DatabaseUrls {
  /** For what only a test may do, such as changing a row that the application cannot. */
  readonly superuserUrl: string;
}

export interface TestSource {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  readonly url: string;
}

/** Dropping waits for a checkpoint, which on a busy machine can take long. */
const dropWaitMs = 120_000;

function makeName(kind: string): string {
  return `${kind}_${randomBytes(6).toString("hex")}`;
}

function toSuperuserUrl(database: string): string {
  const url = new URL(inject("cluster").superuserUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function asSuperuser(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: toSuperuserUrl("postgres") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function dropDatabase(database: string): Promise<void> {
  await asSuperuser(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(database)} WITH (FORCE)`);
}

/**
 * This test file's own copy of the migrated database, which the settings then point to; dropped after its last test. Call it once, at
 * the top: `const database = await createTestDatabase();`
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { superuserUrl, roles, template } = inject("cluster");
  const name = makeName("test");
  const urls = await createDatabase(superuserUrl, name, roles, template);
  process.env["DATABASE_URL"] = urls.appUrl;
  process.env["GATEHOUSE_OWNER_DATABASE_URL"] = urls.ownerUrl;
  forgetEnv();
  afterAll(async () => {
    await closePools();
    await dropDatabase(name);
  }, dropWaitMs);
  return { ...urls, superuserUrl: toSuperuserUrl(name) };
}

/** An empty database on the same server, for a test to connect as a source; dropped after the file's last test. */
export async function createTestSource(): Promise<TestSource> {
  const database = makeName("source");
  await asSuperuser(`CREATE DATABASE ${pg.escapeIdentifier(database)}`);
  afterAll(() => dropDatabase(database), dropWaitMs);
  const url = toSuperuserUrl(database);
  const { hostname, port, username, password } = new URL(url);
  return { host: hostname, port: Number(port), database, user: username, password, url };
}
