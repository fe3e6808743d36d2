import type { Transaction } from "@/lib/db/client";
import { getPersonActor } from "@/lib/identity/get-person-actor";
import type { RequestContext } from "@/lib/identity/request-context";
import type { VendorProposalKind } from "@/lib/kernel/vendor-vocabulary";
import { newId } from "@/lib/runtime/new-id";
import type { ProposedChange } from "@/lib/vendors/proposed-change";

type About = { vendorId: string; kind: VendorProposalKind; subjectId: string };

/** What waited about the same thing is overtaken: by another proposal, or by a change that needed none. */
export async function replaceProposal(tx: Transaction, ctx: RequestContext, about: About): Promise<void> {
  await tx.vendorProposal.updateMany({
    where: { ...about, state: "waiting" },
    data: { state: "replaced", decidedAt: ctx.now },
  });
}

/** Stores a change that widens, to wait for somebody else. Call it with the vendor locked. */
export async function proposeChange(
  tx: Transaction,
  ctx: RequestContext,
  { vendorId, subjectId, content }: { vendorId: string; subjectId: string; content: ProposedChange },
) {
  const { personId } = getPersonActor(ctx);
  const { kind, before, after } = content;
  const about = { vendorId, kind, subjectId };
  await replaceProposal(tx, ctx, about);
  const proposalId = newId(ctx.now);
  await tx.vendorProposal.create({
    data: { id: proposalId, ...about, content, proposedById: personId, proposedAt: ctx.now },
  });
  return { action: "vendor.change_proposed", ...about, proposalId, before, after } as const;
}
