import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

export interface ProcessOptions {
  readonly name: string;
  /** What Node runs: loader flags, the file, its arguments. */
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

export interface StartedProcess {
  readonly name: string;
  readonly channel: ChildProcess;
  /** Resolves with how it ended, in words. */
  readonly ended: Promise<string>;
  lastLines(): string;
  /** From now on its lines are shown, after the prefix, and not only kept for a failure. */
  showLines(prefix: string): void;
  /** Asks it to finish, and ends it when it does not within `waitMs`. */
  stop(waitMs: number): Promise<void>;
}

const keptLines = 30;

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  // It leads a group of its own, so that Ctrl-C reaches only us and an end reaches its children too.
  process.kill(process.platform === "win32" ? child.pid : -child.pid, signal);
}

function toWords(code: number | null, signal: NodeJS.Signals | null): string {
  return signal === null ? `exit code ${code}` : `signal ${signal}`;
}

export function startProcess({ name, args, env }: ProcessOptions): StartedProcess {
  const guard = new URL(`./leave-with-parent.mjs?of=${process.pid}&leads`, import.meta.url).href;
  const child = spawn(process.execPath, ["--import", guard, ...args], {
    env,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    detached: process.platform !== "win32",
  });
  const lines: string[] = [];
  let shownPrefix: string | null = null;
  const take = (line: string) => {
    lines.push(line);
    if (lines.length > keptLines) lines.shift();
    if (shownPrefix !== null) console.log(`${shownPrefix}${line}`);
  };
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on("line", take);
  }
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, signal) => resolve(toWords(code, signal)));
  });
  const stop = async (waitMs: number) => {
    signalGroup(child, "SIGTERM");
    const impatient = setTimeout(() => signalGroup(child, "SIGKILL"), waitMs);
    await ended;
    clearTimeout(impatient);
  };
  return {
    name,
    channel: child,
    ended,
    lastLines: () => lines.join("\n"),
    showLines: (prefix) => {
      shownPrefix = prefix;
    },
    stop,
  };
}
