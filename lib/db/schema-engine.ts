import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { createMigrationAdapter } from "./migration-adapter";
import { noDatabaseAdapter } from "./no-database-adapter";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";

const SCHEMA_FOLDER = "prisma/schema";
const FILTERS = { externalTables: [], externalEnums: [] };
let isLoaded = false;

/** The whole schema as Prisma's engine wants it: every file of prisma/schema, in name order. */
export function readSchemaFiles(): { path: string; content: string }[] {
  return readdirSync(SCHEMA_FOLDER)
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => ({ path: join(SCHEMA_FOLDER, name), content: readFileSync(join(SCHEMA_FOLDER, name), "utf8") }));
}

/**
 * Prisma's schema engine, from its WebAssembly build: the native one would have to be downloaded (docs/decisions/0003).
 * Without a URL it has no database, which is enough to compare schema texts.
 */
async function openSchemaEngine(ownerUrl: string | null): Promise<engineModule.SchemaEngine> {
  if (!isLoaded) {
    const binary = join(
      dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg")),
      "schema_engine_bg.wasm",
    );
    const { instance } = await WebAssembly.instantiate(readFileSync(binary), { "./schema_engine_bg.js": engineModule });
    engineModule.__wbg_set_wasm(instance.exports);
    const start = instance.exports["__wbindgen_start"];
    if (typeof start === "function") start();
    isLoaded = true;
  }
  const adapter = bindMigrationAwareSqlAdapterFactory(
    ownerUrl === null ? noDatabaseAdapter : createMigrationAdapter(ownerUrl),
  );
  return engineModule.SchemaEngine.new(
    { datamodels: readSchemaFiles().map(({ path, content }) => [path, content]) },
    () => undefined,
    adapter,
  );
}

/** The SQL that leads from one schema text to another; empty when they mean the same. No database is touched. */
export async function diffSchemas(from: string | null, to: { path: string; content: string }[]): Promise<string> {
  const engine = await openSchemaEngine(null);
  try {
    const { stdout } = await engine.diff({
      from:
        from === null
          ? { tag: "empty" }
          : { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: from }] },
      to: { tag: "schemaDatamodel", files: to },
      script: true,
      exitCode: null,
      filters: FILTERS,
    });
    return stdout ?? "";
  } finally {
    engine.free();
  }
}

/** Applies what `prisma migrate deploy` would, and returns the names of the migrations applied now. */
export async function applyMigrations(ownerUrl: string, folder: string): Promise<string[]> {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  if (names.length === 0) throw new Error(`no migrations in ${folder}`);
  const engine = await openSchemaEngine(ownerUrl);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: {
        baseDir: folder,
        lockfile: { path: "migration_lock.toml", content: readFileSync(join(folder, "migration_lock.toml"), "utf8") },
        shadowDbInitScript: "",
        migrationDirectories: names.map((name) => ({
          path: name,
          migrationFile: {
            path: "migration.sql",
            content: { tag: "ok", value: readFileSync(join(folder, name, "migration.sql"), "utf8") },
          },
        })),
      },
      filters: FILTERS,
    });
    return appliedMigrationNames;
  } finally {
    engine.free();
  }
}
