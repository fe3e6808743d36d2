import type {
  AccessDecision,
  AccessRequest,
  AgentSnapshot,
  CapHolder,
  DatasetPolicy,
  DecisionBasis,
  FieldOutcome,
  JoinedScopes,
  VendorPhasePolicy,
  VendorPolicy,
} from "./access";
import { bindCase, findCaseObstacle } from "./bind-case";
import { joinScopes } from "./compile-dataset";
import type { VendorView } from "./compile-vendor-conditions";
import type { ReasonCode } from "./reasons";

/** Rows given when the request does not say how many. */
const LIMIT_DEFAULT = 50;
const NOTHING: readonly FieldOutcome[] = [];
const NO_SCOPES: DecisionBasis["scopes"] = [];

export type KeyObstacle = "key_unknown" | "key_revoked" | "key_expired";
type Denial = Extract<AccessDecision, { effect: "deny" }>;

/** For a moment that falls into no phase, which is no number: nothing is cleared. */
const NEVER_CLEARED: VendorPhasePolicy = {
  until: Number.POSITIVE_INFINITY,
  obstacle: "vendor_absent",
  it: null,
  view: -1,
  isInGrace: false,
  assessment: null,
};

/** How far the vendor is cleared at a moment (milliseconds since the epoch). A lapse needs nobody to notice it. */
export function findVendorPhase({ phases }: VendorPolicy, now: number): VendorPhasePolicy {
  // By index: an iterator would cost as much as the rest of it.
  for (let index = 0; index < phases.length; index += 1) {
    const phase = phases[index];
    if (phase !== undefined && phase.until > now) return phase;
  }
  return NEVER_CLEARED;
}

/** Why the key no longer counts, or null. `now` is milliseconds since the epoch. */
export function findKeyObstacle(keyId: string, snapshot: AgentSnapshot, now: number): KeyObstacle | null {
  const key = snapshot.keys.get(keyId);
  if (key === undefined) return "key_unknown";
  if (key.isRevoked) return "key_revoked";
  return key.expiresAt <= now ? "key_expired" : null;
}

/** Conditions on the agent itself, in the order in which the first failing one is the reason. `now` is milliseconds since the epoch. */
export function findAgentObstacle(keyId: string, snapshot: AgentSnapshot, now: number): ReasonCode | null {
  return findObstacle(keyId, snapshot, findVendorPhase(snapshot.vendor, now), now);
}

function findObstacle(
  keyId: string,
  snapshot: AgentSnapshot,
  { obstacle }: VendorPhasePolicy,
  now: number,
): ReasonCode | null {
  const key = findKeyObstacle(keyId, snapshot, now);
  if (key !== null) return key;
  if (snapshot.state !== "active") return "agent_not_active";
  if (snapshot.freezes.agent !== null) return snapshot.freezes.agent;
  if (obstacle !== null) return obstacle;
  if (!snapshot.isSponsorPresent) return "sponsor_absent";
  return null;
}

/** The joined scopes in force for the purpose, or why there are none. */
function findJoined(
  dataset: DatasetPolicy,
  purpose: string,
  snapshot: AgentSnapshot,
  phase: VendorPhasePolicy,
  now: number,
): JoinedScopes | ReasonCode {
  const compiled = dataset.byView[phase.view]?.get(purpose);
  if (compiled === undefined) {
    if (!dataset.scopes.some((scope) => scope.expiresAt > now)) return "scope_expired";
    return snapshot.purposes.has(purpose) ? "purpose_not_allowed" : "purpose_unknown";
  }
  const joined =
    compiled.expiresAt > now ? compiled : rejoin(dataset, compiled, purpose, snapshot.vendor.views[phase.view], now);
  if (joined === null) return "scope_expired";
  return joined.isPurposeCleared ? joined : "vendor_purpose";
}

/** The scopes that have not ended, joined anew; null when none is left. */
function rejoin(
  { columns, cap }: DatasetPolicy,
  { scopes }: JoinedScopes,
  purpose: string,
  view: VendorView | undefined,
  now: number,
): JoinedScopes | null {
  const live = scopes.filter((scope) => scope.expiresAt > now);
  return live.length === 0 || view === undefined ? null : joinScopes(columns, live, { view, purpose, cap });
}

/** For each purpose that a scope in force lists and the vendor is approved for: those scopes joined, as a request would meet them now. */
export function listJoined(dataset: DatasetPolicy, snapshot: AgentSnapshot, now: number): [string, JoinedScopes][] {
  if (snapshot.freezes.sources.has(dataset.sourceId)) return [];
  const phase = findVendorPhase(snapshot.vendor, now);
  return [...(dataset.byView[phase.view]?.keys() ?? [])].flatMap((purpose): [string, JoinedScopes][] => {
    const joined = findJoined(dataset, purpose, snapshot, phase, now);
    return typeof joined === "string" ? [] : [[purpose, joined]];
  });
}

