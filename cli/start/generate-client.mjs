import { hashContents, isStamped, stamp } from "./content-hash.mjs";
import { runStep } from "./run-step.mjs";

const stampFile = "lib/db/generated/.made-from";

/** Writes the database client when the schema is not the one it was made from. */
export async function generateClient() {
  const hash = hashContents(["prisma/schema", "prisma.config.ts", "node_modules/prisma/package.json"]);
  if (isStamped(stampFile, hash)) return;
  await runStep("Generating the database client", "Database client generated", [
    "node_modules/prisma/build/index.js",
    "generate",
    "--no-hints",
  ]);
  stamp(stampFile, hash);
}
