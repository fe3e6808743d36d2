import { chmodSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { getEnv } from "@/lib/runtime/env";

/** Where exports lie until they expire: only the account that Gatehouse runs as can look into it. */
function getFolder(): string {
  const folder = join(getEnv().dataFolder, "exports");
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
  }
  return folder;
}

export function toArchivePath(exportId: string): string {
  return join(getFolder(), `${exportId}.tar`);
}

/** An empty folder for an export in the making. */
export function makeWorkFolder(exportId: string): string {
  const folder = join(getFolder(), exportId);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  return folder;
}

/** Removes an export's files, whatever there is of them. */
export function removeFiles(exportId: string): void {
  rmSync(join(getFolder(), exportId), { recursive: true, force: true });
  rmSync(toArchivePath(exportId), { force: true });
}

export function removeWorkFolder(exportId: string): void {
  rmSync(join(getFolder(), exportId), { recursive: true, force: true });
}
