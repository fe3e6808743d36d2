import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { isKeyText } from "@/lib/runtime/env-variables";

const Key = z.string().refine(isKeyText);

/** Passwords and keys that were generated on the first start. All are 32 random bytes in base64url. */
const Ring = z.strictObject({ currentKeyId: z.string(), keys: z.record(z.string(), Key) });
const Secrets = z.strictObject({
  sessionSecret: Key,
  keyring: Ring,
  logKeys: Ring,
  keyPepper: Key,
  pseudonymKey: Key,
  cursorKey: Key,
  tokenKey: Key,
  postgresSuperuserPassword: Key,
  postgresOwnerPassword: Key,
  postgresAppPassword: Key,
});
export type Secrets = z.output<typeof Secrets>;

type Ring = z.output<typeof Ring>;

/** What came after the first version: a file that was made before it gets it at the next start. */
const LATER: { readonly [name: string]: () => Ring } = {
  logKeys: () => ({ currentKeyId: "l1", keys: { l1: makeKey() } }),
};

function makeKey(): string {
  return randomBytes(32).toString("base64url");
}

function makeSecrets(): Secrets {
  return {
    sessionSecret: makeKey(),
    keyring: { currentKeyId: "k1", keys: { k1: makeKey() } },
    logKeys: { currentKeyId: "l1", keys: { l1: makeKey() } },
    keyPepper: makeKey(),
    pseudonymKey: makeKey(),
    cursorKey: makeKey(),
    tokenKey: makeKey(),
    postgresSuperuserPassword: makeKey(),
    postgresOwnerPassword: makeKey(),
    postgresAppPassword: makeKey(),
  };
}

function toSecretsPath(dataFolder: string): string {
  return join(dataFolder, "secrets.json");
}

/** Replaces the file in one step, so that a crash leaves the old one or the new one; only its owner can read it. */
export function writeOwnerOnlyFile(path: string, text: string): void {
  const partial = `${path}.partial`;
  writeFileSync(partial, text, { mode: 0o600, flush: true });
  chmodSync(partial, 0o600);
  renameSync(partial, path);
}

/**
 * The folder for what a first start makes. Nobody but its owner can list it; started by root, others may pass through it, because
 * the account that Postgres runs as must reach its own folder inside.
 */
export function ensureDataFolder(dataFolder: string): void {
  if (existsSync(dataFolder)) return;
  mkdirSync(dataFolder, { recursive: true });
  chmodSync(dataFolder, process.getuid?.() === 0 ? 0o711 : 0o700);
}

function complete(kept: unknown): unknown {
  if (typeof kept !== "object" || kept === null) return kept;
  const missing = Object.entries(LATER).filter(([name]) => !Object.hasOwn(kept, name));
  return { ...kept, ...Object.fromEntries(missing.map(([name, make]) => [name, make()])) };
}

/** Null when no start has made the file yet. Throws when it cannot be read as written. An older file is completed, and kept so. */
export function findSecretsFile(dataFolder: string): Secrets | null {
  const path = toSecretsPath(dataFolder);
  if (!existsSync(path)) return null;
  try {
    const kept: unknown = JSON.parse(readFileSync(path, "utf8"));
    const secrets = Secrets.parse(complete(kept));
    if (Object.keys(secrets).some((name) => !Object.hasOwn(Object(kept), name))) {
      writeOwnerOnlyFile(path, `${JSON.stringify(secrets, null, 2)}\n`);
    }
    return secrets;
  } catch {
    // The reason would quote what the file holds.
    throw new Error(
      `${path} is damaged. Put back a copy of it: without its keys nothing encrypted can be read. It is not replaced.`,
    );
  }
}

export function getOrMakeSecretsFile(dataFolder: string): Secrets {
  const existing = findSecretsFile(dataFolder);
  if (existing) return existing;
  const secrets = makeSecrets();
  writeOwnerOnlyFile(toSecretsPath(dataFolder), `${JSON.stringify(secrets, null, 2)}\n`);
  return secrets;
}

/** The variables that hand the secrets to a process, as `env-variables` reads them. */
export function toSecretVariables(secrets: Secrets): Record<string, string> {
  return {
    GATEHOUSE_SESSION_SECRET: secrets.sessionSecret,
    GATEHOUSE_KEYRING: JSON.stringify(secrets.keyring),
    GATEHOUSE_KEY_PEPPER: secrets.keyPepper,
    GATEHOUSE_PSEUDONYM_KEY: secrets.pseudonymKey,
    GATEHOUSE_CURSOR_KEY: secrets.cursorKey,
    GATEHOUSE_TOKEN_KEY: secrets.tokenKey,
    GATEHOUSE_LOG_KEYS: JSON.stringify(secrets.logKeys),
  };
}