/** The outcome of each field asked for, once each; or the first name that is no column. */
function selectFields(joined: JoinedScopes, fields: readonly string[] | null): readonly FieldOutcome[] | string {
  if (fields === null) return joined.all;
  // oxlint-disable-next-line unicorn/no-new-array -- room for all of them at once; this is the hot path.
  const outcomes = new Array<FieldOutcome>(fields.length);
  let count = 0;
  for (const field of fields) {
    const outcome = joined.treatments.get(field);
    if (outcome === undefined) return field;
    if (!outcomes.includes(outcome)) outcomes[count++] = outcome;
  }
  if (count < outcomes.length) outcomes.length = count;
  return outcomes;
}

function hasGranted(outcomes: readonly FieldOutcome[]): boolean {
  for (const outcome of outcomes) if (outcome.treatment !== "withheld") return true;
  return false;
}

/** The first field that may not steer which rows come back, or their order. */
function findProtected(joined: JoinedScopes, fields: readonly string[]): string | null {
  for (const field of fields) if (!joined.isClear(field)) return field;
  return null;
}

/** Always the same members in the same order: an object of another shape would cost as much as the whole decision. */
function deny(
  reason: ReasonCode,
  basis: DecisionBasis,
  fields: readonly FieldOutcome[],
  dataset?: DatasetPolicy,
  it?: string,
): Denial {
  return { effect: "deny", reason, it, datasetId: dataset?.datasetId, sourceId: dataset?.sourceId, fields, basis };
}

function isUsedUp(caps: readonly CapHolder[], used: AccessRequest["rowsUsed"]): boolean {
  // By index, as above; most of the time there is none.
  for (let index = 0; index < caps.length; index += 1) {
    const cap = caps[index];
    if (cap !== undefined && cap.rowsMax !== null && (used.get(cap.id) ?? 0) >= cap.rowsMax) return true;
  }
  return false;
}

/** What the joined scopes make of the request's fields, filters, order and limit. */
function decideWithin(
  joined: JoinedScopes,
  dataset: DatasetPolicy,
  request: AccessRequest,
  basis: DecisionBasis,
): AccessDecision {
  const rowBound = bindCase(joined, dataset, request.case);
  if (typeof rowBound === "string") return deny(rowBound, basis, NOTHING, dataset);
  const fields = selectFields(joined, request.fields);
  if (typeof fields === "string") return deny("field_unknown", basis, NOTHING, dataset, fields);
  if (!hasGranted(fields)) return deny("no_field_granted", basis, fields, dataset);

  const filtered = findProtected(joined, request.filterFields);
  const ordered = filtered === null ? findProtected(joined, request.orderFields) : null;
  const steering = filtered ?? ordered;
  if (steering !== null) {
    const known = filtered === null ? "order_on_protected_field" : "filter_on_protected_field";
    return deny(joined.treatments.has(steering) ? known : "field_unknown", basis, fields, dataset, steering);
  }
  const { rowsPerRequestMax } = joined;
  const limit = request.limit ?? Math.min(LIMIT_DEFAULT, rowsPerRequestMax);
  if (limit > rowsPerRequestMax) return deny("limit_too_high", basis, fields, dataset, String(rowsPerRequestMax));
  const { caps } = joined;
  if (isUsedUp(caps, request.rowsUsed)) return deny("rows_per_day_reached", basis, fields, dataset, "0");
  const { datasetId, sourceId } = dataset;
  return {
    effect: "allow",
    reason: "granted",
    datasetId,
    sourceId,
    fields,
    clear: joined.isClear,
    rowBound,
    limit,
    caps,
    basis,
  };
}

/**
 * Decides one request of one agent. A conjunction: the first failing conjunct is the reason, and whatever is not known is denied.
 * Pure: `now` is milliseconds since the epoch.
 */
export function decideAccess(request: AccessRequest, snapshot: AgentSnapshot, now: number): AccessDecision {
  const { policyVersion } = snapshot;
  const phase = findVendorPhase(snapshot.vendor, now);
  const { assessment } = phase;
  const obstacle = findObstacle(request.keyId, snapshot, phase, now);
  if (obstacle !== null) {
    const it = obstacle === phase.obstacle ? (phase.it ?? undefined) : undefined;
    return deny(obstacle, { scopes: NO_SCOPES, policyVersion, assessment }, NOTHING, undefined, it);
  }
  const dataset = snapshot.datasets.get(request.dataset);
  if (dataset === undefined)
    return deny("dataset_not_granted", { scopes: NO_SCOPES, policyVersion, assessment }, NOTHING);
  const joined = snapshot.freezes.sources.has(dataset.sourceId)
    ? "frozen_source"
    : findJoined(dataset, request.purpose, snapshot, phase, now);
  if (typeof joined === "string")
    return deny(joined, { scopes: dataset.basis, policyVersion, assessment }, NOTHING, dataset);
  const basis = { scopes: joined.basis, policyVersion, assessment };
  const ofCase = findCaseObstacle(request.case, snapshot.agentId, now);
  if (ofCase !== null) return deny(ofCase, basis, NOTHING, dataset);
  return decideWithin(joined, dataset, request, basis);
}
