import { type EnvVariable, envVariables } from "@/lib/runtime/env-variables";
import type { StartEnv } from "@/lib/runtime/env";
import { ensureDataFolder, getOrMakeSecretsFile, type Secrets, toSecretVariables } from "@/lib/runtime/secrets-file";
import { keepSignIns, printFirstSteps } from "./print-first-steps";
import { markRunning, unmarkRunning } from "./running-file";
import { setUpDatabase } from "./set-up-database";
import { startDatabase } from "./start-database";
import { startParts } from "./start-parts";
import { createStopper, stopOnSignals, type Stopper } from "./stopper";

/** Where every secret comes from outside, nothing needs to be generated or kept here. */
function findSecrets(env: StartEnv): Secrets | null {
  const variables: EnvVariable[] = Object.values(envVariables);
  const isSupplied = variables.every((variable) => !variable.isSuppliedByStart || process.env[variable.name]);
  return isSupplied ? null : getOrMakeSecretsFile(env.dataFolder);
}

/** What the parts run with: our own environment, completed. Only migrations act as the owner. */
function toVariables(secrets: Secrets | null, appUrl: string): NodeJS.ProcessEnv {
  const { GATEHOUSE_OWNER_DATABASE_URL: _, ...given } = process.env;
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
  return { NODE_ENV: "production", ...(secrets && toSecretVariables(secrets)), ...set, DATABASE_URL: appUrl };
}

async function bringUp(env: StartEnv, isDev: boolean, stopper: Stopper): Promise<void> {
  const startedAt = performance.now();
  ensureDataFolder(env.dataFolder);
  markRunning(env.dataFolder);
  stopper.add("the mark", async () => unmarkRunning(env.dataFolder));
  const secrets = findSecrets(env);
  const database = await startDatabase(env, secrets);
  const { embedded } = database;
  if (embedded) {
    stopper.add("Postgres", () => embedded.stop());
    void embedded.ended.then((log) => {
      if (stopper.isStopping) return;
      console.error(`The embedded Postgres ended; stopping everything. Its log ends with:\n${log}`);
      return stopper.stopAll(1);
    });
  }
  const variables = toVariables(secrets, database.appUrl);
  const result = await setUpDatabase(env, database, variables, stopper);
  keepSignIns(env, result.signIns);
  await startParts(env, variables, isDev, stopper);
  printFirstSteps(env, result, ((performance.now() - startedAt) / 1000).toFixed(1));
}

/** Runs Gatehouse until it is told to stop or a part of it ends. Leaves no process behind. */
export async function run(env: StartEnv, { isDev }: { isDev: boolean }): Promise<void> {
  const stopper = createStopper();
  stopOnSignals(stopper);
  try {
    await bringUp(env, isDev, stopper);
  } catch (error) {
    if (!stopper.isStopping) console.error(error instanceof Error ? error.message : error);
    await stopper.stopAll(1);
  }
}
