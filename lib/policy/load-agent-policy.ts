import { toTokenDomain } from "@/lib/catalog/find-token-domain";
import { compileDataset } from "@/lib/kernel/compile-dataset";
import type { AgentId } from "@/lib/kernel/ids";
import type { AgentPolicy } from "./agent-policy";
import type { PolicyRow } from "./policy-rows";
import { readPolicyRow } from "./read-policy-row";
import { toDatasetFacts } from "./to-dataset-facts";

function compilePolicy(row: PolicyRow): AgentPolicy {
  const domainOf = toTokenDomain(row.references);
  const facts = row.datasets.map((dataset) => toDatasetFacts(dataset, domainOf));
  const datasets = facts.map(
    (one) =>
      [
        one.name,
        compileDataset({
          datasetId: one.datasetId,
          sourceId: one.sourceId,
          columns: new Map([...one.columns].map(([name, column]) => [name, column.isUsable])),
          scopes: row.scopes
            .filter((scope) => scope.datasetId === one.datasetId)
            .map((scope) => ({
              ...scope,
              scopeId: scope.id,
              purposes: new Set(scope.purposes),
              fields: new Map(Object.entries(scope.fields)),
            })),
        }),
      ] as const,
  );
  return {
    agentName: row.name,
    purposes: new Map(row.purposes.map(({ code, sentence }) => [code, sentence])),
    facts: new Map(facts.map((one) => [one.name, one])),
    snapshot: {
      agentId: row.agentId,
      policyVersion: row.version,
      state: row.state,
      // Freezes and vendor clearance are neutral until those registers exist.
      isFrozen: false,
      isVendorCleared: true,
      isSponsorPresent: row.isSponsorPresent,
      keys: new Map(row.keys.map(({ id, expiresAt, isRevoked }) => [id, { expiresAt, isRevoked }])),
      purposes: new Set(row.purposes.map(({ code }) => code)),
      datasets: new Map(datasets),
    },
  };
}

/** Reads and compiles an agent's policy from the database. Null for an unknown agent. */
export async function loadAgentPolicy(agentId: AgentId): Promise<AgentPolicy | null> {
  const row = await readPolicyRow(agentId);
  return row === null ? null : compilePolicy(row);
}
