import type { AgentSnapshot } from "@/lib/kernel/access";

/** A key of the agent that counts at a moment; where there is none, one that does not, so that the decision says so. */
export function findLiveKey({ keys }: AgentSnapshot, now: number): string {
  const live = [...keys].find(([, { isRevoked, expiresAt }]) => !isRevoked && expiresAt > now);
  const [first] = keys.keys();
  return live?.[0] ?? first ?? "";
}
