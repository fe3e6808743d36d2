import { resolve } from "node:path";
import type { z } from "zod";
import { type EnvKey, type EnvVariable, envVariables, namesOfAgents } from "@/lib/runtime/env-variables";

type Parsed = { readonly [K in EnvKey]: z.output<(typeof envVariables)[K]["schema"]> };
type SuppliedKey = { [K in EnvKey]: (typeof envVariables)[K]["isSuppliedByStart"] extends true ? K : never }[EnvKey];

type Resolved = { readonly consoleUrl: string; readonly gateUrl: string; readonly anchorFolder: string };

/** What `npm start` itself reads: what it is about to supply may still be absent. */
export type StartEnv = Omit<Parsed, keyof Resolved> & Resolved;

/** What every running process reads. Addresses have no trailing slash; keys are 32 bytes. */
export type Env = Omit<StartEnv, SuppliedKey | "ownerDatabaseUrl"> & {
  readonly [K in SuppliedKey]: NonNullable<Parsed[K]>;
} & { readonly ownerDatabaseUrl: string };

type Source = Readonly<Record<string, string | undefined>>;

/** Its message names each wrong variable, what is wrong with it and what it must be; never a secret's value. */
export class EnvError extends Error {
  override readonly name = "EnvError";
  constructor(readonly problems: readonly string[]) {
    super(`These settings cannot be used:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`);
  }
}

function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const row = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const change = (previous[j] ?? 0) + (letter === other ? 0 : 1);
      row.push(Math.min(change, (previous[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1));
    }
    previous = row;
  }
  return previous.at(-1) ?? 0;
}

function findUnknown(source: Source): string[] {
  const known: string[] = [...Object.values(envVariables).map((variable) => variable.name), ...namesOfAgents];
  return Object.keys(source)
    .filter((name) => name.startsWith("GATEHOUSE_") && !known.includes(name))
    .map((name) => {
      const near = known.map((other) => ({ other, far: distance(name, other) })).sort((a, b) => a.far - b.far)[0];
      const hint =
        near && near.far <= 4 ? ` Did you mean ${near.other}?` : " `npm start -- --help` lists all settings.";
      return `${name} is not a setting of Gatehouse.${hint}`;
    });
}

function parseOne(variable: EnvVariable, source: Source, problems: string[]): unknown {
  // An empty variable counts as unset: that is how compose files and CI leave out a setting.
  const text = source[variable.name] || undefined;
  const parsed = variable.schema.safeParse(text);
  if (parsed.success) return parsed.data;
  const shown = variable.isSecret ? "" : ` (it is ${JSON.stringify(text)})`;
  problems.push(`${variable.name} ${parsed.error.issues[0]?.message ?? "cannot be read"}${shown}.`);
  return undefined;
}

export function parseStartEnv(source: Source, folder = process.cwd()): StartEnv {
  const problems = findUnknown(source);
  const parsed = Object.fromEntries(
    Object.entries(envVariables).map(([key, variable]) => [key, parseOne(variable, source, problems)]),
  ) as Parsed;
  if (problems.length > 0) throw new EnvError(problems);
  const dataFolder = resolve(folder, parsed.dataFolder);
  return {
    ...parsed,
    dataFolder,
    anchorFolder: resolve(folder, parsed.anchorFolder ?? `${dataFolder}-anchors`),
    consoleUrl: parsed.consoleUrl ?? `http://localhost:${parsed.consolePort}`,
    gateUrl: parsed.gateUrl ?? `http://localhost:${parsed.gatePort}`,
  };
}

export function parseEnv(source: Source, folder = process.cwd()): Env {
  const env = parseStartEnv(source, folder);
  const missing = Object.entries(envVariables)
    .filter(([key, variable]) => variable.isSuppliedByStart && env[key as EnvKey] === undefined)
    .map(([, variable]) => `${variable.name} is not set. \`npm start\` sets it; a process started by hand needs it.`);
  if (missing.length > 0) throw new EnvError(missing);
  const complete = env as Omit<Env, "ownerDatabaseUrl"> & { ownerDatabaseUrl?: string };
  return { ...complete, ownerDatabaseUrl: complete.ownerDatabaseUrl ?? complete.databaseUrl };
}

let current: Env | undefined;

/** The process's settings, parsed once. Throws EnvError naming every wrong or missing variable. */
export function getEnv(): Env {
  current ??= parseEnv(process.env);
  return current;
}

/** For tests that set variables after something has read them. */
export function forgetEnv(): void {
  current = undefined;
}
