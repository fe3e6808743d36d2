import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The Chromium to test with, or null: the one asked for, Playwright's own, or the system's. */
export function findBrowser() {
  const asked = process.env["CHROMIUM_PATH"];
  if (asked) {
    if (existsSync(asked)) return asked;
    throw new Error(`CHROMIUM_PATH names ${asked}, and there is no such file.`);
  }
  return [chromium.executablePath(), ...places].find((path) => existsSync(path)) ?? null;
}

function installDebianBrowser() {
  const run = (...args) =>
    spawnSync("apt-get", args, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      timeout: 300_000,
    }).status === 0;
  return run("update", "-qq") && run("install", "-y", "-qq", "--no-install-recommends", "chromium");
}

/** As root on a Debian system, a missing browser is installed. Throws what to do when there is none. */
export function findOrInstallBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get") && installDebianBrowser()) {
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Error(
    "The browser tests need Chromium and found none. Run `npx playwright install chromium`, install your system's chromium, or set CHROMIUM_PATH.",
  );
}
