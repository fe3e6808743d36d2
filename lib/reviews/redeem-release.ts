import { z } from "zod";
import { record, recordAt } from "@/lib/audit/record";
import { authorizeAgent } from "@/lib/identity/authorize-agent";
import type { AgentActor, RequestContext } from "@/lib/identity/request-context";
import { findAgentObstacle } from "@/lib/kernel/decide-access";
import { DomainError } from "@/lib/kernel/domain-error";
import type { ReasonCode } from "@/lib/kernel/reasons";
import { AccessDenied } from "@/lib/policy/access-denied";
import { commitAt } from "./internal/commit-at";
import { type AgentReview, decideAtPolicy } from "./internal/get-agent-review";
import { parseAgentInput } from "./internal/parse-agent-input";
import { RefusedRedemption, spendRelease, type SpentRelease } from "./internal/spend-release";
import { signRelease } from "./internal/sign-release";
import { toUnavailable } from "./internal/to-unavailable";
import type { ReleasePayload } from "./release-payload";
import { getEnv } from "@/lib/runtime/env";
import { strictInput } from "./strict-input";

/** How long the token counts: long enough to carry it to the channel that acts on it. */
const TOKEN_SECONDS = 300;

export const RedeemReleaseInput = strictInput({
  releaseId: z.uuid("names no release").meta({ description: "The releaseId of the hold's status." }),
  digest: z
    .string("must be the digest of the hold's status")
    .regex(/^[0-9a-f]{64}$/, "must be the digest of the hold's status")
    .meta({ description: "The digest of the hold's status: of exactly what was approved." }),
});

export type RedeemedRelease = {
  /** Exactly what was approved; the digest is the SHA-256 of its RFC 8785 form. */
  payload: ReleasePayload;
  digest: string;
  /** A compact JWS by which a channel checks, without asking, that this was approved. */
  token: string;
  /** ISO 8601: the outcome must be reported by then. */
  outcomeDueAt: string;
};

function toToken({ agentId }: AgentActor, now: Date, { releaseId, itemId, digest }: SpentRelease): string {
  const iat = Math.floor(now.getTime() / 1_000);
  const names = { iss: getEnv().gateUrl, sub: agentId, jti: releaseId, hold: itemId };
  return signRelease({ ...names, digest, iat, exp: iat + TOKEN_SECONDS });
}

/** Throws the refusal once it is in the log; null when the policy it rests on was no longer in force. */
async function refuseStopped(
  ctx: RequestContext,
  { agentId, keyId }: AgentActor,
  { releaseId, reason, version }: { releaseId: string; reason: ReasonCode; version: string },
): Promise<null> {
  const durable = await recordAt(ctx, version, [{ action: "release.refused", agentId, keyId, releaseId, reason }]);
  if (durable === null) return null;
  throw new AccessDenied(reason, null);
}

async function attempt(
  ctx: RequestContext,
  actor: AgentActor,
  asked: z.output<typeof RedeemReleaseInput>,
  { version, policy, review }: AgentReview,
): Promise<RedeemedRelease | null> {
  const { agentId, keyId } = actor;
  const obstacle = findAgentObstacle(keyId, policy.snapshot, ctx.now.getTime());
  if (obstacle !== null) return refuseStopped(ctx, actor, { releaseId: asked.releaseId, reason: obstacle, version });
  return commitAt(ctx, version, async (tx) => {
    const spent = await spendRelease(tx, { ...asked, agentId, now: ctx.now, setting: review.setting });
    const { releaseId, itemId, digest, payload, outcomeDueAt } = spent;
    const token = toToken(actor, ctx.now, spent);
    return {
      result: { payload, digest, token, outcomeDueAt: outcomeDueAt.toISOString() },
      events: [{ action: "release.redeemed", itemId, agentId, releaseId, keyId, digest, policyVersion: version }],
    };
  });
}

/** The error for a refusal, once it is in the log. */
async function refuse(
  ctx: RequestContext,
  { agentId, keyId }: AgentActor,
  releaseId: string,
  refused: RefusedRedemption,
) {
  const { reason, itemId } = refused;
  const about = itemId === null ? {} : { itemId };
  const event = { action: "release.refused", agentId, keyId, releaseId, reason, ...about } as const;
  try {
    await record(ctx, [event]);
  } catch (lost) {
    return toUnavailable(lost);
  }
  return reason === "not_found"
    ? new DomainError("not_found", "There is no such release.", "releaseId")
    : new AccessDenied(reason, null);
}

/**
 * Turns an approval into the one permission to act on it: everything that let it be approved is checked again, and whoever comes second
 * is refused. The answer is given after it is durable. Throws `AccessDenied`, `not_found` or `unavailable`; each refusal is in the log.
 */
export async function redeemRelease(ctx: RequestContext, input: unknown): Promise<RedeemedRelease> {
  const actor = authorizeAgent(ctx, "release:redeem");
  const asked = await parseAgentInput(ctx, actor, "release", RedeemReleaseInput, input);
  try {
    return await decideAtPolicy(actor.agentId, (review) => attempt(ctx, actor, asked, review));
  } catch (error) {
    throw error instanceof RefusedRedemption ? await refuse(ctx, actor, asked.releaseId, error) : toUnavailable(error);
  }
}
