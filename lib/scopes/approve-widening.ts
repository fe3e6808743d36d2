import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import type { AuditEvent } from "@/lib/audit/event";
import type { Transaction } from "@/lib/db/client";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import { parseInput } from "@/lib/runtime/parse-input";
import { type LockedWidening, lockWidening, toProposedScope } from "./internal/lock-widening";
import { assertWish, endScope, fulfil } from "./internal/move-scope";
import { refuseWidening } from "./internal/refuse-widening";
import { toWideningSubject } from "./internal/widening-subject";

export const DecideWideningInput = z.object({
  wideningId: z.uuid("names no widening"),
  note: z.string().trim().min(1, "say why in a sentence").max(500, "must be at most 500 characters"),
});
export type DecideWideningInput = z.input<typeof DecideWideningInput>;

/** Does what was proposed, on the very version that it was proposed on. Returns the scope and the event of it. */
async function apply(
  tx: Transaction,
  now: Date,
  widening: LockedWidening,
): Promise<{ scopeId: string | null; event: AuditEvent }> {
  const { kind, agentId, datasetId, scopeId, baseVersion: version, note, proposedById: authorId } = widening;
  if (kind === "rule_off") {
    await tx.accessSettings.update({ where: { id: 1 }, data: { isTwoPersonRuleOn: false } });
    return { scopeId: null, event: { action: "two_person_rule.switched", after: { isOn: false } } };
  }
  if (agentId === null || datasetId === null) throw new Error("a widening of a scope without an agent or a dataset");
  const locked = scopeId === null || version === null ? null : { scopeId, version };
  const scope = toProposedScope(widening);
  if (scope !== null) {
    const wish = { agentId, datasetId, locked, scope };
    await assertWish(tx, wish, now);
    return fulfil(tx, { authorId, now }, wish);
  }
  if (locked === null) throw new Error("a widening that changes nothing");
  return { scopeId, event: await endScope(tx, now, { agentId, datasetId, ...locked, note }) };
}

async function approve(ctx: RequestContext, wideningId: string, note: string): Promise<{ scopeId: string | null }> {
  return commit(ctx, async (tx) => {
    const widening = await lockWidening(tx, ctx, wideningId, "approve");
    const { scopeId, event } = await apply(tx, ctx.now, widening);
    const { personId } = getPersonActor(ctx);
    const decided = {
      state: "approved",
      scopeId,
      decidedById: personId,
      decidedAt: ctx.now,
      decisionNote: note,
    } as const;
    await tx.widening.update({ where: { id: wideningId }, data: decided });
    const { proposedById } = widening;
    const subject = toWideningSubject(wideningId, { ...widening, scopeId });
    return { result: { scopeId }, events: [{ action: "widening.approved", ...subject, proposedById, note }, event] };
  });
}

/**
 * As the second person: what was proposed is in force from the next decision on. Throws `not_permitted` to whoever proposed it,
 * `conflict` when it was decided already or the scope changed meanwhile. Each refusal is in the log.
 */
export async function approveWidening(
  ctx: RequestContext,
  input: DecideWideningInput,
): Promise<{ scopeId: string | null }> {
  authorize(ctx, "widening:decide");
  const { wideningId, note } = parseInput(DecideWideningInput, input);
  return approve(ctx, wideningId, note).catch(async (error: unknown) => {
    throw await refuseWidening(ctx, wideningId, error);
  });
}
