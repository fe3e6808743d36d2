import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** The same settings for every test run; a test that needs a database gets its own from `createTestDatabase`. */
const key = (name: string) => Buffer.from(name.padEnd(32, "-")).toString("base64url");

const anchors = join(tmpdir(), `gatehouse-test-anchors-${randomUUID()}`);
afterAll(() => rmSync(anchors, { recursive: true, force: true }));

Object.assign(process.env, {
  DATABASE_URL: "postgresql://nobody:nobody@127.0.0.1:1/call-createTestDatabase",
  GATEHOUSE_SESSION_SECRET: key("session"),
  GATEHOUSE_KEYRING: JSON.stringify({ currentKeyId: "k1", keys: { k1: key("keyring") } }),
  GATEHOUSE_KEY_PEPPER: key("pepper"),
  GATEHOUSE_PSEUDONYM_KEY: key("pseudonym"),
  GATEHOUSE_CURSOR_KEY: key("cursor"),
  GATEHOUSE_TOKEN_KEY: key("token"),
  GATEHOUSE_RELEASE_KEYS: JSON.stringify({ currentKeyId: "k1", keys: { k1: key("release") } }),
  GATEHOUSE_LOG_KEYS: JSON.stringify({ currentKeyId: "l1", keys: { l1: key("log") } }),
  GATEHOUSE_ANCHOR_DIR: anchors,
  GATEHOUSE_LOG_LEVEL: "error",
});
