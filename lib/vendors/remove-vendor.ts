import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { lockVendor, toVendorEventFacts } from "./internal/vendor-facts";
import { VendorIdInput } from "./vendor-input";

export const RemoveVendorInput = z.object({ vendorId: VendorIdInput });
export type RemoveVendorInput = z.input<typeof RemoveVendorInput>;

/** Removes a vendor that nothing hangs on. One that was assessed, or has agents, stays: it is evidence. Throws `conflict`. */
export async function removeVendor(ctx: RequestContext, input: RemoveVendorInput): Promise<void> {
  authorize(ctx, "vendor:write");
  const { vendorId } = parseInput(RemoveVendorInput, input);
  return commit(ctx, async (tx) => {
    const before = await lockVendor(tx, vendorId);
    const counts = await Promise.all([
      tx.agent.count({ where: { vendorId } }),
      tx.assessment.count({ where: { vendorId } }),
      tx.vendorSubprocessor.count({ where: { subprocessorId: vendorId } }),
      tx.evidenceFile.count({ where: { vendorId } }),
      tx.policyWatch.count({ where: { vendorId } }),
    ]);
    if (counts.some((count) => count > 0))
      throw new DomainError(
        "conflict",
        "Something hangs on this vendor (agents, assessments, other vendors or texts), so it stays.",
      );
    await tx.vendorSubprocessor.deleteMany({ where: { vendorId } });
    await tx.certification.deleteMany({ where: { vendorId } });
    await tx.vendor.delete({ where: { id: vendorId } });
    return { result: undefined, events: [{ action: "vendor.removed", vendorId, before: toVendorEventFacts(before) }] };
  });
}
