import { z } from "zod";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { AgentId, DatasetId, VendorId } from "@/lib/kernel/ids";
import { AGENT_STATES, type AgentState, CATEGORIES, type Category } from "@/lib/kernel/vocabulary";
import { parseInput } from "@/lib/runtime/parse-input";
import { listInFront } from "./internal/list-in-front";
import { loadVendorFacts } from "./load-vendor-facts";
import { VendorIdInput } from "./vendor-input";
import { toVendorStatus, type VendorStatus } from "./vendor-status";

/** One vendor with all that work through it, or every vendor that has agents when left out. */
export const GetVendorDependenciesInput = z.object({ vendorId: VendorIdInput.optional() });
export type GetVendorDependenciesInput = z.input<typeof GetVendorDependenciesInput>;

/** Nodes and edges of the picture vendor → agents → datasets → categories. `isDirect` is false for a vendor that only stands behind. */
export type VendorDependencies = {
  vendors: { id: VendorId; name: string; isDirect: boolean; status: VendorStatus }[];
  /** `from` works through `to`. */
  chains: { from: VendorId; to: VendorId }[];
  agents: { id: AgentId; name: string; state: AgentState; vendorId: VendorId }[];
  datasets: { id: DatasetId; name: string; categories: Category[] }[];
  /** Live scopes: the categories that the agent is granted of the dataset in any form. */
  grants: { agentId: AgentId; datasetId: DatasetId; categories: Category[] }[];
};

const VENDORS_MAX = 500;

const Grants = z.array(
  z.object({
    agentId: z.string().transform((id) => id as AgentId),
    datasetId: z.string().transform((id) => id as DatasetId),
    dataset: z.string(),
    categories: z.array(z.enum(CATEGORIES)),
  }),
);
const Agents = z.array(
  z.object({
    id: z.string().transform((id) => id as AgentId),
    name: z.string(),
    state: z.enum(AGENT_STATES),
    vendorId: z.string().transform((id) => id as VendorId),
  }),
);
const Ids = z.array(z.object({ id: z.string() }));

async function listRoots(vendorId: string | undefined): Promise<string[]> {
  if (vendorId !== undefined) return listInFront(vendorId);
  const rows = await reader().$queryRaw`
    SELECT DISTINCT vendor_id AS id FROM agent WHERE vendor_id IS NOT NULL AND state <> 'retired' ORDER BY 1 LIMIT ${VENDORS_MAX}`;
  return Ids.parse(rows).map(({ id }) => id);
}

function listGrants(agentIds: readonly string[], now: Date) {
  return reader().$queryRaw`
    SELECT s.agent_id AS "agentId", s.dataset_id AS "datasetId", d.name AS dataset,
      array_agg(DISTINCT f.category::text ORDER BY f.category::text) AS categories
    FROM scope s JOIN scope_version v ON v.scope_id = s.id AND v.number = s.version AND v.expires_at > ${now}::timestamptz
    JOIN scope_field sf ON sf.scope_version_id = v.id
    JOIN dataset d ON d.id = s.dataset_id JOIN field f ON f.dataset_id = d.id AND f.name = sf.field_name
    WHERE s.revoked_at IS NULL AND s.agent_id = ANY(${[...agentIds]}::uuid[])
    GROUP BY s.agent_id, s.dataset_id, d.name ORDER BY d.name, s.agent_id`;
}

/** Who depends on whom: vendors and those behind them, their agents, the datasets these are granted, and what those hold. */
export async function getVendorDependencies(
  ctx: RequestContext,
  input: GetVendorDependenciesInput,
): Promise<VendorDependencies> {
  authorize(ctx, "vendor:read");
  const { vendorId } = parseInput(GetVendorDependenciesInput, input);
  const roots = await listRoots(vendorId);
  const known = await loadVendorFacts(roots);
  const agents = Agents.parse(
    await reader().$queryRaw`
      SELECT id, name, state::text AS state, vendor_id AS "vendorId" FROM agent
      WHERE vendor_id = ANY(${[...known.keys()]}::uuid[]) AND state <> 'retired' ORDER BY name, id`,
  );
  const agentIds = agents.map(({ id }) => id);
  const grants = Grants.parse(await listGrants(agentIds, ctx.now));
  const datasets = new Map<DatasetId, { id: DatasetId; name: string; categories: Set<Category> }>();
  for (const { datasetId, dataset, categories } of grants) {
    const one = datasets.get(datasetId) ?? { id: datasetId, name: dataset, categories: new Set<Category>() };
    for (const category of categories) one.categories.add(category);
    datasets.set(datasetId, one);
  }
  return {
    vendors: [...known.values()].map(({ id, name }) => ({
      id: id as VendorId,
      name,
      isDirect: roots.includes(id),
      status: toVendorStatus(id, known, ctx.now),
    })),
    chains: [...known.values()].flatMap(({ id, subprocessors }) =>
      subprocessors.map((behind) => ({ from: id as VendorId, to: behind.id as VendorId })),
    ),
    agents,
    datasets: [...datasets.values()].map((one) => ({ ...one, categories: [...one.categories] })),
    grants: grants.map(({ agentId, datasetId, categories }) => ({ agentId, datasetId, categories })),
  };
}
