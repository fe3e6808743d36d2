import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, readFileSync } from "node:fs";

/** The operating system account that Postgres runs as; undefined means our own. */
export type PostgresAccount = { readonly uid: number; readonly gid: number } | undefined;

function findAccount(name: string): PostgresAccount {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** Postgres refuses to run as root, so root lends it the account `postgres`, which is made when absent. */
export function getPostgresAccount(): PostgresAccount {
  if (process.platform === "win32" || process.getuid?.() !== 0) return undefined;
  const existing = findAccount("postgres");
  if (existing) return existing;
  const ways: [string, string[]][] = [
    ["useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"]],
    ["adduser", ["-S", "-D", "-H", "postgres"]],
  ];
  for (const [command, args] of ways) {
    if (spawnSync(command, args, { stdio: "ignore", timeout: 10_000 }).status === 0) break;
  }
  const made = findAccount("postgres");
  if (made) return made;
  throw new Error(
    "Postgres does not run as root and the account `postgres` could not be made. Start Gatehouse as another user, or set DATABASE_URL.",
  );
}

/** Whether the account can read and enter the path; always true for our own. */
export function canReach(account: PostgresAccount, path: string): boolean {
  if (!account) return true;
  const probe = ["-c", 'test -r "$1" && { test ! -d "$1" || test -x "$1"; }', "probe", path];
  return spawnSync("/bin/sh", probe, { ...account, cwd: "/", stdio: "ignore", timeout: 10_000 }).status === 0;
}

/** Makes the folder and gives it to the account, readable by nobody else. */
export function giveFolder(account: PostgresAccount, folder: string): void {
  mkdirSync(folder, { recursive: true });
  if (account) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
}
