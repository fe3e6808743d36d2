import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import type { StartEnv } from "@/lib/runtime/env";
import { writeOwnerOnlyFile } from "@/lib/runtime/secrets-file";
import type { SetUpResult, SignIn } from "./set-up-order";

function toSignInsPath(env: StartEnv): string {
  return join(env.dataFolder, "first-sign-ins.txt");
}

function toTable(signIns: readonly SignIn[]): string[] {
  const roleWidth = Math.max(...signIns.map(({ role }) => role.length));
  const emailWidth = Math.max(...signIns.map(({ email }) => email.length));
  return signIns.map(
    ({ role, email, password }) => `${role.padEnd(roleWidth)}  ${email.padEnd(emailWidth)}  ${password}`,
  );
}

/** The only place that keeps these passwords in clear; the demo needs them at hand. */
export function keepSignIns(env: StartEnv, signIns: readonly SignIn[]): void {
  if (signIns.length === 0) return;
  const head =
    "# Role, e-mail and first password of the demo company's people. Remove this file when you no longer need it.";
  writeOwnerOnlyFile(toSignInsPath(env), `${[head, ...toTable(signIns)].join("\n")}\n`);
}

function toSignInLines(env: StartEnv, result: SetUpResult): string[] {
  const path = relative(process.cwd(), toSignInsPath(env));
  if (result.signIns.length > 0) {
    const rows = toTable(result.signIns).map((row) => `    ${row}`);
    return ["", `  Sign in as one of these (also in ${path}, which only you can read):`, ...rows];
  }
  if (result.firstAdminLink !== null) {
    return ["", "  Make the first admin with this link, which works once:", `    ${result.firstAdminLink}`];
  }
  return existsSync(toSignInsPath(env)) ? [`  Sign-ins  ${path}`] : [];
}

export function printFirstSteps(env: StartEnv, result: SetUpResult, seconds: string): void {
  const lines = [
    "",
    `Gatehouse is running (ready in ${seconds} s). Ctrl-C stops it.`,
    "",
    `  Console   ${env.consoleUrl}`,
    `  Gate      ${env.gateUrl}   for agents: HTTP at /v1, MCP at /mcp`,
    ...toSignInLines(env, result),
    "",
  ];
  console.log(lines.join("\n"));
}
