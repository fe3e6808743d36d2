import { z } from "zod";
import { toStoredEvent } from "@/lib/audit/stored-event";
import { reader } from "@/lib/db/reader";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { explainReason, REASONS, type ReasonCode } from "@/lib/kernel/reasons";
import { findKeyObstacle } from "@/lib/kernel/decide-access";
import { toFixLink } from "@/lib/policy/access-denied";
import { getCurrentPolicy } from "@/lib/policy/get-current-policy";
import { parseInput } from "@/lib/runtime/parse-input";
import { authorizeAgent } from "@/lib/identity/authorize-agent";
import { refuseKey } from "@/lib/policy/refuse-key";

export const ExplainDecisionInput = z.strictObject(
  { decisionId: z.uuid("must be the decisionId of an answer") },
  { error: "must be a JSON object with decisionId alone" },
);
export type ExplainDecisionInput = z.input<typeof ExplainDecisionInput>;

export type DecisionExplanation = {
  decisionId: string;
  /** ISO 8601. */
  at: string;
  decision: "allow" | "deny" | "hold";
  reason: string;
  sentence: string;
  fix: string;
  /** The page in the console on which a person can mend it, or null. */
  link: string | null;
  dataset: string | null;
  purpose: string | null;
  fields: { readonly [field: string]: string };
};

const isReason = (code: string): code is ReasonCode => Object.hasOwn(REASONS, code);

/** Why one of the calling agent's own decisions came out as it did, and what would change it. Throws `not_found` for any other. */
export async function explainDecision(ctx: RequestContext, input: unknown): Promise<DecisionExplanation> {
  const actor = authorizeAgent(ctx, "gateway:read");
  const { decisionId } = parseInput(ExplainDecisionInput, input);
  const { snapshot } = await getCurrentPolicy(actor.agentId);
  const obstacle = findKeyObstacle(actor.keyId, snapshot, ctx.now.getTime());
  if (obstacle !== null) throw await refuseKey(ctx, obstacle, actor);
  const row = await reader().auditEvent.findUnique({
    where: { id: decisionId, agentId: actor.agentId, action: "access.decided" },
    select: { text: true },
  });
  const event = row === null ? null : toStoredEvent(row.text);
  if (event?.action !== "access.decided")
    throw new DomainError("not_found", "There is no such decision of this agent.", "decisionId");
  const { at, decision, reason, dataset, purpose, fields } = event;
  const { sentence, fix } = isReason(reason) ? explainReason(reason, event.it) : { sentence: reason, fix: "" };
  const link = isReason(reason) ? toFixLink(reason, snapshot.vendor.vendorId) : null;
  return { decisionId, at, decision, reason, sentence, fix, link, dataset, purpose, fields };
}
