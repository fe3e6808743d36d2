import { z } from "zod";
import { record } from "@/lib/audit/record";
import { getDataset } from "@/lib/catalog/get-dataset";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { AgentSnapshot, DecisionBasis, FieldOutcome } from "@/lib/kernel/access";
import { decideAccess, findKeyObstacle } from "@/lib/kernel/decide-access";
import { DomainError } from "@/lib/kernel/domain-error";
import type { AgentId } from "@/lib/kernel/ids";
import { explainReason, type ReasonCode } from "@/lib/kernel/reasons";
import type { RowCondition } from "@/lib/kernel/row-condition";
import { supposeCase } from "@/lib/kernel/suppose-case";
import { toFixLink } from "@/lib/policy/access-denied";
import { recallRowsUsed, toDay } from "@/lib/policy/day-use";
import { getCurrentPolicy } from "@/lib/policy/get-current-policy";
import { parseInput } from "@/lib/runtime/parse-input";
import { findLiveKey } from "./find-live-key";

const names = z.array(z.string().max(128)).max(500, "must name at most 500 fields");

export const TryAccessInput = z.strictObject({
  agentId: z.uuid("choose an agent"),
  datasetId: z.uuid("choose a dataset"),
  purpose: z.string().min(1, "choose a purpose").max(100),
  /** Null asks for every field that is granted. */
  fields: names.nullable().default(null),
  filterFields: names.default([]),
  orderFields: names.default([]),
  limit: z.number().int().min(1).max(1_000).nullable().default(null),
  /** As if within a case of some customer. */
  isWithinCase: z.boolean().default(false),
});
export type TryAccessInput = z.input<typeof TryAccessInput>;

export type TriedAccess = {
  effect: "allow" | "deny";
  reason: ReasonCode;
  sentence: string;
  fix: string;
  /** The page on which a person can mend it, or null. */
  link: string | null;
  fields: readonly FieldOutcome[];
  /** What the gate would add to the read; a case's customer stands as `the case's customer`. */
  rowBound: readonly RowCondition[];
  limit: number | null;
  basis: DecisionBasis;
  /** Why the agent has no key that counts now, so that it could not even ask; null where it has one. */
  keyObstacle: ReasonCode | null;
};

const ASSUMED_KEY = "try";

/** What is asked is what the policy says, also of an agent whose key is yet to be issued. */
function withAssumedKey(snapshot: AgentSnapshot): AgentSnapshot {
  const live = { expiresAt: Number.POSITIVE_INFINITY, isRevoked: false };
  return { ...snapshot, keys: new Map([...snapshot.keys, [ASSUMED_KEY, live]]) };
}

const SOME_CUSTOMER = "the case's customer";

/**
 * What the gate would decide for an agent now, as if it came with a key that counts. Nothing is read and the use ledger gets no use; that somebody
 * tried is an event. Throws `not_found`, `conflict` where the policy cannot be known.
 */
export async function tryAccess(ctx: RequestContext, input: TryAccessInput): Promise<TriedAccess> {
  authorize(ctx, "access:try");
  const { agentId, datasetId, isWithinCase, ...asked } = parseInput(TryAccessInput, input);
  const dataset = await getDataset(ctx, { datasetId });
  const policy = await getCurrentPolicy(agentId as AgentId).catch((error: unknown) => {
    const isUnknown = error instanceof DomainError && error.code === "unauthenticated";
    throw isUnknown ? new DomainError("not_found", "There is no such agent.", "agentId") : error;
  });
  const { snapshot, purposes } = policy;
  const now = ctx.now.getTime();
  const claim = isWithinCase ? supposeCase(snapshot, dataset.name, SOME_CUSTOMER) : null;
  const request = {
    ...asked,
    keyId: ASSUMED_KEY,
    dataset: dataset.name,
    case: claim,
    rowsUsed: recallRowsUsed(toDay(ctx.now)),
  };
  const decision = decideAccess(request, withAssumedKey(snapshot), now);
  const isColumn = (name: string) => dataset.fields.some((field) => field.name === name);
  const { effect, reason } = decision;
  const event = { action: "access.tried", agentId, datasetId, decision: effect, reason } as const;
  const purpose = purposes.has(asked.purpose) ? asked.purpose : null;
  const fields = (asked.fields ?? []).filter(isColumn);
  await record(ctx, [{ ...event, purpose, fields, policyVersion: snapshot.policyVersion }]);
  const it = decision.effect === "deny" ? decision.it : undefined;
  return {
    effect,
    reason,
    ...explainReason(reason, it),
    link: toFixLink(reason, snapshot.vendor.vendorId),
    fields: decision.fields,
    rowBound: decision.effect === "allow" ? decision.rowBound : [],
    limit: decision.effect === "allow" ? decision.limit : null,
    basis: decision.basis,
    keyObstacle: findKeyObstacle(findLiveKey(snapshot, now), snapshot, now),
  };
}
