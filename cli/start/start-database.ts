import { join } from "node:path";
import { createRolesAndDatabase, type DatabaseUrls } from "@/lib/db/create-roles-and-database";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/lib/db/embedded-postgres";
import { findFreePort } from "@/lib/db/free-port";
import type { StartEnv } from "@/lib/runtime/env";
import type { Secrets } from "@/lib/runtime/secrets-file";
import { checkExternalDatabase } from "./check-external-database";
import { readState, rememberState } from "./state-file";

export type Database = DatabaseUrls & {
  readonly embedded?: { readonly server: EmbeddedPostgres; readonly port: number };
};

async function choosePort(env: StartEnv): Promise<number> {
  return env.postgresPort ?? readState(env.dataFolder).postgresPort ?? (await findFreePort(25_432, 25_532));
}

async function startEmbedded(env: StartEnv, secrets: Secrets): Promise<Database> {
  const port = await choosePort(env);
  const folder = join(env.dataFolder, "postgres");
  const server = await startEmbeddedPostgres({ folder, port, superuserPassword: secrets.postgresSuperuserPassword });
  rememberState(env.dataFolder, { postgresPort: port });
  if (server.folder !== folder) {
    console.log(
      `Postgres does not run as root and cannot enter ${env.dataFolder}, so its data is in ${server.folder}.`,
    );
  }
  const urls = await createRolesAndDatabase(server.superuserUrl, "gatehouse", {
    ownerPassword: secrets.postgresOwnerPassword,
    appPassword: secrets.postgresAppPassword,
  });
  return { ...urls, embedded: { server, port } };
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
