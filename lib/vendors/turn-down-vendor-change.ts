import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import { parseInput } from "@/lib/runtime/parse-input";
import { lockProposal } from "./internal/lock-proposal";

export const TurnDownVendorChangeInput = z.object({ proposalId: z.uuid("names no proposed change") });
export type TurnDownVendorChangeInput = z.input<typeof TurnDownVendorChangeInput>;

/** Lets a proposed change fall; everything stays as it is. Whoever proposed it may do so too. Throws `conflict` where it waits no longer. */
export async function turnDownVendorChange(ctx: RequestContext, input: TurnDownVendorChangeInput): Promise<void> {
  authorize(ctx, "vendor:approve");
  const { proposalId } = parseInput(TurnDownVendorChangeInput, input);
  const { personId } = getPersonActor(ctx);
  return commit(ctx, async (tx) => {
    const { vendor, proposal, content } = await lockProposal(tx, proposalId);
    const data = { state: "turned_down", decidedById: personId, decidedAt: ctx.now } as const;
    await tx.vendorProposal.update({ where: { id: proposalId }, data });
    const { kind, subjectId, proposedById } = proposal;
    const { before, after } = content;
    const about = { vendorId: vendor.id, proposalId, kind, subjectId, before, after, proposedById };
    return { result: undefined, events: [{ action: "vendor.change_turned_down", ...about }] };
  });
}
