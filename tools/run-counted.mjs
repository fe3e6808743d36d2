import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../cli/start/run-step.mjs";

/** Runs a Node program with its output shown as it comes, in a group of its own that is ended when it takes too long. */
export function runShown(args, { env = {}, minutesMax = 15, isQuiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: projectFolder,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: process.platform !== "win32",
    });
    let output = "";
    const take = (chunk) => {
      output += chunk;
      if (!isQuiet) process.stdout.write(chunk);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    const end = (signal) => {
      if (child.pid) process.kill(process.platform === "win32" ? child.pid : -child.pid, signal);
    };
    const timer = setTimeout(() => {
      console.error(`Ended after ${minutesMax} minutes.`);
      end("SIGKILL");
    }, minutesMax * 60_000);
    const passOn = (signal) => end(signal);
    process.once("SIGINT", passOn).once("SIGTERM", passOn);
    child.once("close", (code) => {
      clearTimeout(timer);
      process.off("SIGINT", passOn).off("SIGTERM", passOn);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** A check that passes or fails as a whole. */
export async function runCheck(args, options) {
  const { code, output } = await runShown(args, { isQuiet: true, ...options });
  if (code !== 0) process.stdout.write(output);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/**
 * Runs a test runner and counts from the report it writes. One that ends badly without naming a failed test, leaves no report, or ran
 * nothing counts as one failure.
 */
export async function runTests(args, reportFile, toCounts, options) {
  const path = join(projectFolder, reportFile);
  rmSync(path, { force: true });
  const { code } = await runShown(args, options);
  if (!existsSync(path)) {
    console.error(`The runner ended (exit code ${code}) without a report.`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const counts = toCounts(JSON.parse(readFileSync(path, "utf8")));
  const isHonest = counts.failed > 0 || (code === 0 && counts.passed > 0);
  if (!isHonest)
    console.error(`The runner ended with exit code ${code}, ${counts.passed} tests passed and none failed.`);
  return isHonest ? counts : { ...counts, failed: 1 };
}
