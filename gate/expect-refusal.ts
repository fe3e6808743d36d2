import { expect } from "vitest";
import { listEvents } from "@/lib/gateway/gateway-fixture";
import type { Answer } from "./gate-fixture";

/** For tests: checks that an answer is a proper refusal with exactly these events, and says nothing it must not. */
export async function expectRefusal(
  answer: Answer,
  status: number,
  code: string,
  actions: readonly string[],
): Promise<void> {
  expect(answer.body).toMatchObject({
    status,
    code,
    detail: expect.stringMatching(/^[A-Za-z].*\.$/s),
    requestId: expect.any(String),
  });
  expect(answer.status).toBe(status);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(answer.text).not.toMatch(/Okonkwo|node_modules|at .*\.ts|SELECT|syntax error|invalid input syntax/);
  const events = await listEvents({ requestId: String(answer.body["requestId"]) });
  expect(events.map(({ action }) => action)).toEqual(actions);
  expect(JSON.stringify(events)).not.toMatch(/Okonkwo|Robert|ghk_/);
}
