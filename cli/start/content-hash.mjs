import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "./run-step.mjs";

function listFiles(path, isWanted) {
  const full = join(projectFolder, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .map((name) => `${path}/${name}`)
    .filter(isWanted)
    .flatMap((child) => listFiles(child, isWanted));
}

/** One digest over the names and contents of files and folders; what is absent counts as absent. */
export function hashContents(paths, isWanted = () => true) {
  const digest = createHash("sha256");
  for (const path of paths.flatMap((each) => listFiles(each, isWanted)).sort()) {
    digest.update(`${path}\0`).update(
      createHash("sha256")
        .update(readFileSync(join(projectFolder, path)))
        .digest(),
    );
  }
  return digest.digest("hex");
}

/** Whether `stampFile` says that `hash` was dealt with. */
export function isStamped(stampFile, hash) {
  const path = join(projectFolder, stampFile);
  return existsSync(path) && readFileSync(path, "utf8") === hash;
}

export function stamp(stampFile, hash) {
  writeFileSync(join(projectFolder, stampFile), hash);
}
