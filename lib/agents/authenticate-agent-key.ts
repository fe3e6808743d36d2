import { reader } from "@/lib/db/reader";
import type { AgentActor } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { AgentId, AgentKeyId } from "@/lib/kernel/ids";
import { getEnv } from "@/lib/runtime/env";
import { hmacHex } from "@/lib/runtime/hashing";
import { log } from "@/lib/runtime/log";
import { toErrorFacts } from "@/lib/runtime/to-error-facts";
import { isSecretTokenShaped } from "@/lib/runtime/secret-token";

const KNOWN_MAX = 10_000;
/** Which agent a key belongs to never changes; whether the key still counts is decided at each request, from the policy. */
const known = new Map<string, AgentActor>();

function toKeyHash(key: string): string {
  return hmacHex(getEnv().keyPepper, key);
}

/** The agent behind a key that this process has seen before, without asking the database; else null. */
export function recallAgentKey(key: string): AgentActor | null {
  return known.get(toKeyHash(key)) ?? null;
}

/**
 * The agent behind a key, or null. Says nothing about whether the key is expired or revoked, nor whether the agent is active. Throws
 * `unavailable` when the database does not answer.
 */
export async function authenticateAgentKey(key: string): Promise<AgentActor | null> {
  if (!isSecretTokenShaped("ghk", key)) return null;
  const keyHash = toKeyHash(key);
  const row = await reader()
    .agentKey.findUnique({ where: { keyHash }, select: { id: true, agentId: true } })
    .catch((error: unknown) => {
      log("error", "key_not_checked", toErrorFacts(error));
      throw new DomainError(
        "unavailable",
        "Gatehouse cannot reach its database, so it refuses: try again in a moment.",
      );
    });
  if (row === null) return null;
  const actor: AgentActor = { kind: "agent", agentId: row.agentId as AgentId, keyId: row.id as AgentKeyId };
  if (known.size >= KNOWN_MAX) known.clear();
  known.set(keyHash, actor);
  return actor;
}
