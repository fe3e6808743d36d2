import { NextRequest } from "next/server";
import { afterEach, expect, test } from "vitest";
import { PATH_HEADER } from "@/app/session-path";
import { forgetEnv } from "@/lib/runtime/env";
import { proxy } from "@/proxy";

afterEach(() => {
  delete process.env["GATEHOUSE_CONSOLE_URL"];
  forgetEnv();
});

function answer(path: string, headers: Record<string, string> = {}): Headers {
  return proxy(new NextRequest(`http://localhost:3000${path}`, { headers })).headers;
}

test("scripts run only with a nonce that is new for each page", () => {
  const policies = Array.from({ length: 20 }, () => answer("/people").get("content-security-policy") ?? "");
  const nonces = policies.map((policy) => /script-src 'self' 'nonce-([^']+)' 'strict-dynamic';/.exec(policy)?.[1]);
  expect(new Set(nonces).size).toBe(20);
  expect(nonces.every((nonce) => Buffer.from(nonce ?? "", "base64").length === 16)).toBe(true);
  for (const policy of policies) {
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    for (const rule of ["default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'"]) {
      expect(policy).toContain(rule);
    }
  }
});

test.each(["/", "/people", "/sign-in", "/api/auth/csrf"])("%s is never framed, sniffed or kept by a cache", (path) => {
  const headers = answer(path);
  expect(headers.get("x-frame-options")).toBe("DENY");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("cache-control")).toContain("no-store");
  expect(headers.get("referrer-policy")).toBe("same-origin");
});

test("the page's own address cannot be forged by a header", () => {
  const headers = answer("/people?q=a", { [PATH_HEADER]: "//evil.example" });
  expect(headers.get(`x-middleware-request-${PATH_HEADER}`)).toBe("/people?q=a");
});

test("browsers are told to insist on https exactly where the console is served with it", () => {
  expect(answer("/").get("strict-transport-security")).toBeNull();
  process.env["GATEHOUSE_CONSOLE_URL"] = "https://gatehouse.example.com";
  forgetEnv();
  expect(answer("/").get("strict-transport-security")).toMatch(/^max-age=\d{8}/);
});
