import { toTokenDomain } from "@/lib/catalog/find-token-domain";
import type { FreezePolicy } from "@/lib/kernel/access";
import { compileDataset } from "@/lib/kernel/compile-dataset";
import type { AgentId, VendorId } from "@/lib/kernel/ids";
import { toVendorPhases } from "@/lib/kernel/vendor-state";
import type { AgentPolicy } from "./agent-policy";
import { compileVendor } from "./compile-vendor";
import type { PolicyRow } from "./policy-rows";
import { readPolicyRow } from "./read-policy-row";
import { toDatasetFacts } from "./to-dataset-facts";

/** The widest freeze names the reason: whoever reads it knows what has to be lifted first. A vendor's counts for all in front of it. */
function compileFreezes({ freezes, agentId, vendors }: PolicyRow): FreezePolicy {
  const behind = new Set(vendors.map(({ id }) => id));
  const isVendorFrozen = freezes.some(({ target, id }) => target === "vendor" && id !== null && behind.has(id));
  const isAgentFrozen = freezes.some(({ target, id }) => target === "agent" && id === agentId);
  const isEverythingFrozen = freezes.some(({ target }) => target === "everything");
  const narrower = isVendorFrozen ? "frozen_vendor" : isAgentFrozen ? "frozen_agent" : null;
  return {
    agent: isEverythingFrozen ? "frozen_everything" : narrower,
    sources: new Set(freezes.flatMap(({ target, id }) => (target === "source" && id !== null ? [id] : []))),
  };
}

/** A snapshot of what was read, and the facts beside it. */
export function compilePolicy(row: PolicyRow): AgentPolicy {
  const known = new Map(row.vendors.map((vendor) => [vendor.id, vendor]));
  const standings = toVendorPhases(row.vendorId, known);
  const vendor = compileVendor(row.vendorId, standings, row.region);
  const own = known.get(row.vendorId ?? "");
  const cap = { id: row.agentId, rowsMax: row.rowsPerDayMax, subjectsMax: row.subjectsPerDayMax };
  const domainOf = toTokenDomain(row.references);
  const facts = row.datasets.map((dataset) => toDatasetFacts(dataset, domainOf));
  const datasets = facts.map(
    (one) =>
      [
        one.name,
        compileDataset(
          {
            datasetId: one.datasetId,
            sourceId: one.sourceId,
            columns: one.columns,
            subjectKey: one.subjectKey,
            cap,
            scopes: row.scopes
              .filter((scope) => scope.datasetId === one.datasetId)
              .map((scope) => ({
                ...scope,
                scopeId: scope.id,
                purposes: new Set(scope.purposes),
                fields: new Map(Object.entries(scope.fields)),
              })),
          },
          vendor.views,
        ),
      ] as const,
  );
  return {
    agentName: row.name,
    vendor: own === undefined ? null : { id: own.id as VendorId, name: own.name, region: row.region, standings },
    purposes: new Map(row.purposes.map(({ code, sentence }) => [code, sentence])),
    facts: new Map(facts.map((one) => [one.name, one])),
    snapshot: {
      agentId: row.agentId,
      policyVersion: row.version,
      state: row.state,
      freezes: compileFreezes(row),
      vendor,
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
