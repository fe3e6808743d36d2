import { Client, escapeIdentifier, escapeLiteral } from "pg";

export interface ReadOnlyRole {
  /** The database whose `public` schema the role may read. */
  readonly database: string;
  readonly role: string;
  readonly password: string;
}

const ROLE_LOCK = 7_165_302;

/**
 * Makes a login role, or brings an existing one back to this: it may connect to the one database and read its tables and views, and nothing else.
 * Takes the public's right to connect to that database and make temporary tables there, since every role would inherit it.
 */
export async function createReadOnlyRole(
  adminConnectionString: string,
  { database, role, password }: ReadOnlyRole,
): Promise<void> {
  if (!password) throw new Error("The read-only role needs a password.");
  const url = new URL(adminConnectionString);
  url.pathname = `/${encodeURIComponent(database)}`;
  const client = new Client({ connectionString: url.href, application_name: "gatehouse-demo" });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock($1)", [ROLE_LOCK]);
    await ensureRole(client, role, password);
    for (const statement of grants(database, role)) await client.query(statement);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

async function ensureRole(client: Client, role: string, password: string): Promise<void> {
  const { rows } = await client.query<{ isPowerful: boolean }>(
    `select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls or rolname = current_user as "isPowerful" from pg_roles where rolname = $1`,
    [role],
  );
  if (rows[0]?.isPowerful)
    throw new Error(
      "The read-only role would take rights from a role that administers the server: choose another name.",
    );
  const verb = rows.length === 0 ? "create" : "alter";
  await client.query(`${verb} role ${escapeIdentifier(role)} with login noinherit password ${escapeLiteral(password)}`);
  const { rows: groups } = await client.query<{ name: string }>(
    "select g.rolname as name from pg_auth_members m join pg_roles g on g.oid = m.roleid join pg_roles r on r.oid = m.member where r.rolname = $1",
    [role],
  );
  for (const group of groups)
    await client.query(`revoke ${escapeIdentifier(group.name)} from ${escapeIdentifier(role)}`);
}

function grants(database: string, role: string): string[] {
  const [name, to] = [escapeIdentifier(database), escapeIdentifier(role)];
  return [
    `revoke all on database ${name} from public`,
    `revoke all on database ${name} from ${to}`,
    `grant connect on database ${name} to ${to}`,
    "revoke create on schema public from public",
    `revoke all on schema public from ${to}`,
    `grant usage on schema public to ${to}`,
    `revoke all on all tables in schema public from ${to}`,
    `grant select on all tables in schema public to ${to}`,
    `alter default privileges in schema public grant select on tables to ${to}`,
    `alter role ${to} in database ${name} set default_transaction_read_only = on`,
  ];
}
