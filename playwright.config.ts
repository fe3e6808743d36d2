import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./tools/find-browser.mjs";

const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const executablePath = findBrowser();
if (executablePath === null) throw new Error("No Chromium was found; `npm test` says how to get one.");

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/browser",
  globalSetup: "./e2e/support/global-setup.ts",
  globalTimeout: 13 * 60_000,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env["CI"]),
  retries: 0,
  use: {
    ...devices["Desktop Chrome"],
    baseURL: process.env["E2E_CONSOLE_URL"] ?? "",
    locale: "en-GB",
    contextOptions: { reducedMotion: "reduce" },
    screenshot: "only-on-failure",
    // A trace films every page: on two cores that doubles the run. `E2E_TRACE=retain-on-failure` brings it back.
    trace: process.env["E2E_TRACE"] === "retain-on-failure" ? "retain-on-failure" : "off",
    launchOptions: {
      executablePath,
      args: [...asRoot, "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
  projects: [{ name: "chromium" }],
});
