import type { ReviewEvent } from "@/lib/audit/review-event";
import type { AgentActor } from "@/lib/identity/request-context";
import type { ReasonCode } from "@/lib/kernel/reasons";
import type { Judgement, Submitted } from "./judge-submission";
import { getModelId } from "./get-model-id";
import { getTriageModel } from "./load-triage-model";

type Judged = Extract<ReviewEvent, { action: "message.judged" }>;

/** Pseudonyms of whom and what it is about. */
export type SubmissionRefs = { subject: string | null; caseRef: string | null };

function toBasis(policyVersion: string): Judged["basis"] {
  return { policyVersion, model: getModelId(getTriageModel()) };
}

/** What is logged of a message that was judged. */
export function toJudgedEvent(
  { agentId, keyId }: AgentActor,
  { channel, asked }: Submitted,
  judgement: Judgement,
  stored: SubmissionRefs & { submissionId: string; itemId: string | null; isSampled: boolean; policyVersion: string },
): Judged {
  const { kind, kinds, findings, language, actionKind, classifier } = judgement;
  const { submissionId, itemId, isSampled, policyVersion, subject, caseRef } = stored;
  return {
    action: "message.judged",
    agentId,
    keyId,
    submissionId,
    decision: kind === null ? "allow" : "hold",
    reason: asked === null ? (kind ?? "ordinary") : "asked",
    origin: asked === null ? "triage" : "agent",
    kinds: [...kinds],
    reasons: [...new Set(findings.flatMap(({ reasons }) => reasons.map(({ code }) => code)))],
    ...(itemId === null ? {} : { itemId }),
    channel,
    language,
    actionKind,
    subject,
    caseRef,
    isSampled,
    classifier,
    basis: toBasis(policyVersion),
  };
}

/** What is logged of a message that is not even judged. Neither its case nor its subject: the agent may not name them. */
export function toDeniedEvent(
  { agentId, keyId }: AgentActor,
  { channel, asked }: Submitted,
  reason: ReasonCode,
  policyVersion: string,
): Judged {
  return {
    action: "message.judged",
    agentId,
    keyId,
    decision: "deny",
    reason,
    origin: asked === null ? "triage" : "agent",
    kinds: [],
    reasons: [],
    channel,
    language: null,
    actionKind: null,
    subject: null,
    caseRef: null,
    isSampled: false,
    classifier: "not_asked",
    basis: toBasis(policyVersion),
  };
}
