import { z } from "zod";
import type { AccessEvent } from "@/lib/audit/event";
import type { ReviewEvent } from "@/lib/audit/review-event";
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

type Decided = Extract<AccessEvent, { action: "access.decided" }>;
type Judged = Extract<ReviewEvent, { action: "message.judged" }>;

const DECISIONS = ["access.decided", "message.judged"] as const;
const HOLD_FIX = "Ask for the hold's status (GET /v1/holds/{id}): a person decides.";

const isReason = (code: string): code is ReasonCode => Object.hasOwn(REASONS, code);

/** What was decided about a message: by policy where it was denied, else by what it was found to be. */
function explainJudged({ decision, reason, kinds }: Judged): { sentence: string; fix: string } {
  if (isReason(reason)) return explainReason(reason);
  if (decision !== "hold") return { sentence: "Nothing in it needs a person.", fix: "Nothing to do." };
  return { sentence: `It is held for a person: ${kinds.join(", ").replaceAll("_", " ")}.`, fix: HOLD_FIX };
}

function explain(event: Decided | Judged): Pick<DecisionExplanation, "sentence" | "fix"> {
  if (event.action === "message.judged") return explainJudged(event);
  return isReason(event.reason) ? explainReason(event.reason, event.it) : { sentence: event.reason, fix: "" };
}

/** Why one of the calling agent's own decisions came out as it did, and what would change it. Throws `not_found` for any other. */
export async function explainDecision(ctx: RequestContext, input: unknown): Promise<DecisionExplanation> {
  const actor = authorizeAgent(ctx, "gateway:read");
  const { decisionId } = parseInput(ExplainDecisionInput, input);
  const { snapshot } = await getCurrentPolicy(actor.agentId);
  const obstacle = findKeyObstacle(actor.keyId, snapshot, ctx.now.getTime());
  if (obstacle !== null) throw await refuseKey(ctx, obstacle, actor);
  const row = await reader().auditEvent.findUnique({
    where: { id: decisionId, agentId: actor.agentId, action: { in: [...DECISIONS] } },
    select: { text: true },
  });
  const event = row === null ? null : toStoredEvent(row.text);
  if (event?.action !== "access.decided" && event?.action !== "message.judged")
    throw new DomainError("not_found", "There is no such decision of this agent.", "decisionId");
  const { at, decision, reason } = event;
  const read = event.action === "access.decided" ? event : { dataset: null, purpose: null, fields: {} };
  const { dataset, purpose, fields } = read;
  const link = isReason(reason) ? toFixLink(reason, snapshot.vendor.vendorId) : null;
  return { decisionId, at, decision, reason, ...explain(event), link, dataset, purpose, fields };
}
