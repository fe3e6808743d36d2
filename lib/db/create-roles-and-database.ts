import pg from "pg";

export interface DatabaseRoles {
  readonly ownerPassword: string;
  readonly appPassword: string;
}

export interface DatabaseUrls {
  /** As the role that owns the tables: for migrations. */
  readonly ownerUrl: string;
  /** As the application's role, which has only the rights that migrations grant it. */
  readonly appUrl: string;
}

export const ownerRole = "gatehouse_owner";
export const appRole = "gatehouse_app";

function toUrl(superuserUrl: string, user: string, password: string, database: string): string {
  const url = new URL(superuserUrl);
  url.username = user;
  url.password = password;
  url.pathname = `/${database}`;
  return url.href;
}

async function ensureRole(client: pg.Client, name: string, password: string): Promise<void> {
  const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [name]);
  const verb = rowCount === 0 ? "CREATE" : "ALTER";
  await client.query(
    `${verb} ROLE ${pg.escapeIdentifier(name)} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${pg.escapeLiteral(password)}`,
  );
}

async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function ensureDatabase(client: pg.Client, database: string, template: string | null): Promise<void> {
  const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
  const name = pg.escapeIdentifier(database);
  const copied = template === null ? "" : `TEMPLATE ${pg.escapeIdentifier(template)}`;
  if (rowCount === 0) await client.query(`CREATE DATABASE ${name} OWNER ${ownerRole} ${copied}`);
  await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${name} TO ${appRole}`);
}

/** Makes the database, empty or as a copy, when it is absent. The roles must exist. */
export async function createDatabase(
  superuserUrl: string,
  database: string,
  roles: DatabaseRoles,
  template: string | null = null,
): Promise<DatabaseUrls> {
  await withClient(superuserUrl, (client) => ensureDatabase(client, database, template));
  return {
    ownerUrl: toUrl(superuserUrl, ownerRole, roles.ownerPassword, database),
    appUrl: toUrl(superuserUrl, appRole, roles.appPassword, database),
  };
}

/** Makes the two roles and the database where they are absent, and sets the roles' passwords. Changes nothing else. */
export async function createRolesAndDatabase(
  superuserUrl: string,
  database: string,
  roles: DatabaseRoles,
): Promise<DatabaseUrls> {
  await withClient(superuserUrl, async (client) => {
    await ensureRole(client, ownerRole, roles.ownerPassword);
    await ensureRole(client, appRole, roles.appPassword);
  });
  return createDatabase(superuserUrl, database, roles);
}
