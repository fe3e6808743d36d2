import type { RequestContext } from "@/lib/identity/request-context";
import type { AccessDecision } from "@/lib/kernel/access";
import type { ReasonCode } from "@/lib/kernel/reasons";
import type { AgentPolicy } from "@/lib/policy/agent-policy";
import { findCaseClaim } from "@/lib/cases/find-case-claim";
import { evaluateAccess } from "@/lib/policy/evaluate-access";
import { AccessDenied } from "@/lib/policy/access-denied";
import { authorizeAgent } from "@/lib/identity/authorize-agent";

/** A question of the AuthZEN kind: may this subject do this to that resource? Names are as the caller wrote them. */
export type EvaluationQuestion = {
  subject: { type: string; id: string };
  action: string;
  resource: { type: string; id: string };
  purpose: string;
  fields: readonly string[] | null;
  filterFields: readonly string[];
  orderFields: readonly string[];
};

export type Evaluation = { decision: AccessDecision; decisionId: string };

function findObjection(
  { subject, action, resource }: EvaluationQuestion,
  { agentName, snapshot }: AgentPolicy,
): ReasonCode | null {
  const isSelf = subject.type === "agent" && (subject.id === snapshot.agentId || subject.id === agentName);
  if (!isSelf) return "subject_not_caller";
  if (resource.type !== "dataset") return "resource_not_dataset";
  return action === "read" ? null : "action_unknown";
}

/**
 * Decides for the calling agent without reading anything; the decision is in the log before it is returned. Throws `AccessDenied` only
 * when the key itself no longer counts: any other refusal is a result.
 */
export async function evaluateDataset(
  ctx: RequestContext,
  question: EvaluationQuestion,
  caseToken: string | null = null,
): Promise<Evaluation> {
  const actor = authorizeAgent(ctx, "gateway:read");
  const { purpose, fields, filterFields, orderFields } = question;
  const request = {
    dataset: question.resource.id,
    purpose,
    fields,
    filterFields,
    orderFields,
    limit: null,
    case: await findCaseClaim(caseToken),
  };
  const { decision, decisionId } = await evaluateAccess(ctx, actor, request, "evaluation", (policy) =>
    findObjection(question, policy),
  );
  const refusal = decision.effect === "deny" ? new AccessDenied(decision.reason, decisionId) : null;
  if (refusal?.code === "unauthenticated") throw refusal;
  return { decision, decisionId };
}
