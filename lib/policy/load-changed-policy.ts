import { DomainError } from "@/lib/kernel/domain-error";
import type { AgentId } from "@/lib/kernel/ids";
import type { ParsedScope } from "@/lib/scopes/scope-input";
import type { AgentPolicy } from "./agent-policy";
import { compilePolicy } from "./load-agent-policy";
import { readPolicyRow } from "./read-policy-row";

/** A scope of a dataset as it would be: `scopeId` null for a new one, `scope` null where it would have ended. */
export type PolicyChange = { datasetId: string; scopeId: string | null; scope: Omit<ParsedScope, "note"> | null };

const NEW_SCOPE = "00000000-0000-0000-0000-000000000000";

/** An agent's policy as it is and as it would be, of the same moment. Nothing is decided by the second. Throws `not_found`. */
export async function loadChangedPolicy(
  agentId: string,
  { datasetId, scopeId, scope }: PolicyChange,
): Promise<{ now: AgentPolicy; changed: AgentPolicy }> {
  const row = await readPolicyRow(agentId as AgentId);
  if (row === null) throw new DomainError("not_found", "There is no such agent.");
  const before = row.scopes.find(({ id }) => id === scopeId);
  const others = row.scopes.filter(({ id }) => id !== scopeId);
  const wanted =
    scope === null
      ? []
      : [
          {
            ...scope,
            id: scopeId ?? NEW_SCOPE,
            datasetId,
            version: (before?.version ?? 0) + 1,
            expiresAt: scope.expiresAt.getTime(),
          },
        ];
  const scopes = [...others, ...wanted];
  const datasets = row.datasets.filter(({ id }) => scopes.some((one) => one.datasetId === id));
  return { now: compilePolicy(row), changed: compilePolicy({ ...row, scopes, datasets }) };
}
