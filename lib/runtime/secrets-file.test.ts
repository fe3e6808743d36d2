import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parseEnv } from "@/lib/runtime/env";
import { ensureDataFolder, findSecretsFile, getOrMakeSecretsFile, toSecretVariables } from "@/lib/runtime/secrets-file";

let parent: string;
let folder: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "gatehouse-secrets-"));
  folder = join(parent, "data");
  ensureDataFolder(folder);
});
afterEach(() => rmSync(parent, { recursive: true }));

test("the generated secrets are readable only by their owner, and the folder is listed by nobody else", () => {
  getOrMakeSecretsFile(folder);
  expect(statSync(join(folder, "secrets.json")).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o066).toBe(0);
});

test("a second start uses the secrets of the first", () => {
  expect(getOrMakeSecretsFile(folder)).toEqual(getOrMakeSecretsFile(folder));
});

test("no two secrets are alike", () => {
  const { keyring, releaseKeys, logKeys, ...secrets } = getOrMakeSecretsFile(folder);
  const rings = [keyring, releaseKeys, logKeys].flatMap(({ keys }) => Object.values(keys));
  const values = [...Object.values(secrets), ...rings];
  expect(new Set(values).size).toBe(values.length);
});

test("what is generated is what a process accepts", () => {
  const variables = toSecretVariables(getOrMakeSecretsFile(folder));
  const env = parseEnv({ ...variables, DATABASE_URL: "postgresql://a:b@127.0.0.1/gatehouse" });
  expect(env.keyring.currentKeyId).toBe("k1");
  expect(env.releaseKeys.keys["k1"]).toHaveLength(32);
});

test("a file from before releases were signed gets keys for that, once, and keeps the rest", () => {
  const { releaseKeys: _, ...older } = getOrMakeSecretsFile(folder);
  const path = join(folder, "secrets.json");
  writeFileSync(path, JSON.stringify(older));
  const added = getOrMakeSecretsFile(folder);
  expect(added).toMatchObject(older);
  expect(Object.keys(added.releaseKeys.keys)).toEqual(["k1"]);
  expect(getOrMakeSecretsFile(folder)).toEqual(added);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test("a damaged file is neither replaced nor quoted", () => {
  const path = join(folder, "secrets.json");
  writeFileSync(path, '{"sessionSecret":"hunter2"}');
  expect(() => getOrMakeSecretsFile(folder)).toThrow(/is damaged/);
  expect(() => getOrMakeSecretsFile(folder)).not.toThrow(/hunter2/);
  expect(readFileSync(path, "utf8")).toContain("hunter2");
  expect(() => findSecretsFile(folder)).toThrow();
});

test("a file that was made before the log had keys gets them once, and keeps all else", () => {
  const { logKeys: _, ...older } = getOrMakeSecretsFile(folder);
  writeFileSync(join(folder, "secrets.json"), JSON.stringify(older));
  const first = getOrMakeSecretsFile(folder);
  expect(first).toEqual({ ...older, logKeys: { currentKeyId: "l1", keys: { l1: expect.any(String) } } });
  expect(findSecretsFile(folder)).toEqual(first);
  expect(statSync(join(folder, "secrets.json")).mode & 0o777).toBe(0o600);
});
