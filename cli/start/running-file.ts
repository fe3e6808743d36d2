import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

function toRunningPath(dataFolder: string): string {
  return join(dataFolder, "running.pid");
}

function isStart(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  // A number is given out again after a restart of the machine; only a start counts.
  const commandLine = `/proc/${pid}/cmdline`;
  return !existsSync(commandLine) || readFileSync(commandLine, "utf8").includes("start.mjs");
}

/** The process that runs Gatehouse with this folder, or null. */
export function findRunning(dataFolder: string): number | null {
  const path = toRunningPath(dataFolder);
  if (!existsSync(path)) return null;
  const pid = Number.parseInt(readFileSync(path, "utf8"), 10);
  return pid > 0 && pid !== process.pid && isStart(pid) ? pid : null;
}

export function markRunning(dataFolder: string): void {
  writeFileSync(toRunningPath(dataFolder), `${process.pid}\n`, { mode: 0o600 });
}

export function unmarkRunning(dataFolder: string): void {
  rmSync(toRunningPath(dataFolder), { force: true });
}
