import { afterEach, expect, test, vi } from "vitest";
import { forgetEnv } from "@/lib/runtime/env";
import { log, type LogFacts } from "./log";
import { toErrorFacts } from "./to-error-facts";

const level = process.env["GATEHOUSE_LOG_LEVEL"] ?? "";

function linesOf(work: () => void): LogFacts[] {
  const written: string[] = [];
  const spy = vi.spyOn(process.stderr, "write").mockImplementation((text) => written.push(String(text)) > 0);
  work();
  spy.mockRestore();
  return written.map((line) => {
    expect(line.indexOf("\n")).toBe(line.length - 1);
    return JSON.parse(line) as LogFacts;
  });
}

afterEach(() => {
  process.env["GATEHOUSE_LOG_LEVEL"] = level;
  forgetEnv();
});

test("a log line is one line of JSON, whatever is in its facts", () => {
  const [line] = linesOf(() => log("error", "task_failed", { task: 'a\n"b"', attempt: 2, jobId: null }));
  expect(line).toMatchObject({ level: "error", event: "task_failed", task: 'a\n"b"', attempt: 2, jobId: null });
  expect(Date.parse(String(line?.["at"]))).toBeGreaterThan(0);
});

test("lines below the level that is set are not written", () => {
  process.env["GATEHOUSE_LOG_LEVEL"] = "warn";
  forgetEnv();
  const lines = linesOf(() => {
    for (const each of ["debug", "info", "warn", "error"] as const) log(each, each);
  });
  expect(lines.map((line) => line["event"])).toEqual(["warn", "error"]);
});

test("of an error its name, code and place are told, and never its text", () => {
  const error = Object.assign(new TypeError("value 4111 1111 1111 1111\n    is wrong"), { code: "22P02" });
  const facts = toErrorFacts(error);
  expect(facts).toMatchObject({ errorName: "TypeError", errorCode: "22P02" });
  expect(facts["errorAt"]).toContain("log.test.ts");
  expect(JSON.stringify(facts)).not.toMatch(/4111|is wrong/);
  expect(toErrorFacts("secret")).toEqual({ errorName: "string" });
});
