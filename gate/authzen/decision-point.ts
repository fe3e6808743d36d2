import type { Caller } from "@/gate/gate-env";
import { evaluateDataset } from "@/lib/gateway/evaluate-dataset";
import { searchAccess } from "@/lib/gateway/search-access";
import type { Found } from "@/lib/kernel/tenant-policy";
import { parseInput } from "@/lib/runtime/parse-input";
import { evaluateTenant } from "@/lib/tenants/evaluate-tenant";
import { searchTenantAccess } from "@/lib/tenants/search-tenant-access";
import { TenantQuestionInput, TenantSearchInput } from "@/lib/tenants/tenant-policy-input";
import { toQuestion } from "./evaluation-input";
import { type SearchKind, toSearch } from "./search-input";
import { type EvaluationAnswer, toAnswer, toTenantAnswer } from "./to-answer";

/** Who answers a caller's questions. Each reads what was sent (throwing `invalid_input`) and returns what asks it. */
export type DecisionPoint = {
  evaluation: (input: unknown) => () => Promise<EvaluationAnswer>;
  search: (kind: SearchKind, input: unknown) => () => Promise<Found[]>;
};

const ofAgents = (ctx: Caller, caseToken: string | null): DecisionPoint => ({
  evaluation: (input) => {
    const question = toQuestion(input);
    return async () => toAnswer(await evaluateDataset(ctx, question, caseToken));
  },
  search: (kind, input) => {
    const search = toSearch(kind, input);
    return () => searchAccess(ctx, search);
  },
});

const ofTenants = (ctx: Caller): DecisionPoint => ({
  evaluation: (input) => {
    const question = parseInput(TenantQuestionInput, input);
    return async () => toTenantAnswer(await evaluateTenant(ctx, question));
  },
  search: (kind, input) => {
    const search = parseInput(TenantSearchInput, typeof input === "object" ? { ...input, kind } : input);
    return () => searchTenantAccess(ctx, search);
  },
});

/** An agent asks about itself and the datasets here, within the case that it names; a tenant about its own subjects and resources. */
export function toDecisionPoint(caller: Caller, caseToken: string | null): DecisionPoint {
  return caller.actor.kind === "tenant" ? ofTenants(caller) : ofAgents(caller, caseToken);
}
