import type { Context } from "hono";
import { reject } from "./reject";
import { DomainError, type DomainErrorCode } from "@/lib/kernel/domain-error";
import type { Door } from "@/lib/policy/evaluate-access";
import { getEnv } from "@/lib/runtime/env";
import type { GateEnv } from "./gate-env";

const JSON_TYPE = /^application\/json\s*(;\s*charset=("?)utf-8\2\s*)?$/i;

async function readText(c: Context<GateEnv>, limit: number): Promise<string> {
  const refuse = (): never => {
    throw new DomainError("too_large", `The body must have at most ${limit} bytes.`);
  };
  const length = c.req.header("content-length");
  if (length !== undefined) {
    // Node ends a request whose body is longer than its header says.
    if (Number(length) > limit) refuse();
    return c.req.text();
  }
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = "";
  for await (const chunk of c.req.raw.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > limit) refuse();
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message would quote the body.
    throw new DomainError("invalid_input", "The body must be JSON.");
  }
}

/** A JSON body within the limit. Throws `invalid_input`, `too_large`, or `wrongType` for another content type. */
export async function readJson(
  c: Context<GateEnv>,
  wrongType: DomainErrorCode = "unsupported_media_type",
): Promise<unknown> {
  if (!JSON_TYPE.test(c.req.header("content-type") ?? ""))
    throw new DomainError(wrongType, "The body must be sent as application/json in UTF-8.");
  return parse(await readText(c, getEnv().gateBodyLimitBytes));
}

/**
 * An agent's JSON body within the limit. What cannot be read is in the log as well. `wrongType` is the code for another content type: AuthZEN
 * wants it to be plain bad input.
 */
export async function readBody(
  c: Context<GateEnv>,
  door: Door,
  wrongType: DomainErrorCode = "unsupported_media_type",
): Promise<unknown> {
  try {
    return await readJson(c, wrongType);
  } catch (error) {
    throw error instanceof DomainError ? await reject(c.get("caller"), door, error) : error;
  }
}
