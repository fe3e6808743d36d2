import { reader } from "@/lib/db/reader";
import type { AgentActor } from "@/lib/identity/request-context";
import type { AgentId, AgentKeyId } from "@/lib/kernel/ids";
import { getEnv } from "@/lib/runtime/env";
import { hmacHex } from "@/lib/runtime/hashing";
import { isAgentKeyShaped } from "./agent-key-format";

const KNOWN_MAX = 10_000;
/** Which agent a key belongs to never changes; whether the key still counts is decided at each request, from the policy. */
const known = new Map<string, AgentActor>();

/** The agent behind a key, or null. Says nothing about whether the key is expired or revoked, nor whether the agent is active. */
export async function authenticateAgentKey(key: string): Promise<AgentActor | null> {
  if (!isAgentKeyShaped(key)) return null;
  const keyHash = hmacHex(getEnv().keyPepper, key);
  const remembered = known.get(keyHash);
  if (remembered !== undefined) return remembered;
  const row = await reader().agentKey.findUnique({ where: { keyHash }, select: { id: true, agentId: true } });
  if (row === null) return null;
  const actor: AgentActor = { kind: "agent", agentId: row.agentId as AgentId, keyId: row.id as AgentKeyId };
  if (known.size >= KNOWN_MAX) known.clear();
  known.set(keyHash, actor);
  return actor;
}
