import { join } from "node:path";
import { createRolesAndDatabase, type DatabaseUrls } from "@/lib/db/create-roles-and-database";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/lib/db/embedded-postgres";
import { findFreePort } from "@/lib/db/free-port";
import type { StartEnv } from "@/lib/runtime/env";
import type { Secrets } from "@/lib/runtime/secrets-file";
import { checkExternalDatabase } from "./check-external-database";
import { readState, rememberState } from "./state-file";

export type Database = DatabaseUrls & { readonly embedded?: EmbeddedPostgres };

/** Once chosen it stays, because the demo company is connected by it. */
async function choosePort(env: StartEnv): Promise<number> {
  const first = 25_000 + (process.pid % 500);
  return env.postgresPort ?? readState(env.dataFolder).postgresPort ?? (await findFreePort(first, first + 500));
}

async function startEmbedded(env: StartEnv, secrets: Secrets): Promise<Database> {
  const folder = join(env.dataFolder, "postgres");
  const embedded = await startEmbeddedPostgres({
    folder,
    choosePort: () => choosePort(env),
    superuserPassword: secrets.postgresSuperuserPassword,
  });
  rememberState(env.dataFolder, { postgresPort: embedded.port });
  if (embedded.folder !== folder) {
    console.log(
      `Postgres does not run as root and cannot enter ${env.dataFolder}, so its data is in ${embedded.folder}.`,
    );
  }
  const urls = await createRolesAndDatabase(embedded.superuserUrl, "gatehouse", {
    ownerPassword: secrets.postgresOwnerPassword,
    appPassword: secrets.postgresAppPassword,
  });
  return { ...urls, embedded };
}

/** The database that DATABASE_URL names, or else the embedded one, started. */
export async function startDatabase(env: StartEnv, secrets: Secrets | null): Promise<Database> {
  if (env.databaseUrl !== undefined) {
    const urls = { appUrl: env.databaseUrl, ownerUrl: env.ownerDatabaseUrl ?? env.databaseUrl };
    await checkExternalDatabase(urls.appUrl, urls.ownerUrl);
    return urls;
  }
  if (secrets === null) throw new Error("the embedded Postgres needs the secrets file");
  return startEmbedded(env, secrets);
}
