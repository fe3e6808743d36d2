import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { diffSchemas, readSchemaFiles } from "@/lib/db/schema-engine";

const FOLDER = "prisma/migrations";
const LOCKED_SCHEMA = join(FOLDER, "schema.lock.prisma");

/** `npm run migration:new -- add_vendors`: writes what changed in prisma/schema since the newest migration as the next one. */
async function writeNextMigration(label: string | undefined): Promise<void> {
  if (!label || !/^[a-z][a-z0-9_]*$/.test(label))
    throw new Error("name the migration: npm run migration:new -- add_vendors");
  const files = readSchemaFiles();
  const before = existsSync(LOCKED_SCHEMA) ? readFileSync(LOCKED_SCHEMA, "utf8") : null;
  const sql = await diffSchemas(before, files);
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const target = join(FOLDER, `${stamp}_${label}`);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, "migration.sql"), sql);
  writeFileSync(LOCKED_SCHEMA, files.map((file) => file.content.trim()).join("\n\n") + "\n");
  console.log(
    `wrote ${target}/migration.sql (${sql.split("\n").length} lines); add triggers and grants by hand where it makes tables`,
  );
}

await writeNextMigration(process.argv[2]);
