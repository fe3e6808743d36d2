import { z } from "zod";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { AgentId, ScopeId } from "@/lib/kernel/ids";
import { AGENT_STATES, type AgentState, TREATMENTS, type Treatment } from "@/lib/kernel/vocabulary";

/** One agent's view of one field through one live scope. */
export type FieldGrant = {
  field: string;
  treatment: Treatment;
  scopeId: ScopeId;
  version: number;
  purposes: string[];
  expiresAt: Date;
  /** Who made the version in force, and when. */
  grantedBy: string;
  grantedAt: Date;
  agent: { id: AgentId; name: string; state: AgentState };
};

const GrantRow = z.object({
  field: z.string(),
  treatment: z.enum(TREATMENTS),
  scopeId: z.string().transform((id) => id as ScopeId),
  version: z.number(),
  purposes: z.array(z.string()),
  expiresAt: z.date(),
  grantedBy: z.string(),
  grantedAt: z.date(),
  agentId: z.string().transform((id) => id as AgentId),
  agentName: z.string(),
  agentState: z.enum(AGENT_STATES),
});

/** Who can see which field of a dataset, and how: every live scope on it, by agent and field. Backs the scope matrix and a field's page. */
export async function listFieldGrants(ctx: RequestContext, datasetId: string): Promise<FieldGrant[]> {
  authorize(ctx, "scope:read");
  const rows = await reader().$queryRaw`
    SELECT f.field_name AS field, f.treatment::text AS treatment, s.id AS "scopeId", s.version, v.purposes, v.expires_at AS "expiresAt",
           coalesce(p.name, 'Gatehouse') AS "grantedBy", v.created_at AS "grantedAt", a.id AS "agentId", a.name AS "agentName", a.state::text AS "agentState"
    FROM scope s
    JOIN scope_version v ON v.scope_id = s.id AND v.number = s.version
    JOIN scope_field f ON f.scope_version_id = v.id
    JOIN agent a ON a.id = s.agent_id
    LEFT JOIN person p ON p.id = v.created_by_id
    WHERE s.dataset_id = ${datasetId}::uuid AND s.revoked_at IS NULL AND v.expires_at > ${ctx.now} AND a.state <> 'retired'
    ORDER BY a.name, s.id, f.field_name`;
  return z
    .array(GrantRow)
    .parse(rows)
    .map(({ agentId, agentName, agentState, ...grant }) => ({
      ...grant,
      agent: { id: agentId, name: agentName, state: agentState },
    }));
}
