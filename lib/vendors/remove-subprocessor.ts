import { z } from "zod";
import { commit } from "@/lib/audit/commit";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";
import { VendorIdInput } from "./vendor-input";

export const RemoveSubprocessorInput = z.object({ vendorId: VendorIdInput, subprocessorId: z.uuid("choose a vendor") });
export type RemoveSubprocessorInput = z.input<typeof RemoveSubprocessorInput>;

/** Says that a vendor no longer works through another. */
export async function removeSubprocessor(ctx: RequestContext, input: RemoveSubprocessorInput): Promise<void> {
  authorize(ctx, "vendor:write");
  const where = parseInput(RemoveSubprocessorInput, input);
  return commit(ctx, async (tx) => {
    const before = await tx.vendorSubprocessor.findUnique({ where: { vendorId_subprocessorId: where } });
    const { count } = await tx.vendorSubprocessor.deleteMany({ where });
    if (before === null || count === 0)
      throw new DomainError("not_found", "That vendor does not stand behind this one.", "subprocessorId");
    const { vendorId, ...facts } = before;
    return { result: undefined, events: [{ action: "vendor.subprocessor_removed", vendorId, before: facts }] };
  });
}
