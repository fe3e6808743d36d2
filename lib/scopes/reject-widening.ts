import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import { parseInput } from "@/lib/runtime/parse-input";
import { DecideWideningInput } from "./approve-widening";
import { lockWidening } from "./internal/lock-widening";
import { refuseWidening } from "./internal/refuse-widening";
import { toWideningSubject } from "./internal/widening-subject";

async function reject(ctx: RequestContext, wideningId: string, note: string): Promise<void> {
  return commit(ctx, async (tx) => {
    const widening = await lockWidening(tx, ctx, wideningId, "reject");
    const { personId } = getPersonActor(ctx);
    await tx.widening.update({
      where: { id: wideningId },
      data: { state: "rejected", decidedById: personId, decidedAt: ctx.now, decisionNote: note },
    });
    const { proposedById } = widening;
    const subject = toWideningSubject(wideningId, widening);
    return { result: undefined, events: [{ action: "widening.rejected", ...subject, proposedById, note }] };
  });
}

/** As the second person: nothing changes. Throws `not_permitted` to whoever proposed it, `conflict` when it was decided already. */
export async function rejectWidening(ctx: RequestContext, input: DecideWideningInput): Promise<void> {
  authorize(ctx, "widening:decide");
  const { wideningId, note } = parseInput(DecideWideningInput, input);
  return reject(ctx, wideningId, note).catch(async (error: unknown) => {
    throw await refuseWidening(ctx, wideningId, error);
  });
}
