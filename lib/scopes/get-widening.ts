import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { type ComparableScope, diffScopes, type ScopeChange } from "@/lib/kernel/diff-scopes";
import { DomainError } from "@/lib/kernel/domain-error";
import type { AgentId, DatasetId, ScopeId, WideningId } from "@/lib/kernel/ids";
import { listLoosened } from "@/lib/kernel/is-widening";
import type { RecordKind } from "@/lib/kernel/vocabulary";
import type { WideningFacts, WideningKind, WideningState } from "@/lib/kernel/widening-state";
import type { Reach } from "@/lib/kernel/widening-words";
import { isUuid } from "@/lib/runtime/is-uuid";
import { toComparable } from "./internal/find-widening";
import { toProposedScope } from "./internal/lock-widening";
import { getScope, type ScopeDetail, type ScopeVersionDetail } from "./get-scope";
import type { ParsedScope } from "./scope-input";

export type WideningDetail = {
  id: WideningId;
  kind: WideningKind;
  state: WideningState;
  agent: { id: AgentId; name: string } | null;
  dataset: { id: DatasetId; name: string } | null;
  scopeId: ScopeId | null;
  baseVersion: number | null;
  note: string;
  proposedBy: string;
  createdAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  decisionNote: string | null;
  /** The scope as it shall be; null where one shall end, or the rule be switched off. */
  proposed: ParsedScope | null;
  /** What it changes against the version that it was proposed on. */
  changes: ScopeChange[];
  /** What was changed in the scope since, so that this cannot be approved any more. */
  meanwhile: ScopeChange[];
  /** Purposes for which other scopes show more once this one has ended. */
  loosened: string[];
  reach: Reach;
  /** For the state table, as this person meets it. */
  facts: WideningFacts;
};

function toVersion(version: ScopeVersionDetail | undefined): ComparableScope | null {
  return version === undefined ? null : toComparable(version);
}

/** What a new scope is compared with: the parts that every scope has are the same, so that only what it grants is listed. */
function toEmpty(scope: ParsedScope): ComparableScope {
  return { ...toComparable(scope), purposes: [], fields: {}, rowBound: [] };
}

function compare(scope: ScopeDetail | null, baseVersion: number | null, proposed: ParsedScope | null) {
  const base = toVersion(scope?.versions.find(({ number }) => number === baseVersion));
  const current = toVersion(scope?.versions[0]);
  const changes = proposed === null ? [] : diffScopes(base ?? toEmpty(proposed), toComparable(proposed));
  const meanwhile = base === null || current === null ? [] : diffScopes(base, current);
  return { changes, meanwhile };
}

async function findLoosened(ctx: RequestContext, scope: ScopeDetail | null): Promise<string[]> {
  const current = toVersion(scope?.versions[0]);
  if (scope === null || current === null) return [];
  const others = await Promise.all(scope.overlaps.map(({ id }) => getScope(ctx, id)));
  const beside = others.flatMap(({ versions }) => toVersion(versions[0]) ?? []);
  return listLoosened([...beside, current], beside);
}

function toReach(dataset: { rowEstimate: bigint; recordKind: RecordKind } | null): Reach {
  const rows = dataset === null || dataset.rowEstimate < 0n ? null : Number(dataset.rowEstimate);
  return { rows, areCustomers: dataset?.recordKind === "customer_record" };
}

async function load(wideningId: string) {
  const widening = isUuid(wideningId)
    ? await reader().widening.findUnique({
        where: { id: wideningId },
        include: {
          agent: { select: { id: true, name: true } },
          dataset: { select: { id: true, name: true, rowEstimate: true, recordKind: true } },
          proposer: { select: { name: true } },
          decider: { select: { name: true } },
        },
      })
    : null;
  if (widening === null) throw new DomainError("not_found", "There is no such widening.");
  return widening;
}

/** One widening with what it changes and what happened meanwhile. Throws `not_found`. */
export async function getWidening(ctx: RequestContext, wideningId: string): Promise<WideningDetail> {
  authorize(ctx, "widening:read");
  const { agent, dataset, proposer, decider, proposedById, scopeId, ...row } = await load(wideningId);
  const isOfExisting = scopeId !== null && row.baseVersion !== null;
  const scope = isOfExisting ? await getScope(ctx, scopeId) : null;
  const proposed = toProposedScope(row);
  const isOwn = ctx.actor.kind === "person" && ctx.actor.personId === proposedById;
  const isStale = scope !== null && (scope.status === "revoked" || scope.version !== row.baseVersion);
  const { state, kind, baseVersion, note, createdAt, decidedAt, decisionNote } = row;
  return {
    id: row.id as WideningId,
    kind,
    state,
    baseVersion,
    note,
    createdAt,
    decidedAt,
    decisionNote,
    proposed,
    agent: agent === null ? null : { ...agent, id: agent.id as AgentId },
    dataset: dataset === null ? null : { id: dataset.id as DatasetId, name: dataset.name },
    scopeId: scopeId as ScopeId | null,
    proposedBy: proposer.name,
    decidedBy: decider?.name ?? null,
    ...compare(scope, baseVersion, proposed),
    loosened: kind === "revoke" && state === "waiting" ? await findLoosened(ctx, scope) : [],
    reach: toReach(dataset),
    facts: { state, isOwn, isStale },
  };
}
