import { existsSync } from "node:fs";
import { join } from "node:path";
import { hashContents, isStamped, stamp } from "./content-hash.mjs";
import { projectFolder, runStep } from "./run-step.mjs";

const stampFile = ".next/made-from";
const sources = [
  "app",
  "components",
  "lib",
  "prisma/schema",
  "public",
  "instrumentation.ts",
  "next.config.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];

function isSource(path) {
  return !/\.test\.tsx?$/.test(path) && !path.startsWith("lib/db/generated/");
}

/** Builds the console when something it is made from has changed since the last build. */
export async function buildConsole() {
  const hash = hashContents([...sources], isSource);
  const isBuilt = () => existsSync(join(projectFolder, ".next/BUILD_ID"));
  if (isBuilt() && isStamped(stampFile, hash)) return;
  await runStep(
    "Building the console (about a minute)",
    "Console built",
    ["node_modules/next/dist/bin/next", "build"],
    {
      env: { NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" },
    },
  );
  if (!isBuilt()) throw new Error("Building the console said that it succeeded but left no build in .next.");
  stamp(stampFile, hash);
}
