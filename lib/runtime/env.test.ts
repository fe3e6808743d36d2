import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { EnvError, parseEnv, parseStartEnv } from "@/lib/runtime/env";

const key = () => randomBytes(32).toString("base64url");
const keyring = { currentKeyId: "k1", keys: { k1: key() } };
const complete = {
  DATABASE_URL: "postgresql://app:pw@127.0.0.1:5432/gatehouse",
  GATEHOUSE_SESSION_SECRET: key(),
  GATEHOUSE_KEYRING: JSON.stringify(keyring),
  GATEHOUSE_KEY_PEPPER: key(),
  GATEHOUSE_PSEUDONYM_KEY: key(),
  GATEHOUSE_CURSOR_KEY: key(),
  GATEHOUSE_TOKEN_KEY: key(),
  GATEHOUSE_RELEASE_KEYS: JSON.stringify(keyring),
  GATEHOUSE_LOG_KEYS: JSON.stringify({ currentKeyId: "l1", keys: { l1: key() } }),
};

function problemsOf(source: Record<string, string>, parse: typeof parseEnv | typeof parseStartEnv = parseStartEnv) {
  try {
    parse(source);
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
    throw error;
  }
  return [];
}

describe("settings", () => {
  test("no variable is needed to start", () => {
    const env = parseStartEnv({}, "/srv/gatehouse");
    expect(env).toMatchObject({
      consolePort: 3000,
      gatePort: 4000,
      dataFolder: "/srv/gatehouse/.gatehouse",
      anchorFolder: "/srv/gatehouse/.gatehouse-anchors",
      consoleUrl: "http://localhost:3000",
      gateUrl: "http://localhost:4000",
      demo: "on",
      databaseUrl: undefined,
    });
  });

  test("a running process has every secret as 32 bytes, and the owner's database defaults to the application's", () => {
    const env = parseEnv(complete);
    expect(env.keyPepper).toHaveLength(32);
    expect(env.keyring.keys["k1"]).toHaveLength(32);
    expect(env.ownerDatabaseUrl).toBe(complete.DATABASE_URL);
  });

  test("a process without a secret is told which one and how it is set", () => {
    const { GATEHOUSE_KEY_PEPPER: _, ...rest } = complete;
    expect(problemsOf(rest, parseEnv)).toEqual([
      "GATEHOUSE_KEY_PEPPER is not set. `npm start` sets it; a process started by hand needs it.",
    ]);
  });

  test("every wrong setting is named in one go, with what it must be", () => {
    expect(
      problemsOf({ GATEHOUSE_CONSOLE_PORT: "70000", GATEHOUSE_DEMO: "maybe", GATEHOUSE_CONSOLE_URL: "example.com" }),
    ).toEqual([
      'GATEHOUSE_CONSOLE_PORT must be a whole number from 1 to 65535 (it is "70000").',
      'GATEHOUSE_CONSOLE_URL must be an address without a path, for example https://gatehouse.example.com (it is "example.com").',
      'GATEHOUSE_DEMO must be on or off (it is "maybe").',
    ]);
  });

  test("a mistyped setting is named with the one that was meant", () => {
    expect(problemsOf({ GATEHOUSE_CONSOL_PORT: "3100" })).toEqual([
      "GATEHOUSE_CONSOL_PORT is not a setting of Gatehouse. Did you mean GATEHOUSE_CONSOLE_PORT?",
    ]);
  });

  test.each([
    ["GATEHOUSE_SESSION_SECRET", "hunter2-hunter2"],
    ["GATEHOUSE_KEYRING", '{"currentKeyId":"k1","keys":{"k1":"hunter2"}}'],
    ["GATEHOUSE_KEYRING", "hunter2 is not JSON"],
    ["GATEHOUSE_KEYRING", JSON.stringify({ currentKeyId: "hunter2", keys: keyring.keys })],
    ["DATABASE_URL", "mysql://root:hunter2@db/x"],
  ])("a wrong secret in %s is never quoted back", (name, value) => {
    const problems = problemsOf({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`${name} must`);
    expect(problems[0]).not.toContain("hunter2");
  });

  test("an empty variable counts as unset", () => {
    expect(parseStartEnv({ GATEHOUSE_GATE_PORT: "", DATABASE_URL: "" })).toMatchObject({ gatePort: 4000 });
  });
});
