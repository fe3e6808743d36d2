import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";

/** One simple query holds a whole script: Prisma's own adapter cuts it at every semicolon, those inside functions too. */
async function runWhole(ownerUrl: string, script: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query(script);
  } finally {
    await client.end();
  }
}

/** The database connection of the schema engine. */
export function createMigrationAdapter(ownerUrl: string): SqlMigrationAwareDriverAdapterFactory {
  // The engine never says that it is done, so its connections leave by themselves.
  const factory = new PrismaPg({ connectionString: ownerUrl, idleTimeoutMillis: 50, allowExitOnIdle: true });
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => {
      const adapter: SqlDriverAdapter = await factory.connect();
      adapter.executeScript = (script) => runWhole(ownerUrl, script);
      return adapter;
    },
    connectToShadowDb: () => factory.connectToShadowDb(),
  };
}
