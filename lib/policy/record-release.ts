import type { AccessEvent } from "@/lib/audit/event";
import { record, recordAt, recordCounted } from "@/lib/audit/record";
import type { RequestContext } from "@/lib/identity/request-context";
import type { AccessDecision, AccessRequest } from "@/lib/kernel/access";
import { decideAccess } from "@/lib/kernel/decide-access";
import { DomainError } from "@/lib/kernel/domain-error";
import type { AgentId } from "@/lib/kernel/ids";
import { AccessDenied } from "./access-denied";
import { findUncounted, rememberUse, toDay } from "./day-use";
import { isNearing, raiseCapAlert } from "./raise-cap-alert";
import { dropPolicies, getCachedPolicy } from "./policy-cache";

type Allowed = Extract<AccessDecision, { effect: "allow" }>;
type Completed = Extract<AccessEvent, { action: "access.completed" }>;
export type Release = { request: AccessRequest; decision: Allowed; event: Completed };

const TRIES_MAX = 4;

/** What of a decision shaped the rows that were read. */
function toShape({ fields, rowBound, limit, caps }: Allowed): string {
  return JSON.stringify([fields, rowBound, limit, caps]);
}

/** The policy's version at which the read would come out the same now. Throws `AccessDenied`, or `unavailable` where it would be another. */
async function reconsider({ request, decision, event }: Release, now: Date): Promise<string> {
  dropPolicies();
  const policy = await getCachedPolicy(event.agentId as AgentId);
  if (policy === null) throw new DomainError("unauthenticated", "This agent does not exist any more.");
  const again = decideAccess(request, policy.snapshot, now.getTime());
  if (again.effect === "deny")
    throw new AccessDenied(again.reason, event.decisionId, again.fields, again.it, policy.vendor?.id);
  if (toShape(again) === toShape(decision)) return policy.snapshot.policyVersion;
  throw new DomainError("unavailable", "What is granted changed during the read, so nothing was released: ask again.");
}

/** The refusal at a cap, once it is in the log and people are told. */
async function refuseAtCap(
  ctx: RequestContext,
  { decision, event }: Release,
  { cap, left }: { cap: "rows" | "subjects"; left: number },
): Promise<AccessDenied> {
  const reason = cap === "rows" ? "rows_per_day_reached" : "subjects_per_day_reached";
  const refusal = new AccessDenied(reason, event.decisionId, decision.fields, String(Math.max(0, left)));
  await recordFailure(ctx, event, refusal);
  await raiseCapAlert("cap_reached", event.agentId, toDay(ctx.now));
  return refusal;
}

/** Whether the release is durable; false when the policy is another by now. What is capped is counted by the same statement. */
async function storeOnce(ctx: RequestContext, version: string, release: Release): Promise<boolean> {
  const { decision, event } = release;
  if (decision.caps.length === 0) return (await recordAt(ctx, version, [event])) !== null;
  const day = toDay(ctx.now);
  const { caps: holders } = decision;
  const { rowCount: rows } = event;
  const subjects = findUncounted(day, holders, event.subjects);
  const answer = await recordCounted(ctx, version, event, { day, holders, rows, subjects });
  if (answer === null) return false;
  if ("refused" in answer) throw await refuseAtCap(ctx, release, answer.refused);
  rememberUse(day, holders, { counted: answer.counted, subjects });
  if (isNearing(holders, answer.counted, rows)) await raiseCapAlert("cap_near", event.agentId, day);
  return true;
}

async function reconsiderOrRecord(ctx: RequestContext, release: Release): Promise<string> {
  return reconsider(release, ctx.now).catch(async (error: unknown) => {
    if (error instanceof DomainError) await recordFailure(ctx, release.event, error);
    throw error;
  });
}

/**
 * Makes a release durable, which is when its rows may leave: only while the policy that it rests on is in force, or decides the same.
 * So nothing is released once a freeze, a revocation or a narrowing is recorded, however long the source took. Throws the refusal, which
 * is in the log too.
 */
export async function recordRelease(ctx: RequestContext, release: Release): Promise<void> {
  const { request, decision } = release;
  const isClosed = request.case !== null && request.case !== "unknown" && request.case.isClosed;
  let version = isClosed ? await reconsiderOrRecord(ctx, release) : decision.basis.policyVersion;
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    if (await storeOnce(ctx, version, release)) return;
    version = await reconsiderOrRecord(ctx, release);
  }
  throw new DomainError("unavailable", "The policy keeps changing: try again in a moment.");
}

/** Stores that an allowed read released nothing, and why. */
export async function recordFailure(ctx: RequestContext, event: Completed, error: DomainError): Promise<void> {
  const reason = error instanceof AccessDenied ? error.reason : error.code;
  const { payloadDigest: _digest, ...rest } = event;
  await record(ctx, [{ ...rest, outcome: "failed", reason, rowCount: 0, subjects: [] }]);
}
