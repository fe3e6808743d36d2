import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { isPortFree } from "./free-port";
import { canReach, getPostgresAccount, giveFolder, type PostgresAccount } from "./postgres-account";
import { getPostgresBinaries, type PostgresBinaries } from "./postgres-binaries";
import { type PostgresProcess, runPostgres } from "./postgres-process";

export interface EmbeddedPostgresOptions {
  /** Holds the data, the log and, where needed, a copy of the programs. */
  readonly folder: string;
  /** Asked last, just before the server takes the port, so that two starts at once do not choose the same one. */
  readonly choosePort: () => Promise<number>;
  readonly superuserPassword: string;
  /** For tests: faster, and a power cut may lose everything. */
  readonly isThrowaway?: boolean;
}

export interface EmbeddedPostgres extends PostgresProcess {
  readonly superuserUrl: string;
  readonly port: number;
  /** Where the data is: not the folder asked for when the account that Postgres runs as cannot reach that one. */
  readonly folder: string;
}

const superuser = "postgres";
const startWaitMs = 60_000;

/**
 * As root, Postgres runs under another account, which cannot enter a folder such as /root. A new folder is opened for it (to pass
 * through, not to list); one that was there and is closed stays as it is, and the data goes to /var/lib.
 */
function chooseFolder(account: PostgresAccount, wanted: string): string {
  const folder = resolve(wanted);
  if (!account) return folder;
  const parent = resolve(folder, "..");
  if (!existsSync(parent)) {
    mkdirSync(parent, { recursive: true });
    chmodSync(parent, 0o711);
  }
  if (canPassThrough(account, parent)) return folder;
  return join("/var/lib", `gatehouse-${createHash("sha256").update(folder).digest("hex").slice(0, 12)}`);
}

function canPassThrough(account: PostgresAccount, parent: string): boolean {
  const probe = join(parent, `.reach-${randomBytes(6).toString("hex")}`);
  writeFileSync(probe, "");
  chmodSync(probe, 0o644);
  try {
    return canReach(account, probe);
  } finally {
    rmSync(probe);
  }
}

async function initialise(
  binaries: PostgresBinaries,
  account: PostgresAccount,
  data: string,
  options: EmbeddedPostgresOptions,
) {
  const passwordFile = `${data}.password`;
  writeFileSync(passwordFile, `${options.superuserPassword}\n`, { mode: 0o600 });
  if (account) chownSync(passwordFile, account.uid, account.gid);
  // No cluster was completed here, so what is left of one is safe to remove.
  rmSync(data, { recursive: true, force: true });
  const args = [
    `--pgdata=${data}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    ...(options.isThrowaway ? ["--no-sync"] : []),
  ];
  try {
    await promisify(execFile)(binaries.initdb, args, {
      ...account,
      cwd: "/",
      env: { LC_ALL: "C", NODE_ENV: "production" },
      timeout: 120_000,
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function isPostgres(pid: number): boolean {
  const commandLine = `/proc/${pid}/cmdline`;
  return !existsSync(commandLine) || readFileSync(commandLine, "utf8").includes("postgres");
}

/** A server that outlived its Gatehouse is stopped; the lock of one that is gone, its number since given to another, is removed. */
async function clearPredecessor(data: string): Promise<void> {
  const lock = join(data, "postmaster.pid");
  if (!existsSync(lock)) return;
  const pid = Number.parseInt(readFileSync(lock, "utf8"), 10);
  if (pid > 1 && isAlive(pid) && isPostgres(pid)) {
    process.kill(pid, "SIGINT");
    for (let waited = 0; waited < 20_000 && isAlive(pid); waited += 100) await wait(100);
  } else {
    rmSync(lock, { force: true });
  }
}

function toServerArgs(data: string, port: number, options: EmbeddedPostgresOptions): string[] {
  const settings: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "200",
    // Statements may hold people's values; the log keeps none of them.
    log_min_error_statement: "panic",
    log_parameter_max_length_on_error: "0",
    TimeZone: "UTC",
    ...(options.isThrowaway ? { fsync: "off", full_page_writes: "off", synchronous_commit: "off" } : {}),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return ["-D", data, "-p", String(port), ...flags];
}

async function waitUntilReady(server: PostgresProcess, url: string): Promise<void> {
  const failed = server.ended.then((log) => {
    throw new Error(`The embedded Postgres did not start. Its log ends with:\n${log}`);
  });
  const ready = (async () => {
    const until = performance.now() + startWaitMs;
    for (;;) {
      const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
      const connected = await client.connect().then(
        () => true,
        (error: unknown) => error,
      );
      await client.end();
      if (connected === true) return;
      if (performance.now() > until) throw connected;
      await wait(50);
    }
  })();
  await Promise.race([ready, failed]);
}

/** Starts the server that comes with the packages, on 127.0.0.1 only; makes its data on the first start. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const account = getPostgresAccount();
  const folder = chooseFolder(account, options.folder);
  giveFolder(account, folder);
  const binaries = getPostgresBinaries(account, `${folder}-programs`);
  const data = join(folder, "data");
  if (existsSync(join(data, "PG_VERSION"))) await clearPredecessor(data);
  else await initialise(binaries, account, data, options);
  const port = await options.choosePort();
  if (!(await isPortFree(port))) {
    throw new Error(
      `Port ${port}, which the embedded Postgres uses, is taken by another program. Stop that program, or choose another port with GATEHOUSE_POSTGRES_PORT.`,
    );
  }
  const superuserUrl = `postgresql://${superuser}:${options.superuserPassword}@127.0.0.1:${port}/postgres`;
  const server = runPostgres(binaries.postgres, toServerArgs(data, port, options), account, folder);
  try {
    await waitUntilReady(server, superuserUrl);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { ...server, superuserUrl, port, folder };
}
