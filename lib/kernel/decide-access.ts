import type { AccessDecision, AccessRequest, AgentSnapshot, DatasetPolicy, FieldOutcome, JoinedScopes } from "./access";
import { joinScopes } from "./compile-dataset";
import type { ReasonCode } from "./reasons";
import { resolveRowBound } from "./row-condition";

/** Rows given when the request does not say how many. */
const LIMIT_DEFAULT = 50;
const NOTHING: readonly FieldOutcome[] = [];

export type KeyObstacle = "key_unknown" | "key_revoked" | "key_expired";
type Denial = Extract<AccessDecision, { effect: "deny" }>;

/** Why the key no longer counts, or null. `now` is milliseconds since the epoch. */
export function findKeyObstacle(keyId: string, snapshot: AgentSnapshot, now: number): KeyObstacle | null {
  const key = snapshot.keys.get(keyId);
  if (key === undefined) return "key_unknown";
  if (key.isRevoked) return "key_revoked";
  return key.expiresAt <= now ? "key_expired" : null;
}

/** Conditions on the agent itself, in the order in which the first failing one is the reason. `now` is milliseconds since the epoch. */
export function findAgentObstacle(keyId: string, snapshot: AgentSnapshot, now: number): ReasonCode | null {
  const key = findKeyObstacle(keyId, snapshot, now);
  if (key !== null) return key;
  if (snapshot.state !== "active") return "agent_not_active";
  if (snapshot.isFrozen) return "frozen";
  if (!snapshot.isVendorCleared) return "vendor_not_cleared";
  if (!snapshot.isSponsorPresent) return "sponsor_absent";
  return null;
}

/** The joined scopes in force for the purpose, or why there are none. */
function findJoined(
  dataset: DatasetPolicy,
  request: AccessRequest,
  snapshot: AgentSnapshot,
  now: number,
): JoinedScopes | ReasonCode {
  const compiled = dataset.byPurpose.get(request.purpose);
  if (compiled === undefined) {
    if (!dataset.scopes.some((scope) => scope.expiresAt > now)) return "scope_expired";
    return snapshot.purposes.has(request.purpose) ? "purpose_not_allowed" : "purpose_unknown";
  }
  if (compiled.expiresAt > now) return compiled;
  const live = compiled.scopes.filter((scope) => scope.expiresAt > now);
  return live.length === 0 ? "scope_expired" : joinScopes(dataset.columns, live);
}

/** The outcome of each field asked for; a name that is no column is the second result. */
function selectFields(
  joined: JoinedScopes,
  fields: readonly string[] | null,
): { outcomes: readonly FieldOutcome[]; unknown: string | null } {
  if (fields === null) return { outcomes: joined.all, unknown: null };
  const outcomes: FieldOutcome[] = [];
  for (const field of fields) {
    const outcome = joined.treatments.get(field);
    if (outcome === undefined) return { outcomes: NOTHING, unknown: field };
    if (!outcomes.includes(outcome)) outcomes.push(outcome);
  }
  return { outcomes, unknown: null };
}

/** The first field that may not steer which rows come back, or their order. */
function findProtected(joined: JoinedScopes, fields: readonly string[]): { field: string; isKnown: boolean } | null {
  for (const field of fields) {
    const outcome = joined.treatments.get(field);
    if (outcome?.treatment !== "clear") return { field, isKnown: outcome !== undefined };
  }
  return null;
}

/** What the joined scopes make of the request's fields, filters, order and limit. */
function decideWithin(
  joined: JoinedScopes,
  { datasetId, sourceId }: DatasetPolicy,
  request: AccessRequest,
  policyVersion: string,
): AccessDecision {
  const basis = { scopes: joined.basis, policyVersion };
  const deny = (reason: ReasonCode, fields: readonly FieldOutcome[], it?: string): Denial => ({
    effect: "deny",
    reason,
    ...(it === undefined ? {} : { it }),
    datasetId,
    sourceId,
    fields,
    basis,
  });

  const rowBound = resolveRowBound(joined.rowBound, request.caseSubject);
  if (rowBound === null || (joined.needsCase && request.caseSubject === null)) return deny("case_required", NOTHING);

  const { outcomes, unknown } = selectFields(joined, request.fields);
  if (unknown !== null) return deny("field_unknown", NOTHING, unknown);
  if (!outcomes.some((outcome) => outcome.treatment !== "withheld")) return deny("no_field_granted", outcomes);

  const filtered = findProtected(joined, request.filterFields);
  if (filtered !== null)
    return deny(filtered.isKnown ? "filter_on_protected_field" : "field_unknown", outcomes, filtered.field);
  const ordered = findProtected(joined, request.orderFields);
  if (ordered !== null)
    return deny(ordered.isKnown ? "order_on_protected_field" : "field_unknown", outcomes, ordered.field);

  const limit = request.limit ?? Math.min(LIMIT_DEFAULT, joined.rowsPerRequestMax);
  if (limit > joined.rowsPerRequestMax) return deny("limit_too_high", outcomes, String(joined.rowsPerRequestMax));

  const clear = (field: string): boolean => joined.treatments.get(field)?.treatment === "clear";
  return { effect: "allow", reason: "granted", datasetId, sourceId, fields: outcomes, clear, rowBound, limit, basis };
}

/**
 * Decides one request of one agent. A conjunction: the first failing conjunct is the reason, and whatever is not known is denied.
 * Pure: `now` is milliseconds since the epoch.
 */
export function decideAccess(request: AccessRequest, snapshot: AgentSnapshot, now: number): AccessDecision {
  const { policyVersion } = snapshot;
  const refuse = (reason: ReasonCode): Denial => ({
    effect: "deny",
    reason,
    fields: NOTHING,
    basis: { scopes: [], policyVersion },
  });
  const obstacle = findAgentObstacle(request.keyId, snapshot, now);
  if (obstacle !== null) return refuse(obstacle);
  const dataset = snapshot.datasets.get(request.dataset);
  if (dataset === undefined) return refuse("dataset_not_granted");
  const joined = findJoined(dataset, request, snapshot, now);
  if (typeof joined !== "string") return decideWithin(joined, dataset, request, policyVersion);
  const scopes = dataset.scopes.map(({ scopeId, version }) => ({ scopeId, version }));
  const { datasetId, sourceId } = dataset;
  return { ...refuse(joined), datasetId, sourceId, basis: { scopes, policyVersion } };
}
