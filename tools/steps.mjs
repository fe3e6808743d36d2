import { readdirSync } from "node:fs";
import { relative } from "node:path";
import { buildConsole } from "../cli/start/build-console.mjs";
import { generateClient } from "../cli/start/generate-client.mjs";
import { projectFolder } from "../cli/start/run-step.mjs";
import { findOrInstallBrowser } from "./find-browser.mjs";
import { runCheck, runShown, runTests } from "./run-counted.mjs";

const tsc = "node_modules/typescript/bin/tsc";
const one = (isRight) => ({ passed: isRight ? 1 : 0, failed: isRight ? 0 : 1, skipped: 0 });
const none = { passed: 0, failed: 0, skipped: 0 };

async function lint() {
  const args = ["node_modules/oxlint/bin/oxlint", "--type-aware", "--format=json"];
  const { output } = await runShown(args, { isQuiet: true, minutesMax: 5 });
  return JSON.parse(output.slice(output.indexOf("{")));
}

const isHouseRule = ({ code }) => /^(house|import)\(/.test(code ?? "");

function show(diagnostics) {
  for (const { filename, code, message, labels } of diagnostics) {
    const { line = 1, column = 1 } = labels?.[0]?.span ?? {};
    console.log(`  ${filename}:${line}:${column}  ${message}  [${code}]`);
  }
}

let linted;

/** One run of oxlint, read twice: what breaks the house's own rules, and everything else. */
async function countLint(isWanted) {
  linted ??= await lint();
  const found = linted.diagnostics.filter(isWanted);
  show(found);
  const sourceFolders = readdirSync(projectFolder).filter((name) => ["app", "cli", "components", "lib"].includes(name));
  const hasRead = linted.number_of_files > 20 * sourceFolders.length;
  if (!hasRead) console.log(`  oxlint read only ${linted.number_of_files} files.`);
  return one(found.length === 0 && hasRead);
}

function countVitest(report) {
  const emptyFailures = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + emptyFailures.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: report.testResults.flatMap(({ name, assertionResults, message }) => {
      const file = relative(projectFolder, name);
      const failed = assertionResults.filter(({ status }) => status === "failed");
      if (failed.length === 0) return emptyFailures.some((each) => each.name === name) ? [`${file}: ${message}`] : [];
      return failed.map(({ fullName, failureMessages }) => `${file} > ${fullName}: ${failureMessages.join(" ")}`);
    }),
  };
}

function listUnexpected({ suites = [], specs = [] }) {
  const own = specs
    .filter(({ ok }) => !ok)
    .map(({ file, title, tests }) => {
      const messages = tests
        .flatMap(({ results }) => results.flatMap(({ errors }) => errors))
        .map(({ message }) => message);
      return `${file} > ${title}: ${messages.join(" ")}`;
    });
  return [...own, ...suites.flatMap(listUnexpected)];
}

function countPlaywright({ stats, errors, suites }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    failures: [...errors.map(({ message }) => `browser tests: ${message}`), ...listUnexpected({ suites })],
  };
}

const vitestReport = "test-results/vitest.json";
const browserReport = "test-results/browser.json";

export const staticSteps = [
  ["database client", async () => generateClient().then(() => none)],
  ["types", () => runCheck([tsc, "-p", "."])],
  ["types of the kernel", () => runCheck([tsc, "-p", "lib/kernel", "--noEmit"])],
  ["lint", () => countLint((each) => !isHouseRule(each))],
  ["architecture", () => countLint(isHouseRule)],
  ["format", () => runCheck(["node_modules/@biomejs/biome/bin/biome", "format", "--max-diagnostics=20", "."])],
];

export const unitSteps = [
  [
    "unit, property and database tests",
    () => {
      const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${vitestReport}`];
      return runTests(["node_modules/vitest/vitest.mjs", "run", ...reporters], vitestReport, countVitest);
    },
  ],
];

export const browserSteps = [
  ["build", async () => buildConsole().then(() => one(true))],
  ["browser", async () => (findOrInstallBrowser(), none)],
  [
    "browser tests",
    () => {
      const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport };
      const args = ["node_modules/@playwright/test/cli.js", "test", "--reporter=line,json"];
      return runTests(args, browserReport, countPlaywright, { env });
    },
  ],
];
