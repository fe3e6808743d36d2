import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRolesAndDatabase, type DatabaseRoles } from "./create-roles-and-database";
import { startEmbeddedPostgres } from "./embedded-postgres";
import { findFreePort } from "./free-port";
import { migrateDatabase } from "./migrate";

/** What test files need to make databases of their own. */
export interface TestCluster {
  readonly superuserUrl: string;
  readonly roles: DatabaseRoles;
  readonly template: string;
}

/** One Postgres for a whole test run, with a migrated database to copy from. */
export async function startTestCluster(): Promise<TestCluster & { stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "gatehouse-test-"));
  chmodSync(folder, 0o711);
  const first = 26_000 + (process.pid % 2_000);
  const server = await startEmbeddedPostgres({
    folder: join(folder, "postgres"),
    choosePort: () => findFreePort(first, first + 500),
    superuserPassword: "superuser",
    isThrowaway: true,
  });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
    if (!server.folder.startsWith(folder)) rmSync(server.folder, { recursive: true, force: true });
  };
  try {
    const roles = { ownerPassword: "owner", appPassword: "app" };
    const template = "gatehouse_template";
    const { ownerUrl } = await createRolesAndDatabase(server.superuserUrl, template, roles);
    await migrateDatabase({ ownerUrl });
    return { superuserUrl: server.superuserUrl, roles, template, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
