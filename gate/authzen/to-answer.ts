import type { Evaluation } from "@/lib/gateway/evaluate-dataset";
import type { DomainError } from "@/lib/kernel/domain-error";
import type { TenantEvaluation } from "@/lib/tenants/evaluate-tenant";
import { DOMAIN_ERROR_STATUS } from "@/lib/kernel/domain-error";
import { explainReason } from "@/lib/kernel/reasons";

type Obligation = { id: string; type: "custom"; properties: Record<string, unknown> };

/** AuthZEN 1.0 §6.2. Whoever does not understand one of the obligations must deny. */
export type EvaluationAnswer = {
  decision: boolean;
  context: {
    /** The decision's event: GET /v1/decisions/{id} explains it. */
    id?: string;
    reason: string;
    sentence: string;
    fix?: string;
    error?: { status: number; message: string };
    obligations?: Obligation[];
  };
};

function toObligations({ decision }: Evaluation): Obligation[] {
  if (decision.effect === "deny") return [];
  const treated = decision.fields.filter(({ treatment }) => treatment !== "clear");
  const rows: Obligation = {
    id: "gatehouse:rows",
    type: "custom",
    properties: { limit: decision.limit, where: decision.rowBound },
  };
  return [
    rows,
    ...treated.map(({ field, treatment, reason }): Obligation => {
      const id = treatment === "withheld" ? "gatehouse:withhold-field" : "gatehouse:treat-field";
      return { id, type: "custom", properties: { field, treatment, reason } };
    }),
  ];
}

export function toAnswer(evaluation: Evaluation): EvaluationAnswer {
  const { decision, decisionId } = evaluation;
  const { sentence, fix } = explainReason(decision.reason, decision.effect === "deny" ? decision.it : undefined);
  const context = { id: decisionId, reason: decision.reason, sentence };
  if (decision.effect === "deny") return { decision: false, context: { ...context, fix } };
  return { decision: true, context: { ...context, obligations: toObligations(evaluation) } };
}

/** A tenant's rules oblige to nothing. */
export function toTenantAnswer({ effect, reason, decisionId }: TenantEvaluation): EvaluationAnswer {
  const { sentence, fix } = explainReason(reason);
  const context = { id: decisionId, reason, sentence };
  return effect === "allow" ? { decision: true, context } : { decision: false, context: { ...context, fix } };
}

/** A question of a batch that could not be read: nothing was decided, so it is denied. */
export function toErrorAnswer(error: DomainError): EvaluationAnswer {
  const { code, message } = error;
  return {
    decision: false,
    context: { reason: code, sentence: message, error: { status: DOMAIN_ERROR_STATUS[code], message } },
  };
}
