import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { PostgresAccount } from "./postgres-account";

export interface PostgresProcess {
  /** Resolves with the last lines of the server's log when it has ended, for whatever reason. */
  readonly ended: Promise<string>;
  /** Ends open connections and stops cleanly; at once when it takes too long. */
  stop(): Promise<void>;
}

const stopWaitMs = 20_000;

/**
 * Runs the server under a shell that holds the other end of a pipe from us: when our process ends, even by kill -9, the pipe closes
 * and the shell stops the server.
 */
const keeper = `
  exec 3<&0
  "$@" 3<&- </dev/null &
  server=$!
  trap 'kill -QUIT $server' TERM
  trap '' INT HUP
  { read -r _ <&3; kill -INT $server; } &
  watch=$!
  exec 3<&-
  wait $server
  code=$?
  kill $watch 2>/dev/null
  exit $code
`;

function readLogTail(logFile: string): string {
  return readFileSync(logFile, "utf8").trimEnd().split("\n").slice(-10).join("\n");
}

function spawnKept(program: string, args: string[], account: PostgresAccount, log: number): ChildProcess {
  const options = {
    ...account,
    cwd: "/",
    env: { LC_ALL: "C", NODE_ENV: "production" as const },
    stdio: ["pipe" as const, log, log],
    detached: true,
  };
  if (process.platform === "win32") return spawn(program, args, { ...options, cwd: dirname(program), detached: false });
  return spawn("/bin/sh", ["-c", keeper, "postgres-keeper", program, ...args], options);
}

export function runPostgres(
  program: string,
  args: string[],
  account: PostgresAccount,
  folder: string,
): PostgresProcess {
  const logFile = join(folder, "postgres.log");
  const log = openSync(logFile, "w", 0o600);
  const child = spawnKept(program, args, account, log);
  closeSync(log);
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", () => resolve(readLogTail(logFile)));
  });
  const stop = async () => {
    child.stdin?.end();
    const impatient = setTimeout(() => child.kill("SIGTERM"), stopWaitMs);
    await ended;
    clearTimeout(impatient);
  };
  return { ended, stop };
}
