import type { RequestContext } from "@/lib/identity/request-context";
import type { DatasetPolicy, JoinedScopes } from "@/lib/kernel/access";
import { operatorsOf } from "@/lib/kernel/check-literal";
import { toColumnType } from "@/lib/kernel/column-type";
import { findAgentObstacle, findKeyObstacle } from "@/lib/kernel/decide-access";
import { joinScopes } from "@/lib/kernel/compile-dataset";
import { explainReason, type ReasonCode } from "@/lib/kernel/reasons";
import type { Operator, RowBoundCondition } from "@/lib/kernel/row-condition";
import type { AgentState, Category, FieldTreatment } from "@/lib/kernel/vocabulary";
import type { AgentPolicy, DatasetFacts } from "@/lib/policy/agent-policy";
import { getCurrentPolicy } from "@/lib/policy/get-current-policy";
import { authorizeAgent } from "@/lib/identity/authorize-agent";
import { refuseKey } from "@/lib/policy/refuse-key";

export type FieldDescription = {
  field: string;
  /** As Postgres names it. */
  type: string;
  category: Category;
  treatment: FieldTreatment;
  reason: ReasonCode;
  /** How it may be used in `where`; empty where it is not released in clear. */
  operators: readonly Operator[];
};

export type PurposeDescription = {
  purpose: string;
  meaning: string;
  /** ISO 8601: the first of the scopes behind it ends then. */
  until: string;
  rowsPerRequestMax: number;
  isCaseRequired: boolean;
  /** Conditions that Gatehouse adds to each read. */
  rowBound: readonly RowBoundCondition[];
  fields: readonly FieldDescription[];
};

export type DatasetDescription = { dataset: string; recordKind: string; purposes: readonly PurposeDescription[] };

export type AgentDescription = {
  agent: { id: string; name: string; state: AgentState };
  /** Why nothing can be read at the moment, or null. */
  obstacle: { code: ReasonCode; sentence: string; fix: string } | null;
  datasets: readonly DatasetDescription[];
};

function describePurpose(
  purpose: string,
  joined: JoinedScopes,
  facts: DatasetFacts,
  { purposes }: AgentPolicy,
): PurposeDescription {
  const fields = joined.all.map(({ field, treatment, reason }): FieldDescription => {
    const column = facts.columns.get(field);
    const type = column?.dataType ?? "unknown";
    const operators = treatment === "clear" ? operatorsOf(toColumnType(type)) : [];
    return { field, type, category: column?.category ?? "none", treatment, reason, operators };
  });
  return {
    purpose,
    meaning: purposes.get(purpose) ?? "",
    until: new Date(joined.expiresAt).toISOString(),
    rowsPerRequestMax: joined.rowsPerRequestMax,
    isCaseRequired: joined.needsCase,
    rowBound: joined.rowBound,
    fields,
  };
}

/** The purposes that a scope in force lists, each with those scopes joined. */
function listJoined(dataset: DatasetPolicy, now: number): [string, JoinedScopes][] {
  return [...dataset.byPurpose].flatMap(([purpose, compiled]): [string, JoinedScopes][] => {
    const live = compiled.scopes.filter((scope) => scope.expiresAt > now);
    return live.length === 0
      ? []
      : [[purpose, live.length === compiled.scopes.length ? compiled : joinScopes(dataset.columns, live)]];
  });
}

/** What the calling agent may read, how, for which purposes and until when. Throws `AccessDenied` when its key no longer counts. */
export async function describeAgent(ctx: RequestContext): Promise<AgentDescription> {
  const actor = authorizeAgent(ctx, "gateway:read");
  const policy = await getCurrentPolicy(actor.agentId);
  const { snapshot, facts } = policy;
  const now = ctx.now.getTime();
  const keyObstacle = findKeyObstacle(actor.keyId, snapshot, now);
  if (keyObstacle !== null) throw await refuseKey(ctx, keyObstacle, actor);
  const agent = { id: snapshot.agentId, name: policy.agentName, state: snapshot.state };
  const code = findAgentObstacle(actor.keyId, snapshot, now);
  if (code !== null) return { agent, obstacle: { code, ...explainReason(code) }, datasets: [] };
  const datasets = [...snapshot.datasets].flatMap(([dataset, compiled]): DatasetDescription[] => {
    const known = facts.get(dataset);
    const purposes = listJoined(compiled, now);
    if (known === undefined || purposes.length === 0) return [];
    return [
      {
        dataset,
        recordKind: known.recordKind,
        purposes: purposes.map(([purpose, joined]) => describePurpose(purpose, joined, known, policy)),
      },
    ];
  });
  return { agent, obstacle: null, datasets };
}
