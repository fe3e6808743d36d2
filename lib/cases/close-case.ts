import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { CloseCaseInput } from "./case-input";

/** Closes a case that this dispatcher opened: its token counts no more, also for a read under way. Closing it again changes nothing. Throws `not_found`. */
export async function closeCase(ctx: RequestContext, input: unknown): Promise<{ caseId: string; closedAt: string }> {
  authorize(ctx, "case:open");
  if (ctx.actor.kind !== "dispatcher") throw new DomainError("not_permitted", "Only a dispatcher closes cases.");
  const { keyId: openedById } = ctx.actor;
  const { caseId } = parseInput(CloseCaseInput, input);
  return commit(ctx, async (tx) => {
    await tx.subjectCase.updateMany({ where: { id: caseId, openedById, closedAt: null }, data: { closedAt: ctx.now } });
    const known = await tx.subjectCase.findUnique({
      where: { id: caseId, openedById },
      select: { agentId: true, closedAt: true },
    });
    if (known === null || known.closedAt === null)
      throw new DomainError("not_found", "This dispatcher opened no such case.", "caseId");
    const closedAt = known.closedAt.toISOString();
    return { result: { caseId, closedAt }, events: [{ action: "case.closed", caseId, agentId: known.agentId }] };
  });
}
