import type { z } from "zod";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { decideTenant, type TenantDecision } from "@/lib/kernel/tenant-policy";
import { parseInput } from "@/lib/runtime/parse-input";
import { getTenantId } from "./internal/get-tenant-id";
import { recordForTenant } from "./internal/record-for-tenant";
import { loadTenant } from "./internal/tenant-row";
import { TenantQuestionInput } from "./tenant-policy-input";

export type TenantEvaluation = TenantDecision & { decisionId: string };

/** Decides by the calling tenant's rules; the decision is in the log before it is returned. Throws `unauthenticated` or `unavailable`. */
export async function evaluateTenant(
  ctx: RequestContext,
  input: z.input<typeof TenantQuestionInput>,
): Promise<TenantEvaluation> {
  authorize(ctx, "tenant:ask");
  const tenantId = getTenantId(ctx);
  const question = parseInput(TenantQuestionInput, input);
  const { policy, number, trustsProperties } = await loadTenant(tenantId, ctx.now);
  const decision = decideTenant(policy, question, trustsProperties);
  const { effect, reason, rule } = decision;
  const event = { action: "tenant.decided", tenantId, number, decision: effect, reason, rule } as const;
  return { ...decision, decisionId: await recordForTenant(ctx, event) };
}
