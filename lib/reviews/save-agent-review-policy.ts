import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import type { Transaction } from "@/lib/db/client";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { TRIAGE_KINDS } from "@/lib/kernel/triage-kinds";
import { parseInput } from "@/lib/runtime/parse-input";
import { POLICY_SELECT, type PolicyFacts, toPolicyFacts } from "./internal/to-policy-facts";
import { ActionKinds, Approvals, Share } from "./settings-input";

export const SaveAgentReviewPolicyInput = z.object({
  agentId: z.uuid("names no agent"),
  isAllHeld: z.boolean("must be true or false"),
  heldActionKinds: ActionKinds.default([]),
  /** A kind left out keeps the default. */
  thresholds: z.partialRecord(z.enum(TRIAGE_KINDS, "is not a kind"), Share).default({}),
  ordinaryMin: Share.nullable().default(null),
  approvalsNeeded: Approvals,
});
export type SaveAgentReviewPolicyInput = z.input<typeof SaveAgentReviewPolicyInput>;

function refuseLoose(field: string): never {
  throw new DomainError(
    "invalid_input",
    `${field}: an agent's own policy can only be stricter than the default: leave it out to keep that.`,
    field,
  );
}

/** A looser figure would count for nothing: it is refused, so that nobody believes in it. */
async function assertStricter(tx: Transaction, { thresholds, ordinaryMin }: PolicyFacts): Promise<void> {
  const rules = await tx.kindRule.findMany({ select: { kind: true, threshold: true } });
  for (const { kind, threshold } of rules) {
    const own = thresholds[kind];
    if (own !== undefined && own > threshold) refuseLoose(`thresholds.${kind}`);
  }
  const setting = await tx.reviewSetting.findUniqueOrThrow({ where: { id: 1 }, select: { ordinaryMin: true } });
  if (ordinaryMin !== null && ordinaryMin < setting.ordinaryMin) refuseLoose("ordinaryMin");
}

/** Holds more of one agent's messages than the defaults do, from the next one on. Throws `not_found`, and `invalid_input` for less. */
export async function saveAgentReviewPolicy(ctx: RequestContext, input: SaveAgentReviewPolicyInput): Promise<void> {
  authorize(ctx, "triage:write");
  const { agentId, ...after } = parseInput(SaveAgentReviewPolicyInput, input);
  return commit(ctx, async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM agent WHERE id = ${agentId}::uuid FOR UPDATE`;
    const agent = await tx.agent.findUnique({
      where: { id: agentId },
      select: { reviewPolicy: { select: POLICY_SELECT } },
    });
    if (agent === null) throw new DomainError("not_found", "There is no such agent.");
    await assertStricter(tx, after);
    const before = agent.reviewPolicy === null ? null : toPolicyFacts(agent.reviewPolicy);
    await tx.agentReviewPolicy.upsert({ where: { agentId }, create: { agentId, ...after }, update: after });
    return { result: undefined, events: [{ action: "agent_review_policy.changed", agentId, before, after }] };
  });
}
