import pg from "pg";

function toReason(error: unknown): string {
  return error instanceof Error && error.message !== "" ? error.message : "it does not answer";
}

async function assertReachable(variable: string, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw new Error(`The database that ${variable} names cannot be used: ${toReason(error)}.`, { cause: error });
  } finally {
    await client.end();
  }
}

/** Says at once, naming the setting, when a database of the operator's own cannot be used. */
export async function checkExternalDatabase(appUrl: string, ownerUrl: string): Promise<void> {
  await assertReachable("DATABASE_URL", appUrl);
  if (ownerUrl === appUrl) {
    console.log(
      "One database role does everything. With GATEHOUSE_OWNER_DATABASE_URL for the owner, and a role gatehouse_app in DATABASE_URL, the database itself refuses changes to the log.",
    );
    return;
  }
  await assertReachable("GATEHOUSE_OWNER_DATABASE_URL", ownerUrl);
}
