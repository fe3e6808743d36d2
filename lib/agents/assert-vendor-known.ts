import type { Transaction } from "@/lib/db/client";
import { DomainError } from "@/lib/kernel/domain-error";
import type { AgentState } from "@/lib/kernel/vocabulary";

/** An agent's vendor is one that is registered; only a draft may lack it. Throws `invalid_input`. */
export async function assertVendorKnown(tx: Transaction, vendorId: string | null, state: AgentState): Promise<void> {
  if (vendorId === null) {
    if (state === "draft" || state === "retired") return;
    throw new DomainError("invalid_input", "The agent has no vendor: choose whose software it is first.", "vendorId");
  }
  if ((await tx.vendor.findUnique({ where: { id: vendorId }, select: { id: true } })) === null)
    throw new DomainError("invalid_input", "There is no such vendor: choose another.", "vendorId");
}
