import { describe, expect, test } from "vitest";
import { EnvError, parseStartEnv } from "./env";

function problemsOf(source: Record<string, string>): readonly string[] {
  try {
    parseStartEnv(source);
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
    throw error;
  }
  return [];
}

describe("the mail server", () => {
  test.each([
    ["smtp://mail.example.com", { host: "mail.example.com", port: 587, isImplicitTls: false, account: null }],
    ["smtps://mail.example.com/", { host: "mail.example.com", port: 465, isImplicitTls: true, account: null }],
    ["smtp://[::1]:2525", { host: "::1", port: 2525, isImplicitTls: false, account: null }],
    [
      "smtp://gate%40house:p%2Fw%3A@mail.example.com:25",
      { host: "mail.example.com", port: 25, isImplicitTls: false, account: { user: "gate@house", password: "p/w:" } },
    ],
  ])("is read from %s", (text, expected) => {
    expect(parseStartEnv({ GATEHOUSE_SMTP_URL: text }).smtpUrl).toEqual(expected);
  });

  test("is none unless one is set", () => {
    expect(parseStartEnv({}).smtpUrl).toBeUndefined();
    expect(parseStartEnv({ GATEHOUSE_SMTP_URL: "" }).smtpUrl).toBeUndefined();
  });

  test.each([
    "mail.example.com",
    "http://mail.example.com",
    "smtp://",
    "smtp://user:hunter2@",
    "smtp://user:hunter2@mail.example.com/path",
    "smtp://mail.example.com?tls.rejectUnauthorized=false&x=hunter2",
    "smtp://user:%E0%A4hunter2@mail.example.com",
  ])("that is wrong is named without its password: %s", (text) => {
    const [problem = ""] = problemsOf({ GATEHOUSE_SMTP_URL: text });
    expect(problem).toMatch(/^GATEHOUSE_SMTP_URL must look like smtp:/);
    expect(problem).not.toContain("hunter2");
  });
});

test.each(["gatehouse@example.com", "Gatehouse <gatehouse@example.com>"])("mail can come from %s", (text) => {
  expect(parseStartEnv({ GATEHOUSE_MAIL_FROM: text }).mailFrom).toBe(text);
});

test.each(["gatehouse", "a@b.c, d@e.f", "Gate\r\nBcc: all@example.com <a@b.c>", "<a@b.c>", "a@b.c\n"])(
  "mail cannot come from %j",
  (text) => {
    expect(problemsOf({ GATEHOUSE_MAIL_FROM: text })).toHaveLength(1);
  },
);

test("hosts inside the network are listed by commas, in any case, with spaces", () => {
  const hosts = parseStartEnv({ GATEHOUSE_WEBHOOK_PRIVATE_HOSTS: " Hooks.Internal, 10.0.0.5:8080 ,[::1]:81," });
  expect(hosts.webhookPrivateHosts).toEqual(["hooks.internal", "10.0.0.5:8080", "[::1]:81"]);
  expect(parseStartEnv({}).webhookPrivateHosts).toEqual([]);
});

test.each(["http://hooks.internal", "hooks.internal/path", "*", "a b", "hooks:port"])("%s is no such host", (text) => {
  expect(problemsOf({ GATEHOUSE_WEBHOOK_PRIVATE_HOSTS: text })).toHaveLength(1);
});
