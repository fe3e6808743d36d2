import { z } from "zod";
import type { Prisma } from "@/lib/db/generated/client";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { AgentId, DatasetId, ScopeId } from "@/lib/kernel/ids";
import type { AgentState, Treatment } from "@/lib/kernel/vocabulary";
import { parseInput } from "@/lib/runtime/parse-input";

const PAGE_SIZE = 50;

export const ListScopesInput = z.object({
  agentId: z.uuid().optional(),
  datasetId: z.uuid().optional(),
  status: z.enum(["live", "expired", "revoked"]).optional(),
  /** The id of the last scope of the page before. */
  after: z.uuid().optional(),
});
export type ListScopesInput = z.input<typeof ListScopesInput>;

export type ScopeStatus = "live" | "expired" | "revoked";

export type ScopeListRow = {
  id: ScopeId;
  agent: { id: AgentId; name: string; state: AgentState };
  dataset: { id: DatasetId; name: string };
  version: number;
  status: ScopeStatus;
  purposes: string[];
  fields: { name: string; treatment: Treatment }[];
  rowsPerRequestMax: number;
  rowsPerDayMax: number | null;
  subjectsPerDayMax: number | null;
  requiresCase: boolean;
  boundCount: number;
  expiresAt: Date;
};

const SELECT = {
  id: true,
  version: true,
  revokedAt: true,
  agent: { select: { id: true, name: true, state: true } },
  dataset: { select: { id: true, name: true } },
  versions: {
    orderBy: { number: "desc" },
    take: 1,
    select: {
      purposes: true,
      rowBound: true,
      requiresCase: true,
      rowsPerRequestMax: true,
      rowsPerDayMax: true,
      subjectsPerDayMax: true,
      expiresAt: true,
      fields: { orderBy: { fieldName: "asc" }, select: { fieldName: true, treatment: true } },
    },
  },
} satisfies Prisma.ScopeSelect;

function toRow(scope: Prisma.ScopeGetPayload<{ select: typeof SELECT }>, now: Date): ScopeListRow[] {
  const [version] = scope.versions;
  if (version === undefined) return [];
  const { purposes, rowsPerRequestMax, rowsPerDayMax, subjectsPerDayMax, requiresCase, expiresAt } = version;
  return [
    {
      id: scope.id as ScopeId,
      agent: { ...scope.agent, id: scope.agent.id as AgentId },
      dataset: { ...scope.dataset, id: scope.dataset.id as DatasetId },
      version: scope.version,
      status: toScopeStatus(scope.revokedAt, expiresAt, now),
      purposes,
      fields: version.fields.map(({ fieldName, treatment }) => ({ name: fieldName, treatment })),
      rowsPerRequestMax,
      rowsPerDayMax,
      subjectsPerDayMax,
      requiresCase,
      boundCount: Array.isArray(version.rowBound) ? version.rowBound.length : 0,
      expiresAt,
    },
  ];
}

/** Scopes with the version in force, newest first, a page of 50. `next` is the `after` of the following page, or null. */
export async function listScopes(
  ctx: RequestContext,
  input: ListScopesInput,
): Promise<{ rows: ScopeListRow[]; next: string | null }> {
  authorize(ctx, "scope:read");
  const { agentId, datasetId, status, after } = parseInput(ListScopesInput, input);
  const ids = await reader().$queryRaw<{ id: string }[]>`
    SELECT s.id FROM scope s JOIN scope_version v ON v.scope_id = s.id AND v.number = s.version
    WHERE (${agentId ?? null}::uuid IS NULL OR s.agent_id = ${agentId ?? null}::uuid)
      AND (${datasetId ?? null}::uuid IS NULL OR s.dataset_id = ${datasetId ?? null}::uuid)
      AND (${after ?? null}::uuid IS NULL OR s.id < ${after ?? null}::uuid)
      AND (${status ?? null}::text IS NULL OR ${status ?? null}::text =
           CASE WHEN s.revoked_at IS NOT NULL THEN 'revoked' WHEN v.expires_at <= ${ctx.now} THEN 'expired' ELSE 'live' END)
    ORDER BY s.id DESC LIMIT ${PAGE_SIZE + 1}`;
  const page = ids.slice(0, PAGE_SIZE).map(({ id }) => id);
  const scopes = await reader().scope.findMany({
    where: { id: { in: page } },
    orderBy: { id: "desc" },
    select: SELECT,
  });
  const rows = scopes.flatMap((scope) => toRow(scope, ctx.now));
  return { rows, next: ids.length > PAGE_SIZE ? (page.at(-1) ?? null) : null };
}

export function toScopeStatus(revokedAt: Date | null, expiresAt: Date, now: Date): ScopeStatus {
  if (revokedAt !== null) return "revoked";
  return expiresAt <= now ? "expired" : "live";
}
