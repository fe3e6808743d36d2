import type { AccessEvent } from "@/lib/audit/event";
import { recordAt } from "@/lib/audit/record";
import type { AgentActor, RequestContext } from "@/lib/identity/request-context";
import type { AccessDecision, AccessRequest, AgentSnapshot } from "@/lib/kernel/access";
import { findReasonPage, type ReasonCode } from "@/lib/kernel/reasons";
import { decideAccess, findAgentObstacle, findVendorPhase } from "@/lib/kernel/decide-access";
import { DomainError } from "@/lib/kernel/domain-error";
import { log } from "@/lib/runtime/log";
import { toErrorFacts } from "@/lib/runtime/to-error-facts";
import type { AgentPolicy, DatasetFacts } from "./agent-policy";
import { recallRowsUsed, toDay } from "./day-use";
import { dropPolicies, getCachedPolicy } from "./policy-cache";

/** Where an agent reads; and where it sends what cannot be parsed. */
export type ReadDoor = "read" | "evaluation" | "mcp";
export type Door = ReadDoor | "message" | "hold" | "release";
/** `decisionId` is the event that made the decision durable. */
export type EvaluatedAccess = {
  decision: AccessDecision;
  policy: AgentPolicy;
  facts: DatasetFacts | null;
  decisionId: string;
};

/** How often a decision is taken again because the policy changed while it was being recorded. */
const TRIES_MAX = 4;

const OURS: readonly ReasonCode[] = ["limit_too_high", "rows_per_day_reached", "subjects_per_day_reached"];

/** Whether the thing that a reason names is a number or a name of ours, and no word of the agent's. */
function isOurs(reason: ReasonCode): boolean {
  return OURS.includes(reason) || findReasonPage(reason) === "vendor";
}

/** Only names that the catalogue or the policy holds go into the log: what else an agent writes may be a customer's value. */
function toDecisionEvent(
  actor: AgentActor,
  request: AccessRequest,
  { decision, policy, facts }: Omit<EvaluatedAccess, "decisionId">,
  door: ReadDoor,
  now: number,
): AccessEvent {
  const isColumn = (field: string): boolean => facts?.columns.has(field) ?? false;
  const it = decision.effect === "deny" ? decision.it : undefined;
  return {
    action: "access.decided",
    agentId: actor.agentId,
    keyId: actor.keyId,
    ...(facts === null ? {} : { datasetId: facts.datasetId, sourceId: facts.sourceId }),
    dataset: facts?.name ?? null,
    decision: decision.effect,
    reason: decision.reason,
    ...(it !== undefined && (isColumn(it) || isOurs(decision.reason)) ? { it } : {}),
    purpose: policy.purposes.has(request.purpose) ? request.purpose : null,
    door,
    fields: Object.fromEntries(decision.fields.map(({ field, treatment }) => [field, treatment])),
    filterFields: request.filterFields.filter(isColumn),
    orderFields: request.orderFields.filter(isColumn),
    limit: request.limit,
    ...(request.case !== null && request.case !== "unknown" && { caseId: request.case.caseId }),
    basis: {
      scopes: decision.basis.scopes.map(({ scopeId, version }) => ({ scopeId, version })),
      policyVersion: decision.basis.policyVersion,
      assessment: decision.basis.assessment,
      isInGrace: findVendorPhase(policy.snapshot.vendor, now).isInGrace,
    },
  };
}

/** Whatever goes wrong here, nothing can be decided: the caller is told so and releases nothing. */
function toUnavailable(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  log("error", "decision_unavailable", toErrorFacts(error));
  return new DomainError("unavailable", "Gatehouse cannot reach its database, so it refuses: try again in a moment.");
}

/** A request that is refused before any scope is looked at, for a reason that its door found. */
function refuse(reason: ReasonCode, { policyVersion, vendor }: AgentSnapshot, now: number): AccessDecision {
  const { assessment } = findVendorPhase(vendor, now);
  return { effect: "deny", reason, fields: [], basis: { scopes: [], policyVersion, assessment } };
}

/** A reason for which a door refuses whatever the scopes say, found with the agent's policy at hand. */
export type Objection = (policy: AgentPolicy) => ReasonCode | null;
type Asked = { request: AccessRequest; door: ReadDoor; object: Objection };

async function decideOnce(
  ctx: RequestContext,
  actor: AgentActor,
  { request, door, object }: Asked,
): Promise<EvaluatedAccess | null> {
  const policy = await getCachedPolicy(actor.agentId);
  if (policy === null) throw new DomainError("unauthenticated", "This agent does not exist any more.");
  const now = ctx.now.getTime();
  const objection = findAgentObstacle(actor.keyId, policy.snapshot, now) === null ? object(policy) : null;
  const decision =
    objection === null ? decideAccess(request, policy.snapshot, now) : refuse(objection, policy.snapshot, now);
  const facts = objection === null ? (policy.facts.get(request.dataset) ?? null) : null;
  const event = toDecisionEvent(actor, request, { decision, policy, facts }, door, now);
  const durable = await recordAt(ctx, policy.snapshot.policyVersion, [event]);
  const decisionId = durable?.eventIds[0];
  return decisionId === undefined ? null : { decision, policy, facts, decisionId };
}

/**
 * Decides a request and makes the decision durable. The statement that stores the event stores it only while the policy it rests on is
 * in force; otherwise the decision is taken again. So what is returned was in force when it was recorded.
 * Throws `unavailable` when the policy cannot be read or the event cannot be stored: the caller then releases nothing. `object`
 * lets the door refuse for a reason of its own.
 */
export async function evaluateAccess(
  ctx: RequestContext,
  actor: AgentActor,
  request: Omit<AccessRequest, "keyId" | "rowsUsed">,
  door: ReadDoor,
  object: Objection = () => null,
): Promise<EvaluatedAccess> {
  const asked: Asked = {
    request: { ...request, keyId: actor.keyId, rowsUsed: recallRowsUsed(toDay(ctx.now)) },
    door,
    object,
  };
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const evaluated = await decideOnce(ctx, actor, asked).catch((error: unknown) => {
      throw toUnavailable(error);
    });
    if (evaluated !== null) return evaluated;
    dropPolicies();
  }
  throw new DomainError("unavailable", "The policy keeps changing: try again in a moment.");
}
