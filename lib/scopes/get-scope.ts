import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { Json } from "@/lib/kernel/canonical-json";
import { diffScopes, type ScopeChange } from "@/lib/kernel/diff-scopes";
import { DomainError } from "@/lib/kernel/domain-error";
import type { AgentId, DatasetId, ScopeId } from "@/lib/kernel/ids";
import type { RowBoundCondition } from "@/lib/kernel/row-condition";
import type { AgentState, Treatment } from "@/lib/kernel/vocabulary";
import { isUuid } from "@/lib/runtime/is-uuid";
import { type ScopeStatus, toScopeStatus } from "./list-scopes";
import { RowBoundInput } from "./scope-input";

export type ScopeVersionDetail = {
  number: number;
  purposes: string[];
  fields: { [field: string]: Treatment };
  rowBound: RowBoundCondition[];
  requiresCase: boolean;
  rowsPerRequestMax: number;
  rowsPerDayMax: number | null;
  subjectsPerDayMax: number | null;
  expiresAt: Date;
  note: string;
  createdAt: Date;
  /** Null when one of our own processes made it. */
  createdBy: string | null;
  /** What it changed against the version before; empty for the first. */
  changes: ScopeChange[];
};

export type ScopeDetail = {
  id: ScopeId;
  agent: { id: AgentId; name: string; state: AgentState };
  dataset: { id: DatasetId; name: string };
  status: ScopeStatus;
  version: number;
  /** Newest first. */
  versions: ScopeVersionDetail[];
  /** Live scopes of the same agent and dataset with a purpose in common: where they differ, the strictest counts. */
  overlaps: { id: ScopeId; purposes: string[] }[];
};

type Version = Omit<ScopeVersionDetail, "changes">;

function toComparable(version: Version) {
  return {
    ...version,
    rowBound: version.rowBound as readonly Json[],
    expiresAt: version.expiresAt.toISOString(),
  };
}

function withChanges(versions: readonly Version[]): ScopeVersionDetail[] {
  return versions.map((version, index) => {
    const before = versions[index + 1];
    return { ...version, changes: before === undefined ? [] : diffScopes(toComparable(before), toComparable(version)) };
  });
}

async function listVersions(scopeId: string): Promise<Version[]> {
  const versions = await reader().scopeVersion.findMany({
    where: { scopeId },
    orderBy: { number: "desc" },
    include: { fields: { orderBy: { fieldName: "asc" }, select: { fieldName: true, treatment: true } } },
  });
  const people = await reader().person.findMany({
    where: { id: { in: versions.map((version) => version.createdById) } },
    select: { id: true, name: true },
  });
  return versions.map(({ id: _id, scopeId: _scopeId, fields, createdById, ...version }) => ({
    ...version,
    rowBound: RowBoundInput.parse(version.rowBound),
    fields: Object.fromEntries(fields.map(({ fieldName, treatment }) => [fieldName, treatment])),
    createdBy: people.find((person) => person.id === createdById)?.name ?? null,
  }));
}

/** One scope with its history and what it overlaps with. Throws `not_found`. */
export async function getScope(ctx: RequestContext, scopeId: string): Promise<ScopeDetail> {
  authorize(ctx, "scope:read");
  const scope = isUuid(scopeId)
    ? await reader().scope.findUnique({
        where: { id: scopeId },
        select: {
          id: true,
          version: true,
          revokedAt: true,
          agent: { select: { id: true, name: true, state: true } },
          dataset: { select: { id: true, name: true } },
        },
      })
    : null;
  if (scope === null) throw new DomainError("not_found", "There is no such scope.");
  const versions = await listVersions(scope.id);
  const [current] = versions;
  if (current === undefined) throw new DomainError("not_found", "There is no such scope.");
  const overlaps = await reader().$queryRaw<{ id: string; purposes: string[] }[]>`
    SELECT s.id, v.purposes FROM scope s JOIN scope_version v ON v.scope_id = s.id AND v.number = s.version
    WHERE s.agent_id = ${scope.agent.id}::uuid AND s.dataset_id = ${scope.dataset.id}::uuid AND s.id <> ${scope.id}::uuid
      AND s.revoked_at IS NULL AND v.expires_at > ${ctx.now} AND v.purposes && ${current.purposes}::text[]
    ORDER BY s.id`;
  return {
    id: scope.id as ScopeId,
    agent: { ...scope.agent, id: scope.agent.id as AgentId },
    dataset: { ...scope.dataset, id: scope.dataset.id as DatasetId },
    status: toScopeStatus(scope.revokedAt, current.expiresAt, ctx.now),
    version: scope.version,
    versions: withChanges(versions),
    overlaps: overlaps.map(({ id, purposes }) => ({ id: id as ScopeId, purposes })),
  };
}
