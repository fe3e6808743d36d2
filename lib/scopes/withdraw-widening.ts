import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import { parseInput } from "@/lib/runtime/parse-input";
import { lockWidening } from "./internal/lock-widening";
import { toWideningSubject } from "./internal/widening-subject";

export const WithdrawWideningInput = z.object({ wideningId: z.uuid("names no widening") });
export type WithdrawWideningInput = z.input<typeof WithdrawWideningInput>;

/** Takes back what one proposed oneself. Throws `not_permitted` to anybody else, `conflict` when it was decided already. */
export async function withdrawWidening(ctx: RequestContext, input: WithdrawWideningInput): Promise<void> {
  authorize(ctx, "widening:decide");
  const { wideningId } = parseInput(WithdrawWideningInput, input);
  return commit(ctx, async (tx) => {
    const widening = await lockWidening(tx, ctx, wideningId, "withdraw");
    const { personId } = getPersonActor(ctx);
    const data = { state: "withdrawn", decidedById: personId, decidedAt: ctx.now } as const;
    await tx.widening.update({ where: { id: wideningId }, data });
    const subject = toWideningSubject(wideningId, widening);
    return { result: undefined, events: [{ action: "widening.withdrawn", ...subject }] };
  });
}
