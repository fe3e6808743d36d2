import { setTimeout as wait } from "node:timers/promises";
import type { StartEnv } from "@/lib/runtime/env";
import { type StartedProcess, startProcess } from "./start-process";
import type { Stopper } from "./stopper";

const healthWaitMs = 90_000;
const stopWaitMs = 12_000;
const tsx = "node_modules/tsx/dist/cli.mjs";

function toScriptArgs(file: string, isDev: boolean): string[] {
  return isDev ? [tsx, "watch", "--clear-screen=false", file] : ["--import", "tsx", file];
}

function toConsoleArgs(env: StartEnv, isDev: boolean): string[] {
  const verb = isDev ? "dev" : "start";
  return ["node_modules/next/dist/bin/next", verb, "--port", String(env.consolePort), "--hostname", env.host];
}

function toLocalUrl(host: string, port: number): string {
  const reachable = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}`;
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(30_000) });
    await response.body?.cancel();
    return response.status < 500;
  } catch (error) {
    // Not listening yet, or busy compiling.
    return error instanceof Error ? false : Promise.reject(error);
  }
}

async function waitUntilHealthy(part: StartedProcess, url: string): Promise<void> {
  const until = performance.now() + healthWaitMs;
  while (!(await answers(url))) {
    if (performance.now() > until) {
      throw new Error(`${part.name} does not answer at ${url}. Its last lines:\n${part.lastLines()}`);
    }
    await wait(50);
  }
}

/** Ends everything when one part ends by itself, with what it said last. */
function watchForEnd(part: StartedProcess, stopper: Stopper): void {
  void part.ended.then((how) => {
    if (stopper.isStopping) return;
    console.error(`${part.name} ended (${how}); stopping everything. Its last lines:\n${part.lastLines()}`);
    return stopper.stopAll(1);
  });
}

/** Starts console, gate and jobs, and resolves when the first two answer. */
export async function startParts(
  env: StartEnv,
  variables: NodeJS.ProcessEnv,
  isDev: boolean,
  stopper: Stopper,
): Promise<void> {
  const mode = isDev ? "development" : "production";
  const shared: NodeJS.ProcessEnv = { ...variables, NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: "1" };
  const console_ = startProcess({
    name: "console",
    args: toConsoleArgs(env, isDev),
    env: { ...shared, NEXTAUTH_URL: env.consoleUrl },
  });
  const gate = startProcess({ name: "gate", args: toScriptArgs("gate/main.ts", isDev), env: shared });
  const jobs = startProcess({ name: "jobs", args: toScriptArgs("jobs/main.ts", isDev), env: shared });
  const parts = [console_, gate, jobs];
  stopper.add("console, gate and jobs", async () => {
    await Promise.all(parts.map((part) => part.stop(stopWaitMs)));
  });
  for (const part of parts) {
    watchForEnd(part, stopper);
    if (isDev) part.showLines(`${part.name} | `);
  }
  await Promise.all([
    waitUntilHealthy(console_, toLocalUrl(env.host, env.consolePort)),
    waitUntilHealthy(gate, `${toLocalUrl(env.host, env.gatePort)}/healthz`),
  ]);
  for (const part of parts) part.showLines(`${part.name} | `);
}
