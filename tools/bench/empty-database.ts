import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRolesAndDatabase } from "@/lib/db/create-roles-and-database";
import { startEmbeddedPostgres } from "@/lib/db/embedded-postgres";
import { findFreePort } from "@/lib/db/free-port";
import { migrateDatabase } from "@/lib/db/migrate";
import { closePools } from "@/lib/db/pool";
import { forgetEnv } from "@/lib/runtime/env";

export type EmptyDatabase = { superuserUrl: string; folder: string; stop: () => Promise<void> };

function setEnv(databaseUrl: string, folder: string): void {
  const key = (): string => randomBytes(32).toString("base64url");
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    GATEHOUSE_DATA_DIR: folder,
    GATEHOUSE_SESSION_SECRET: key(),
    GATEHOUSE_KEYRING: JSON.stringify({ currentKeyId: "k1", keys: { k1: key() } }),
    GATEHOUSE_KEY_PEPPER: key(),
    GATEHOUSE_PSEUDONYM_KEY: key(),
    GATEHOUSE_CURSOR_KEY: key(),
    GATEHOUSE_TOKEN_KEY: key(),
    GATEHOUSE_LOG_KEYS: JSON.stringify({ currentKeyId: "l1", keys: { l1: key() } }),
    GATEHOUSE_ANCHOR_DIR: join(folder, "anchors"),
    GATEHOUSE_LOG_LEVEL: "error",
  });
  forgetEnv();
}

/** A Postgres as `npm start` runs it, every commit on disk, migrated and empty. Sets this process's settings to it. */
export async function startEmptyDatabase(): Promise<EmptyDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "gatehouse-bench-"));
  chmodSync(folder, 0o711);
  const server = await startEmbeddedPostgres({
    folder: join(folder, "postgres"),
    choosePort: () => findFreePort(27_500, 28_400),
    superuserPassword: "bench",
  });
  const stop = async (): Promise<void> => {
    await closePools();
    await server.stop();
    for (const each of [folder, server.folder]) rmSync(each, { recursive: true, force: true });
  };
  try {
    const roles = { ownerPassword: "owner", appPassword: "app" };
    const urls = await createRolesAndDatabase(server.superuserUrl, "bench", roles);
    await migrateDatabase({ ownerUrl: urls.ownerUrl });
    setEnv(urls.appUrl, folder);
    const superuserUrl = new URL(server.superuserUrl);
    superuserUrl.pathname = "/bench";
    return { superuserUrl: superuserUrl.href, folder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
