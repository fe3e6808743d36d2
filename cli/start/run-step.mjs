import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export const projectFolder = fileURLToPath(new URL("../../", import.meta.url));

export function toSeconds(startedAt) {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}

/** Runs a Node program of the project and resolves with its exit code and everything it wrote. */
export function runProgram(args, { env = {}, isShown = false } = {}) {
  return new Promise((resolve, reject) => {
    const guard = new URL(`./leave-with-parent.mjs?of=${process.pid}`, import.meta.url).href;
    const child = spawn(process.execPath, ["--import", guard, ...args], {
      cwd: projectFolder,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    let output = "";
    const take = (chunk) => {
      output += chunk;
      if (isShown) process.stdout.write(chunk);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs a program whose output matters only when it fails, and says what was done and how long it took. */
export async function runStep(doing, done, args, options) {
  const startedAt = performance.now();
  if (process.stdout.isTTY) process.stdout.write(`${doing} …`);
  const { code, output } = await runProgram(args, options);
  if (process.stdout.isTTY) process.stdout.write("\r\u001b[K");
  if (code !== 0) throw new Error(`${doing} failed:\n${output.trimEnd().split("\n").slice(-40).join("\n")}`);
  console.log(`${done} (${toSeconds(startedAt)}).`);
}
