import { afterAll } from "vitest";
import { forgetEnv } from "@/lib/runtime/env";
import { type RunningGate, startGate } from "./start-gate";

export type Answer = { status: number; headers: Headers; text: string; body: Record<string, unknown> };
export type TestGate = {
  url: string;
  gate: RunningGate;
  /** Sends JSON, or a text as it is, and reads the answer whatever its status. */
  call: (method: string, path: string, options?: CallOptions) => Promise<Answer>;
};
export type CallOptions = { key?: string; body?: unknown; text?: string; headers?: Record<string, string> };

function toBody({ body, text }: CallOptions): string | undefined {
  if (text !== undefined) return text;
  return body === undefined ? undefined : JSON.stringify(body);
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

export async function callGate(url: string, method: string, path: string, options: CallOptions = {}): Promise<Answer> {
  const body = toBody(options);
  const headers = {
    ...(options.key === undefined ? {} : { authorization: `Bearer ${options.key}` }),
    ...(body === undefined ? {} : { "content-type": "application/json" }),
    ...options.headers,
  };
  const response = await fetch(`${url}${path}`, {
    method,
    headers,
    signal: AbortSignal.timeout(15_000),
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parse(text) };
}

/** The gate as its process starts it, on a free port of this machine; stopped after the file's last test. */
export async function startTestGate(settings: Record<string, string> = {}): Promise<TestGate> {
  Object.assign(process.env, settings);
  forgetEnv();
  const gate = await startGate({ host: "127.0.0.1", port: 0 });
  afterAll(() => gate.stop());
  const url = `http://127.0.0.1:${gate.port}`;
  return { url, gate, call: (method, path, options) => callGate(url, method, path, options) };
}
