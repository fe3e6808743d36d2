import { z } from "zod";
import { record } from "@/lib/audit/record";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { AgentId } from "@/lib/kernel/ids";
import type { TriageFinding, TriageKind } from "@/lib/kernel/triage-kinds";
import { tightenPolicy } from "@/lib/kernel/triage-policy";
import { CHANNELS, type HoldRisk } from "@/lib/kernel/vocabulary";
import { parseInput } from "@/lib/runtime/parse-input";
import type { TextPiece } from "./get-held-item";
import { announceClassifier } from "./internal/announce-classifier";
import { judgeSubmission } from "./internal/judge-submission";
import { loadGeneralPolicy } from "./internal/load-general-policy";
import { loadReviewPolicy, type ReviewPolicy } from "./internal/load-review-policy";
import { hideNothing } from "./internal/mask-values";
import { showText, toMarks } from "./internal/to-thread";
import { WellFormed } from "./json-value";
import { Action, REPLY_LENGTH_MAX } from "./release-payload";

const TEXT_LENGTH_MAX = 100_000;

export const TryTriageInput = z.object({
  text: WellFormed.max(TEXT_LENGTH_MAX, `must be at most ${TEXT_LENGTH_MAX} characters`),
  /** Left out: the defaults that hold for every agent. */
  agentId: z.uuid("choose an agent").optional(),
  channel: z.enum(CHANNELS, `must be one of ${CHANNELS.join(", ")}`).default("email"),
  reply: WellFormed.max(REPLY_LENGTH_MAX, `must be at most ${REPLY_LENGTH_MAX} characters`).optional(),
  action: Action.optional(),
  customerFlags: z.array(z.string().trim().min(1).max(100)).max(50).default([]),
});
export type TryTriageInput = z.input<typeof TryTriageInput>;

export type TriedTriage = {
  outcome: "hold" | "proceed";
  kinds: readonly TriageKind[];
  findings: readonly TriageFinding[];
  /** The text and the draft with the words that decided marked; nothing is hidden from who typed them. */
  pieces: readonly TextPiece[];
  replyPieces: readonly TextPiece[] | null;
  /** At or above its kind's a message is held; below `ordinaryMin` too. */
  thresholds: Readonly<Record<TriageKind, number>>;
  ordinaryMin: number;
  risk: HoldRisk;
  approvalsNeeded: number;
  language: string | null;
  classifier: "not_asked" | "nothing_to_add" | "added" | "down";
};

async function getPolicy(agentId: string | undefined): Promise<ReviewPolicy> {
  const policy = agentId === undefined ? await loadGeneralPolicy() : await loadReviewPolicy(agentId as AgentId);
  if (policy === null) throw new DomainError("not_found", "There is no such agent.", "agentId");
  return policy;
}

function toThresholds({ kindRules, setting, own }: ReviewPolicy): Pick<TriedTriage, "thresholds" | "ordinaryMin"> {
  const { legal_issue, payment_dispute, complaint, unusual_request } = kindRules;
  const thresholds = {
    legal_issue: legal_issue.threshold,
    payment_dispute: payment_dispute.threshold,
    complaint: complaint.threshold,
    unusual_request: unusual_request.threshold,
  };
  return tightenPolicy(
    { thresholds, ordinaryMin: setting.ordinaryMin },
    { thresholds: own?.thresholds ?? {}, ...(own?.ordinaryMin ? { ordinaryMin: own.ordinaryMin } : {}) },
  );
}

/** What triage would say of a text, and why; as for a message of the agent. Nothing is kept but that it was tried. */
export async function tryTriage(ctx: RequestContext, input: TryTriageInput): Promise<TriedTriage> {
  authorize(ctx, "triage:try");
  const { text, agentId, channel, reply, action, customerFlags } = parseInput(TryTriageInput, input);
  const policy = await getPolicy(agentId);
  const content = {
    thread: [{ from: "customer" as const, text, at: null }],
    caseName: null,
    subject: null,
    customerFlags,
    note: null,
  };
  const proposal =
    reply === undefined && action === undefined ? null : { reply: reply ?? null, action: action ?? null };
  const about = agentId === undefined ? {} : { agentId };
  if (!(await announceClassifier(ctx, policy, about)))
    throw new DomainError("unavailable", "The settings are changing at this moment: try again.");
  const judged = await judgeSubmission(policy, { content, channel, language: null, proposal, asked: null });
  const { findings, kinds, risk, approvalsNeeded, language, classifier } = judged;
  const outcome = judged.kind === null ? "proceed" : "hold";
  await record(ctx, [{ action: "triage.tried", ...about, outcome, kinds: [...kinds] }]);
  return {
    outcome,
    kinds,
    findings,
    pieces: showText(text, hideNothing, toMarks(findings, "message")),
    replyPieces: reply === undefined ? null : showText(reply, hideNothing, toMarks(findings, "draft")),
    ...toThresholds(policy),
    risk,
    approvalsNeeded,
    language,
    classifier,
  };
}
