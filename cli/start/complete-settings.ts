import { parseStartEnv } from "@/lib/runtime/env";
import { findSecretsFile, getOrMakeSecretsFile, toSecretVariables } from "@/lib/runtime/secrets-file";
import { readState } from "./state-file";

/** Completes this process's settings with what `npm start` generated, so that the command works beside it. */
export function completeSettings(): void {
  const env = parseStartEnv(process.env);
  if (findSecretsFile(env.dataFolder) === null) return;
  const secrets = getOrMakeSecretsFile(env.dataFolder);
  const port = env.postgresPort ?? readState(env.dataFolder).postgresPort;
  const url = `postgresql://gatehouse_app:${secrets.postgresAppPassword}@127.0.0.1:${port}/gatehouse`;
  const made = { DATABASE_URL: url, ...toSecretVariables(secrets) };
  for (const [name, value] of Object.entries(made)) process.env[name] ??= value;
}
