import type { RequestContext } from "@/lib/identity/request-context";
import type { DecisionBasis, JoinedScopes } from "@/lib/kernel/access";
import { operatorsOf } from "@/lib/kernel/check-literal";
import { toColumnType } from "@/lib/kernel/column-type";
import { findAgentObstacle, findKeyObstacle, findVendorPhase, listJoined } from "@/lib/kernel/decide-access";
import { explainReason, type ReasonCode } from "@/lib/kernel/reasons";
import type { Operator, RowBoundCondition } from "@/lib/kernel/row-condition";
import { meetRegions } from "@/lib/kernel/regions";
import { findPhase } from "@/lib/kernel/vendor-state";
import type { AgentState, Category, FieldTreatment } from "@/lib/kernel/vocabulary";
import { toFixLink } from "@/lib/policy/access-denied";
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

export type VendorDescription = {
  name: string;
  isCleared: boolean;
  /** ISO 8601: the first moment at which this changes; null when nothing is known to. */
  until: string | null;
  /** True while something lapsed and the grace that was set still runs. */
  isInGrace: boolean;
  /** Null while it is not cleared. `purposes` and `regions` are null where any will do. */
  conditions: {
    categories: readonly Category[];
    purposes: readonly string[] | null;
    regions: readonly string[] | null;
  } | null;
  assessment: DecisionBasis["assessment"];
};

export type AgentDescription = {
  agent: { id: string; name: string; state: AgentState };
  /** Why nothing can be read at the moment, or null. */
  obstacle: { code: ReasonCode; sentence: string; fix: string; link: string | null } | null;
  /** What its vendor is approved for, whatever the scopes say; null without a vendor. */
  vendor: VendorDescription | null;
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

function describeVendor({ vendor, snapshot }: AgentPolicy, now: number): VendorDescription | null {
  const standing = vendor === null ? null : findPhase(vendor.standings, now);
  if (vendor === null || standing === null) return null;
  const { name } = vendor;
  const { until, basis: assessment } = standing;
  const isCleared = findVendorPhase(snapshot.vendor, now).obstacle === null;
  const isInGrace = isCleared && standing.isCleared && standing.isInGrace;
  const limits = standing.isCleared ? standing.limits : null;
  const conditions = limits && {
    categories: [...limits.categories],
    purposes: limits.purposes && [...limits.purposes],
    regions: meetRegions(limits.regions),
  };
  return {
    name,
    isCleared,
    until: Number.isFinite(until) ? new Date(until).toISOString() : null,
    isInGrace,
    conditions,
    assessment,
  };
}

function explainObstacle(code: ReasonCode, { snapshot }: AgentPolicy, now: number): AgentDescription["obstacle"] {
  const phase = findVendorPhase(snapshot.vendor, now);
  const it = code === phase.obstacle ? (phase.it ?? undefined) : undefined;
  return { code, ...explainReason(code, it), link: toFixLink(code, snapshot.vendor.vendorId) };
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
  const vendor = describeVendor(policy, now);
  if (code !== null) return { agent, obstacle: explainObstacle(code, policy, now), vendor, datasets: [] };
  const datasets = [...snapshot.datasets].flatMap(([dataset, compiled]): DatasetDescription[] => {
    const known = facts.get(dataset);
    const purposes = listJoined(compiled, snapshot, now);
    if (known === undefined || purposes.length === 0) return [];
    return [
      {
        dataset,
        recordKind: known.recordKind,
        purposes: purposes.map(([purpose, joined]) => describePurpose(purpose, joined, known, policy)),
      },
    ];
  });
  return { agent, obstacle: null, vendor, datasets };
}
