import { reader } from "@/lib/db/reader";
import { findScopeFindings, type ScopeFinding } from "@/lib/kernel/find-scope-findings";
import type { AgentId, DatasetId, ScopeId } from "@/lib/kernel/ids";
import type { Category, Treatment } from "@/lib/kernel/vocabulary";
import { loadScopeUses, NEVER, type ScopeUses, type UseCount } from "./internal/load-scope-uses";

const SCOPES_MAX = 500;

export type FieldInUse = UseCount & { name: string; treatment: Treatment; category: Category };

/** A live scope as it is granted and used, with what asks for a second thought. */
export type JudgedScope = {
  id: ScopeId;
  agent: { id: AgentId; name: string };
  dataset: { id: DatasetId; name: string };
  version: number;
  purposes: string[];
  expiresAt: Date;
  use: UseCount;
  fields: FieldInUse[];
  findings: ScopeFinding[];
};

async function loadLive(now: Date) {
  const scopes = await reader().scope.findMany({
    where: { revokedAt: null, agent: { state: { not: "retired" } } },
    orderBy: { id: "desc" },
    take: SCOPES_MAX,
    select: {
      id: true,
      version: true,
      agent: { select: { id: true, name: true } },
      dataset: {
        select: { id: true, name: true, rowEstimate: true, fields: { select: { name: true, category: true } } },
      },
      versions: {
        orderBy: { number: "desc" },
        take: 1,
        include: { fields: { orderBy: { fieldName: "asc" } } },
      },
    },
  });
  return scopes.flatMap(({ versions: [version], ...scope }) =>
    version === undefined || version.expiresAt <= now ? [] : [{ ...scope, terms: version }],
  );
}

type Live = Awaited<ReturnType<typeof loadLive>>[number];

function toTreatments({ terms }: Live): Map<string, Treatment> {
  return new Map(terms.fields.map(({ fieldName, treatment }) => [fieldName, treatment]));
}

/** Other agents' scopes on the same dataset for a purpose that both list. */
function listPeers(scope: Live, all: readonly Live[]): Map<string, Treatment>[] {
  return all
    .filter(({ agent, dataset }) => dataset.id === scope.dataset.id && agent.id !== scope.agent.id)
    .filter(({ terms }) => terms.purposes.some((purpose) => scope.terms.purposes.includes(purpose)))
    .map(toTreatments);
}

function judge(scope: Live, all: readonly Live[], uses: ScopeUses | undefined, now: Date): JudgedScope {
  const { terms, dataset, agent } = scope;
  const categories = new Map(dataset.fields.map(({ name, category }) => [name, category]));
  const fields = terms.fields.map(({ fieldName: name, treatment }): FieldInUse => {
    const count = uses?.fields.get(name) ?? NEVER;
    return { name, treatment, category: categories.get(name) ?? "none", ...count };
  });
  const { lastAt, uses30, uses90 } = uses ?? NEVER;
  const findings = findScopeFindings(
    {
      since: terms.createdAt.getTime(),
      expiresAt: terms.expiresAt.getTime(),
      lastAt: lastAt?.getTime() ?? null,
      fields: fields.map((field) => ({ ...field, lastAt: field.lastAt?.getTime() ?? null })),
      isBounded: terms.requiresCase || (Array.isArray(terms.rowBound) && terms.rowBound.length > 0),
      rowEstimate: dataset.rowEstimate < 0n ? null : Number(dataset.rowEstimate),
      peers: listPeers(scope, all),
    },
    now.getTime(),
  );
  return {
    id: scope.id as ScopeId,
    agent: { id: agent.id as AgentId, name: agent.name },
    dataset: { id: dataset.id as DatasetId, name: dataset.name },
    version: scope.version,
    purposes: terms.purposes,
    expiresAt: terms.expiresAt,
    use: { lastAt, uses30, uses90 },
    fields,
    findings,
  };
}

/** The newest 500 live scopes, or those of an agent, or one, judged. No permission is asked here: verbs do. */
export async function judgeScopes(
  { agentId, scopeId }: { agentId?: string | undefined; scopeId?: string | undefined },
  now: Date,
): Promise<JudgedScope[]> {
  const all = await loadLive(now);
  const wanted = all.filter(
    ({ id, agent }) => (scopeId === undefined || id === scopeId) && (agentId === undefined || agent.id === agentId),
  );
  const ids = wanted.map(({ id }) => id);
  const uses = await loadScopeUses(ids, now);
  return wanted.map((scope) => judge(scope, all, uses.get(scope.id), now));
}
