import { z } from "zod";
import { toFirstEventId } from "@/lib/audit/to-first-event-id";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { AgentId, VendorId } from "@/lib/kernel/ids";
import { clearVendorAt, type KnownVendors } from "@/lib/kernel/vendor-state";
import { AGENT_STATES, type AgentState } from "@/lib/kernel/vocabulary";
import { parseInput } from "@/lib/runtime/parse-input";
import { listInFront } from "./internal/list-in-front";
import { loadVendorFacts } from "./load-vendor-facts";
import { VendorIdInput } from "./vendor-input";

const DAYS = 7;
const DAY_MS = 86_400_000;

export const PreviewVendorLapseInput = z.object({ vendorId: VendorIdInput });
export type PreviewVendorLapseInput = z.input<typeof PreviewVendorLapseInput>;

export type LapseEffectRow = {
  id: AgentId;
  name: string;
  state: AgentState;
  vendorId: VendorId;
  vendor: string;
  /** `refused`: it reads nothing any more; `narrowed`: some categories go; `refused_already`: nothing changes for it. */
  effect: "refused" | "narrowed" | "refused_already";
  /** Datasets that a live scope grants it. */
  datasets: string[];
  purposes: string[];
  /** Reads of the last 7 days that released rows. */
  reads: number;
  lastReadAt: Date | null;
};

export type VendorLapsePreview = {
  vendor: { id: VendorId; name: string };
  /** Vendors that work through it and would be closed or narrowed with it. */
  vendorsInFront: { id: VendorId; name: string }[];
  agents: LapseEffectRow[];
  reads: number;
};

const Rows = z.array(
  z.object({
    id: z.string().transform((id) => id as AgentId),
    name: z.string(),
    state: z.enum(AGENT_STATES),
    vendorId: z.string().transform((id) => id as VendorId),
    datasets: z.array(z.string()),
    purposes: z.array(z.string()),
    reads: z.number(),
    lastReadAt: z.date().nullable(),
  }),
);

async function listAgents(vendorIds: readonly string[], now: Date) {
  const since = toFirstEventId(new Date(now.getTime() - DAYS * DAY_MS));
  const rows = await reader().$queryRaw`
    SELECT a.id, a.name, a.state::text AS state, a.vendor_id AS "vendorId",
      ARRAY(SELECT DISTINCT d.name FROM scope s JOIN scope_version v ON v.scope_id = s.id AND v.number = s.version AND v.expires_at > ${now}::timestamptz
            JOIN dataset d ON d.id = s.dataset_id WHERE s.agent_id = a.id AND s.revoked_at IS NULL ORDER BY 1) AS datasets,
      ARRAY(SELECT DISTINCT unnest(v.purposes) FROM scope s JOIN scope_version v ON v.scope_id = s.id AND v.number = s.version AND v.expires_at > ${now}::timestamptz
            WHERE s.agent_id = a.id AND s.revoked_at IS NULL ORDER BY 1) AS purposes,
      (SELECT count(*)::int FROM audit_event e WHERE e.agent_id = a.id AND e.id >= ${since}::uuid AND e.action = 'access.completed' AND e.reason IS NULL) AS reads,
      (SELECT max(e.at) FROM audit_event e WHERE e.agent_id = a.id AND e.id >= ${since}::uuid AND e.action = 'access.completed' AND e.reason IS NULL) AS "lastReadAt"
    FROM agent a WHERE a.vendor_id = ANY(${[...vendorIds]}::uuid[]) AND a.state <> 'retired' ORDER BY a.name, a.id`;
  return Rows.parse(rows);
}

function compare(id: string, known: KnownVendors, lapsed: KnownVendors, at: number): LapseEffectRow["effect"] | null {
  const [before, after] = [clearVendorAt(id, known, at), clearVendorAt(id, lapsed, at)];
  if (!before.isCleared) return "refused_already";
  if (!after.isCleared) return "refused";
  return after.limits.categories.size < before.limits.categories.size ? "narrowed" : null;
}

/** What would stop if this vendor's approval lapsed: which agents, what they read, and how much of it lately. Changes nothing. */
export async function previewVendorLapse(
  ctx: RequestContext,
  input: PreviewVendorLapseInput,
): Promise<VendorLapsePreview> {
  authorize(ctx, "vendor:read");
  const { vendorId } = parseInput(PreviewVendorLapseInput, input);
  const front = await listInFront(vendorId);
  const known = await loadVendorFacts(front);
  const own = known.get(vendorId);
  if (own === undefined) throw new DomainError("not_found", "There is no such vendor.", "vendorId");
  const lapsed: KnownVendors = new Map([...known, [vendorId, { ...own, assessment: null }]]);
  const at = ctx.now.getTime();
  const effects = new Map(front.map((id) => [id, compare(id, known, lapsed, at)]));
  const nameOf = (id: string): string => known.get(id)?.name ?? "";
  const agents = (await listAgents(front, ctx.now)).flatMap((agent): LapseEffectRow[] => {
    const effect = effects.get(agent.vendorId) ?? null;
    return effect === null ? [] : [{ ...agent, vendor: nameOf(agent.vendorId), effect }];
  });
  return {
    vendor: { id: vendorId as VendorId, name: own.name },
    vendorsInFront: front
      .filter((id) => id !== vendorId && effects.get(id) !== null)
      .map((id) => ({ id: id as VendorId, name: nameOf(id) })),
    agents,
    reads: agents.filter(({ effect }) => effect !== "refused_already").reduce((total, { reads }) => total + reads, 0),
  };
}
