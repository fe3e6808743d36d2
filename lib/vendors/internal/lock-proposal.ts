import type { Transaction } from "@/lib/db/client";
import { DomainError } from "@/lib/kernel/domain-error";
import { ProposedChange } from "@/lib/vendors/proposed-change";
import { lockVendor } from "./vendor-facts";

/** Locks a change that waits, and its vendor. Throws `not_found`, or `conflict` when it waits no longer. */
export async function lockProposal(tx: Transaction, proposalId: string) {
  const found = await tx.vendorProposal.findUnique({ where: { id: proposalId }, select: { vendorId: true } });
  if (found === null) throw new DomainError("not_found", "There is no such proposed change.", "proposalId");
  const vendor = await lockVendor(tx, found.vendorId);
  const proposal = await tx.vendorProposal.findUniqueOrThrow({ where: { id: proposalId } });
  if (proposal.state !== "waiting")
    throw new DomainError(
      "conflict",
      "This change does not wait any more: open the vendor again to see how it stands.",
    );
  return { vendor, proposal, content: ProposedChange.parse(proposal.content) };
}
