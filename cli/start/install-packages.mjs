import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { projectFolder, runStep } from "./run-step.mjs";

function readPackages(file) {
  return JSON.parse(readFileSync(join(projectFolder, file), "utf8")).packages ?? {};
}

/** npm writes its hidden lockfile last, so an install that was cut short does not count. */
function isInstalled() {
  const installedFile = "node_modules/.package-lock.json";
  if (!existsSync(join(projectFolder, installedFile))) return false;
  const installed = readPackages(installedFile);
  return Object.entries(readPackages("package-lock.json")).every(([path, wanted]) => {
    if (path === "") return true;
    const found = installed[path];
    return found ? found.version === wanted.version && found.integrity === wanted.integrity : wanted.optional === true;
  });
}

/** npm says where it is when it runs us; otherwise it lies beside Node, or is on the path of a shell. */
function findNpm() {
  const beside = [
    process.env["npm_execpath"],
    join(dirname(process.execPath), "../lib/node_modules/npm/bin/npm-cli.js"),
    join(dirname(process.execPath), "node_modules/npm/bin/npm-cli.js"),
    "/usr/share/nodejs/npm/bin/npm-cli.js",
  ];
  const found = beside.find((path) => path?.endsWith(".js") && path.includes("npm") && existsSync(path));
  if (found) return found;
  throw new Error(
    "npm was not found beside Node. Run `npm install --ignore-scripts` in the project's folder, then start again.",
  );
}

/**
 * Brings node_modules to what package-lock.json says. No package's install script is run: none is needed. Not `npm ci`: that refuses
 * the lockfile where the registry has no builds for other systems than this one.
 */
export async function installPackages() {
  if (isInstalled()) return;
  const args = [findNpm(), "install", "--no-save", "--ignore-scripts", "--include=dev", "--loglevel=error"];
  await runStep("Installing packages", "Packages installed", args);
}
