import { stripVTControlCharacters } from "node:util";
import { toSeconds } from "../cli/start/run-step.mjs";

const add = (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped });
const failure = { passed: 0, failed: 1, skipped: 0 };

async function runOne(name, work) {
  try {
    return await work();
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    return failure;
  }
}

const SHOWN = 20;

/** Names what failed, a line each, where a reader of the output's end finds it. */
function showFailures(failures) {
  const lines = failures.map((text) => `✗ ${stripVTControlCharacters(text).replaceAll(/\s+/g, " ").slice(0, 400)}`);
  if (lines.length > 0) console.log(`\n${lines.slice(0, SHOWN).join("\n")}`);
  if (lines.length > SHOWN) console.log(`✗ and ${lines.length - SHOWN} more`);
}

/** Runs every step, also after a failed one, says how long each took, and ends with the sum. */
export async function runSteps(steps) {
  const startedAt = performance.now();
  let sum = { passed: 0, failed: 0, skipped: 0 };
  const lines = [];
  const failures = [];
  for (const [name, work] of steps) {
    const stepStartedAt = performance.now();
    const counts = await runOne(name, work);
    sum = add(sum, counts);
    failures.push(...(counts.failures ?? []));
    const outcome = counts.failed > 0 ? "FAILED" : "ok";
    lines.push(`${outcome.padEnd(6)}  ${name} (${toSeconds(stepStartedAt)})`);
    console.log(`${outcome === "ok" ? "✓" : "✗"} ${name} (${toSeconds(stepStartedAt)})`);
  }
  console.log(`\n${lines.join("\n")}\nIn all ${toSeconds(startedAt)}.\n`);
  showFailures(failures);
  console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
  process.exit(sum.failed === 0 && sum.passed > 0 ? 0 : 1);
}
