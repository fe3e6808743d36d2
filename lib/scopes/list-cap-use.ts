import { z } from "zod";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { AgentId, ScopeId } from "@/lib/kernel/ids";

/** What is used today (UTC) of one holder's caps; a max of null is no cap. */
export type CapUseRow = {
  /** Null for the agent's own, over all its scopes. */
  scopeId: ScopeId | null;
  dataset: string | null;
  rows: number;
  rowsMax: number | null;
  subjects: number;
  subjectsMax: number | null;
};

const count = z.number().nullable();
const Rows = z.array(
  z.object({
    scopeId: z
      .string()
      .nullable()
      .transform((id) => id as ScopeId | null),
    dataset: z.string().nullable(),
    rows: z.number(),
    rowsMax: count,
    subjects: z.number(),
    subjectsMax: count,
  }),
);

/** An agent's caps and those of its scopes that are not revoked, with what is used of each today; the agent's own first. */
export async function listCapUse(ctx: RequestContext, agentId: AgentId): Promise<CapUseRow[]> {
  authorize(ctx, "agent:read");
  const today = ctx.now.toISOString().slice(0, 10);
  const rows = await reader().$queryRaw`
    WITH holder AS (
      SELECT 0 AS place, a.id, NULL::uuid AS scope_id, NULL AS dataset, a.rows_per_day_max, a.subjects_per_day_max
      FROM agent a WHERE a.id = ${agentId}::uuid
      UNION ALL
      SELECT 1, s.id, s.id, d.name, v.rows_per_day_max, v.subjects_per_day_max
      FROM scope s JOIN scope_version v ON v.scope_id = s.id AND v.number = s.version JOIN dataset d ON d.id = s.dataset_id
      WHERE s.agent_id = ${agentId}::uuid AND s.revoked_at IS NULL)
    SELECT h.scope_id::text AS "scopeId", h.dataset, coalesce(u.rows, 0) AS rows, h.rows_per_day_max AS "rowsMax",
      coalesce(u.subjects, 0) AS subjects, h.subjects_per_day_max AS "subjectsMax"
    FROM holder h LEFT JOIN cap_use u ON u.holder_id = h.id AND u.day = ${today}::date
    WHERE h.rows_per_day_max IS NOT NULL OR h.subjects_per_day_max IS NOT NULL
    ORDER BY h.place, h.dataset, h.id`;
  return Rows.parse(rows);
}
