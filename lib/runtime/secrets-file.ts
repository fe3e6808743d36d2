import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { isKeyText } from "@/lib/runtime/env-variables";

const Key = z.string().refine(isKeyText);
const Ring = z.strictObject({ currentKeyId: z.string(), keys: z.record(z.string(), Key) });

/** Passwords and keys that were generated on the first start. All are 32 random bytes in base64url. */
const Secrets = z.strictObject({
  sessionSecret: Key,
  keyring: Ring,
  keyPepper: Key,
  pseudonymKey: Key,
  cursorKey: Key,
  tokenKey: Key,
  releaseKeys: Ring,
  logKeys: Ring,
  postgresSuperuserPassword: Key,
  postgresOwnerPassword: Key,
  postgresAppPassword: Key,
});
export type Secrets = z.output<typeof Secrets>;

/** A start before releases and the log were signed left no keys for that. */
const StoredSecrets = Secrets.partial({ releaseKeys: true, logKeys: true });

function makeKey(): string {
  return randomBytes(32).toString("base64url");
}

function makeRing(keyId: string): z.output<typeof Ring> {
  return { currentKeyId: keyId, keys: { [keyId]: makeKey() } };
}

function makeSecrets(): Secrets {
  return {
    sessionSecret: makeKey(),
    keyring: makeRing("k1"),
    keyPepper: makeKey(),
    pseudonymKey: makeKey(),
    cursorKey: makeKey(),
    tokenKey: makeKey(),
    releaseKeys: makeRing("k1"),
    logKeys: makeRing("l1"),
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

function writeSecrets(dataFolder: string, secrets: Secrets): Secrets {
  writeOwnerOnlyFile(toSecretsPath(dataFolder), `${JSON.stringify(secrets, null, 2)}\n`);
  return secrets;
}

/** Null when no start has made the file yet. Throws when it cannot be read as written. */
export function findSecretsFile(dataFolder: string): z.output<typeof StoredSecrets> | null {
  const path = toSecretsPath(dataFolder);
  if (!existsSync(path)) return null;
  try {
    return StoredSecrets.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    // The reason would quote what the file holds.
    throw new Error(
      `${path} is damaged. Put back a copy of it: without its keys nothing encrypted can be read. It is not replaced.`,
    );
  }
}

/** Adds to an older file what a newer version needs. */
export function getOrMakeSecretsFile(dataFolder: string): Secrets {
  const stored = findSecretsFile(dataFolder);
  if (stored === null) return writeSecrets(dataFolder, makeSecrets());
  const { releaseKeys = makeRing("k1"), logKeys = makeRing("l1") } = stored;
  const isComplete = stored.releaseKeys !== undefined && stored.logKeys !== undefined;
  const secrets = { ...stored, releaseKeys, logKeys };
  return isComplete ? secrets : writeSecrets(dataFolder, secrets);
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
    GATEHOUSE_RELEASE_KEYS: JSON.stringify(secrets.releaseKeys),
    GATEHOUSE_LOG_KEYS: JSON.stringify(secrets.logKeys),
  };
}
