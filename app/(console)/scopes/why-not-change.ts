import { agentCan } from "@/lib/kernel/agent-state";
import type { ScopeDetail } from "@/lib/scopes/get-scope";

/** Why nobody may change this scope any more; null when it can be changed. */
export function whyNotChange(scope: ScopeDetail): string | null {
  if (scope.status === "revoked") return "The scope was revoked: grant a new one.";
  const permit = agentCan("grant_scope", scope.agent.state);
  return permit.ok ? null : permit.why;
}
