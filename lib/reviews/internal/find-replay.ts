import { z } from "zod";
import { reader } from "@/lib/db/reader";
import { canonicalJson, type Json } from "@/lib/kernel/canonical-json";
import { DomainError } from "@/lib/kernel/domain-error";
import type { AgentId } from "@/lib/kernel/ids";
import { getEnv } from "@/lib/runtime/env";
import { hmacHex } from "@/lib/runtime/hashing";
import { parseInput } from "@/lib/runtime/parse-input";
import { readFindings } from "./read-findings";
import { type SubmissionAnswer, toSubmissionAnswer } from "@/lib/reviews/submission-answer";

/** What a request is recognised by when it comes again. Both are keyed digests, so neither says what was in it. */
export type RequestMark = { idempotencyKeyHash: string | null; requestDigest: string };

const Key = z
  .string()
  .regex(/^[\x21-\x7e]{1,255}$/, "must be 1 to 255 printable ASCII characters without spaces")
  .nullable();

/** Throws `invalid_input` for a key that is none. */
export function toRequestMark(agentId: AgentId, verb: string, request: unknown, key: string | null): RequestMark {
  const { "Idempotency-Key": parsed } = parseInput(z.object({ "Idempotency-Key": Key }), { "Idempotency-Key": key });
  const secret = getEnv().pseudonymKey;
  // What was parsed came as JSON.
  const text = canonicalJson({ verb, request: request as Json });
  return {
    idempotencyKeyHash: parsed === null ? null : hmacHex(secret, `idempotency\n${agentId}\n${parsed}`),
    requestDigest: hmacHex(secret, `request\n${agentId}\n${text}`),
  };
}

/** The answer that the same request got before, or null. Throws `conflict` when the key came with another one. */
export async function findReplay(agentId: AgentId, mark: RequestMark): Promise<SubmissionAnswer | null> {
  const { idempotencyKeyHash, requestDigest } = mark;
  if (idempotencyKeyHash === null) return null;
  const row = await reader().submission.findUnique({
    where: { agentId_idempotencyKeyHash: { agentId, idempotencyKeyHash } },
    select: {
      id: true,
      requestDigest: true,
      findings: true,
      heldItem: { select: { id: true, kind: true, kinds: true, dueAt: true } },
    },
  });
  if (row === null) return null;
  if (row.requestDigest !== requestDigest)
    throw new DomainError(
      "conflict",
      "Idempotency-Key: this key came with another request before: use a new one for each.",
      "Idempotency-Key",
    );
  return toSubmissionAnswer({ ...row, findings: readFindings(row.findings) });
}
